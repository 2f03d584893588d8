using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations.Duplicates;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Matching;
using Xunit;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>What speaks for one child and what only for one family.</summary>
public class ChildPairWeightTests
{
    [Theory]
    [InlineData(MatchBand.Certain, "Lê Hoài Thương", "Lê Hoài Thương", "2021-05-17", "2021-05-17", null)]
    [InlineData(MatchBand.Certain, "Đặng Thị Ngọc Ánh", "당 티 응옥 안", "2021-05-17", "2021-05", "010-1234-5678")]
    [InlineData(MatchBand.Likely, "Đặng Thị Ngọc Ánh", "당 티 응옥 안", "2021-05-17", "2021-05", null)]
    [InlineData(MatchBand.Likely, "Lê Hoài Thương", "Lê Hoài Thương", "2021-05-17", null, "010-1234-5678")]
    [InlineData(MatchBand.Possible, "Lê Hoài Thương", "Lê Hoài Thương", "2021-05-17", null, null)]
    [InlineData(MatchBand.Possible, "Lê Hoài Thương", "Lê Hoài Thương", "2021-05-17", "2019-02-03", "010-1234-5678")]
    [InlineData(MatchBand.None, "Lê Hoài Thương", "Lê Hoài Thương", "2021-05-17", "2019-02-03", null)]
    [InlineData(MatchBand.Possible, "Lê Hoài Thương", "Phạm Gia Bảo", "2021-05-17", "2021-05-17", "010-1234-5678")]
    [InlineData(MatchBand.None, "Lê Hoài Thương", "Phạm Gia Bảo", "2021-05-17", "2021-05-17", null)]
    [InlineData(MatchBand.None, "Lê Hoài Thương", "Phạm Gia Bảo", "2021-05-17", "2018-01-01", "010-1234-5678")]
    public void A_name_counts_with_its_day_and_a_family_alone_is_never_more_than_possible(MatchBand expected, string name, string other, string? born, string? otherBorn, string? reach)
    {
        if (!NameForms.KnowsAllScripts)
        {
            return;
        }

        var likeness = ChildLikeness.Of(Guid.NewGuid(), Child(name, born, reach), Child(other, otherBorn, reach));

        Assert.Equal(expected, ChildPairWeight.Of(likeness));
    }

    [Fact]
    public void A_boy_and_a_girl_are_possible_at_most_and_no_reason_says_what_was_compared()
    {
        var likeness = ChildLikeness.Of(Guid.NewGuid(), Child("An Nguyễn", "2021-05-17", "010-1234-5678", "female"), Child("An Nguyễn", "2021-05-17", "010-1234-5678", "male"));

        Assert.Equal(MatchBand.Possible, ChildPairWeight.Of(likeness));
        Assert.Equal([PairReason.SameName, PairReason.SameBirthday, PairReason.SameContact], ChildPairWeight.Reasons(likeness));
    }

    [Fact]
    public void A_pair_remembers_what_was_said_and_is_asked_once_more_only_for_something_new()
    {
        var pair = CasePair.Of(Guid.NewGuid(), Guid.NewGuid(), ChildLife.Noon);
        pair.Weigh(MatchBand.Likely, [PairReason.NameSoundsAlike]);
        var answer = pair.Answer(PairVerdict.Unclear, Guid.NewGuid(), _ => ChildLife.Words, ChildLife.Noon);
        Assert.Equal((PairVerdict.Unclear, 1, false), (answer.Verdict, answer.Number, pair.IsOpen));

        pair.Weigh(MatchBand.Likely, [PairReason.NameSoundsAlike]);
        Assert.False(pair.IsOpen);
        pair.Weigh(MatchBand.Certain, [PairReason.NameSoundsAlike, PairReason.SameBirthday]);
        Assert.True(pair.IsOpen);
    }

    private static OpenedIdentity Child(string name, string? born, string? reach, string sex = "unknown") => new(
        new(new(name, null, null), born is null ? null : new(DateOnly.Parse(born.Length == 7 ? born + "-01" : born, System.Globalization.CultureInfo.InvariantCulture), born.Length == 7 ? DatePrecision.Month : DatePrecision.Day), sex, null),
        reach is null ? [] : [new(Guid.NewGuid(), Kinship.Mother, new(new("", null, null), null, null, reach))],
        HasPhotograph: false);
}
