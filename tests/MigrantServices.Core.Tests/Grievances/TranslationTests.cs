using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Tests.Privacy;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>A translation is a version of its own: of one version of its original, checked by somebody else.</summary>
public class TranslationTests
{
    private static readonly Vault Vault = new(Keys.Ring);
    private static readonly byte[] Now = [1];
    private static readonly byte[] Changed = [2];

    /// <summary>Any kind of text in one place, its words when it was translated and its words now.</summary>
    private static readonly Arbitrary<(Original Before, Original After)> Texts = (
        from kind in Gen.Elements(Enum.GetValues<TextKind>())
        from before in Any.Text
        from after in Gen.OneOf(Gen.Constant(before), Any.Text, Gen.Constant(before + " "))
        let id = Guid.CreateVersion7()
        select (new Original(kind, id, "vi", before), new Original(kind, id, "vi", after))).ToArbitrary();

    [Fact]
    public void A_changed_original_of_any_kind_makes_every_translation_stale_and_the_same_words_none() =>
        Prop.ForAll(Texts, text => Enum.GetValues<CheckState>().All(state =>
        {
            var standing = Of(text.Before, state).StandingAt(text.After.Version(Vault));
            return state == CheckState.Rejected ? standing == Standing.Rejected
                : text.Before.Words == text.After.Words ? standing == (state == CheckState.Checked ? Standing.Checked : Standing.Unchecked)
                : standing == Standing.Stale;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void No_decision_relies_on_what_is_out_of_date_whatever_is_confirmed() =>
        Prop.ForAll(Texts, text => text.Before.Words == text.After.Words
            || Of(text.Before, CheckState.Checked).WhyNotReliedOn(text.After.Version(Vault), confirmed: true)?.Code == "translation.stale").QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_words_in_another_place_are_another_version()
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        byte[][] versions = [
            new Original(TextKind.Account, one, "vi", "같은 말").Version(Vault),
            new Original(TextKind.Hope, one, "vi", "같은 말").Version(Vault),
            new Original(TextKind.Account, other, "vi", "같은 말").Version(Vault)];

        Assert.Distinct(versions.Select(Convert.ToHexString));
    }

    [Fact]
    public void Whoever_put_it_in_neither_checks_nor_rejects_it()
    {
        var (grievance, mine) = (In(CaseStatus.UnderReview), Translated(In(CaseStatus.UnderReview), Kim));

        AssertRefused("translation.own", grievance, mine, () => grievance.CheckTranslationBy(Kim, mine, Now, Noon));
        AssertRefused("translation.own", grievance, mine, () => grievance.RejectTranslationBy(Kim, mine, new([1]), Noon));
        grievance.CheckTranslationBy(Choi, mine, Now, Noon);

        Assert.Equal((CheckState.Checked, Choi.UserId, Noon), (mine.State, mine.CheckedById, mine.CheckedAt!.Value));
    }

    [Fact]
    public void It_is_checked_once_while_its_original_stands_and_can_be_rejected_after_that()
    {
        var grievance = In(CaseStatus.UnderReview);
        var it = Translated(grievance, Kim);

        AssertRefused("translation.stale", grievance, it, () => grievance.CheckTranslationBy(Choi, it, Changed, Noon));
        grievance.CheckTranslationBy(Choi, it, Now, Noon);
        AssertRefused("translation.checked-already", grievance, it, () => grievance.CheckTranslationBy(Lee, it, Now, Noon));
        grievance.RejectTranslationBy(Lee, it, new([1]), Noon);
        AssertRefused("translation.rejected", grievance, it, () => grievance.CheckTranslationBy(Choi, it, Now, Noon));
        AssertRefused("translation.rejected", grievance, it, () => grievance.RejectTranslationBy(Choi, it, new([1]), Noon));
    }

    [Fact]
    public void What_nobody_checked_is_relied_on_only_by_somebody_who_knows_that()
    {
        var it = Translated(In(CaseStatus.UnderReview));

        Assert.Equal("translation.unchecked", it.WhyNotReliedOn(Now, confirmed: false)?.Code);
        Assert.Null(it.WhyNotReliedOn(Now, confirmed: true));
    }

    private static Translation Of(Original original, CheckState state)
    {
        var grievance = In(CaseStatus.UnderReview);
        var version = original.Version(Vault);
        var made = new Translation
        {
            CaseId = grievance.Id,
            Text = original.Kind,
            TextId = original.Id,
            From = original.Language,
            To = "ko",
            Number = 1,
            Words = new([1]),
            Kind = TranslationKind.Human,
            AddedById = Kim.UserId!.Value,
            AddedAt = Noon,
            OriginalVersion = version,
        };
        if (state == CheckState.Checked)
        {
            grievance.CheckTranslationBy(Choi, made, version, Noon);
        }
        else if (state == CheckState.Rejected)
        {
            grievance.RejectTranslationBy(Choi, made, new([1]), Noon);
        }

        return made;
    }

    private static void AssertRefused(string code, Grievance grievance, Translation it, Action deed)
    {
        var before = (grievance.Revision, grievance.Events.Count, it.State, it.CheckedById, it.CheckedAt);

        Assert.Equal(code, Assert.Throws<RefusedException>(deed).Refusal.Code);
        Assert.Equal(before, (grievance.Revision, grievance.Events.Count, it.State, it.CheckedById, it.CheckedAt));
    }
}
