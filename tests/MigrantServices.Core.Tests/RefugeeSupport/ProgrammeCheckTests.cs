using System.Text.Json.Nodes;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage.Seed;
using Xunit;

namespace MigrantServices.Core.Tests.RefugeeSupport;

/// <summary>A change that makes no sense is refused with its reason, before anybody could approve it.</summary>
public sealed class ProgrammeCheckTests
{
    private static readonly DateOnly Today = Some.Day;
    private readonly ReferenceBook _book = new();
    private readonly ProgrammeBook _programmes = new();

    public ProgrammeCheckTests()
    {
        _book.Fill(ReferenceSeed.Shipped());
        var shipped = ProgrammeSeed.Shipped().ToList();
        _programmes.Fill([.. shipped.Select(one => one.Programme)], [.. shipped.Select(one => one.Terms)]);
    }

    public static TheoryData<string, Func<ProgrammeRules, ProgrammeRules>> Wrong => new()
    {
        { "programme.negative-won", rules => rules with { AmountsWon = [-1] } },
        { "programme.negative-won", rules => rules with { AmountsWon = [0] } },
        { "programme.negative-won", rules => rules with { MoreWon = -1 } },
        { "programme.negative-won", rules => rules with { CeilingWon = 0 } },
        { "programme.negative-won", rules => rules with { WonInAll = -5 } },
        { "programme.no-amount", rules => rules with { AmountsWon = [] } },
        { "programme.no-budget-line", rules => rules with { BudgetLine = null } },
        { "programme.less-than-one", rules => rules with { Months = 0 } },
        { "programme.less-than-one", rules => rules with { MonthsInAll = 0 } },
        { "programme.less-than-one", rules => rules with { LimitYears = 0 } },
        { "programme.less-than-one", rules => rules with { Capacity = 0 } },
        { "programme.ages", rules => rules with { MinAge = 20, MaxAge = 19 } },
        { "programme.ages", rules => rules with { MinAge = -1 } },
        { "programme.closes-before-it-opens", rules => rules with { OpensOn = new(2027, 3, 1), ClosesOn = new(2027, 2, 28) } },
        { "programme.closes-before-it-opens", rules => rules with { ClosesOn = new(2026, 12, 31) } },
        { "programme.unknown-code", rules => rules with { Need = "gold" } },
        { "programme.unknown-code", rules => rules with { ExcludesNeeds = ["gold"] } },
        { "programme.unknown-code", rules => rules with { Categories = ["f-4"] } },
        { "programme.unknown-code", rules => rules with { Papers = [new("passport-copy", [])] } },
        { "programme.unknown-code", rules => rules with { Papers = [new("lease", ["passport-copy"])] } },
        { "programme.unknown-code", rules => rules with { Circumstances = ["rich"] } },
        { "programme.unknown-code", rules => rules with { Providers = ["nobody"] } },
        { "programme.unknown-code", rules => rules with { BudgetLine = "gold" } },
        { "programme.unknown-code", rules => rules with { ExcludesProgrammes = ["gold"] } },
        { "programme.unknown-code", rules => rules with { ExcludesProgrammes = ["living-expense"] } },
        { "programme.nothing-changes", rules => rules },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Terms_that_make_no_sense_are_refused(string reason, Func<ProgrammeRules, ProgrammeRules> spoil) =>
        Assert.Equal(reason, WhyNot(ProgrammeChangeKind.Terms, spoil(Now)));

    [Fact]
    public void What_is_shipped_keeps_the_rules_and_names_the_stand_ins_of_the_list()
    {
        foreach (var (programme, terms) in ProgrammeSeed.Shipped())
        {
            var made = new NewProgramme(programme.Heading, programme.Kind, programme.Article, [.. programme.Texts.Select(text => new ProgrammeName(text.Language, text.Name, text.About))]);
            _programmes.Fill([.. _programmes.Programmes.Where(one => one.Code != programme.Code)], []);
            Assert.Null(WhyNot(ProgrammeChangeKind.New, terms.Rules, code: programme.Code, made: made));
            _programmes.Fill([.. _programmes.Programmes, programme], []);
            Assert.All(terms.Rules.Papers, paper => Assert.Equal(StandIns(paper.Code), paper.Substitutes));
        }
    }

    private string[] StandIns(string paper) =>
        JsonNode.Parse(_book.Find(Lists.SupportPapers, paper, Today)!.Details)!["substitutes"]?.AsArray().Select(one => one!.GetValue<string>()).ToArray() ?? [];

    [Fact]
    public void Other_amounts_from_a_day_ahead_are_taken() => Assert.Null(WhyNot(ProgrammeChangeKind.Terms, Now with { AmountsWon = [510_000] }));

    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("2020-01-01")]
    public void A_day_that_does_not_lie_ahead_is_refused(string day) =>
        Assert.Equal("programme.not-in-the-future", WhyNot(ProgrammeChangeKind.Terms, Now with { Months = 4 }, DateOnly.Parse(day)));

    [Fact]
    public void Nothing_is_laid_down_before_something_later()
    {
        var terms = _programmes.All("living-expense").Single();
        terms.ValidTo = new(2027, 5, 31);
        var later = new ProgrammeTerms { ProgrammeCode = "living-expense", ValidFrom = new(2027, 6, 1), Rules = Now with { Months = 5 }, Source = "made up" };
        _programmes.Fill(_programmes.Programmes, [terms, later]);

        Assert.Equal("programme.changes-later", WhyNot(ProgrammeChangeKind.Terms, Now with { Months = 4 }));
        Assert.Equal("programme.day-taken", WhyNot(ProgrammeChangeKind.Close, null, new(2027, 6, 1)));
        Assert.Null(WhyNot(ProgrammeChangeKind.Close, null, new(2027, 6, 2)));
    }

    [Fact]
    public void A_closed_programme_is_opened_again_and_not_closed_again()
    {
        var terms = _programmes.All("living-expense").Single();
        terms.ValidTo = new(2026, 12, 31);

        Assert.Null(WhyNot(ProgrammeChangeKind.Terms, Now));
        Assert.Equal("programme.not-in-force", WhyNot(ProgrammeChangeKind.Close, null));
    }

    [Fact]
    public void A_new_programme_needs_a_code_of_its_own_and_every_language()
    {
        ProgrammeName[] names = [.. ReferenceText.EverybodysLanguages.Select(tag => new ProgrammeName(tag, "Name", "About"))];
        var made = new NewProgramme("other", SupportKind.Money, "refugee:7", names);

        Assert.Null(WhyNot(ProgrammeChangeKind.New, Now, code: "new-one", made: made));
        Assert.Equal("programme.code-taken", WhyNot(ProgrammeChangeKind.New, Now, code: "shelter", made: made));
        Assert.Equal("programme.texts-missing", WhyNot(ProgrammeChangeKind.New, Now, code: "new-one", made: made with { Names = names[1..] }));
        Assert.Equal("programme.unknown-code", WhyNot(ProgrammeChangeKind.New, Now, code: "new-one", made: made with { Heading = "gold" }));
        Assert.Equal("programme.unknown-code", WhyNot(ProgrammeChangeKind.New, Now, code: "new-one", made: made with { Article = "refugee:99" }));
        Assert.Equal("programme.not-there", WhyNot(ProgrammeChangeKind.Terms, Now, code: "new-one"));
    }

    [Fact]
    public void Whoever_proposed_cannot_approve_and_nothing_is_decided_twice()
    {
        var (kim, lee) = (Administrator(), Administrator());
        var change = Change(ProgrammeChangeKind.Close, null, new(2027, 1, 1), by: kim.UserId!.Value);

        Assert.Equal("programme.needs-a-second-person", Refused(() => change.ApproveBy(kim, Noon)));
        Assert.Null(change.ApprovedAt);
        change.ApproveBy(lee, Noon);
        Assert.Equal("programme.decided-already", Refused(() => change.ApproveBy(lee, Noon)));
        Assert.Equal("programme.decided-already", Refused(() => change.WithdrawBy(kim, Noon)));
        Assert.Null(change.WithdrawnAt);
        Assert.Equal("programme.not-in-the-future", Refused(() => Change(ProgrammeChangeKind.Close, null, Today, by: kim.UserId.Value).ApproveBy(lee, Noon)));
    }

    [Theory]
    [InlineData("600000", 600_000L)]
    [InlineData(" 600,000 ", 600_000L)]
    [InlineData("1,234,567", 1_234_567L)]
    [InlineData("0", 0L)]
    [InlineData("600000.5", null)]
    [InlineData("600.000", null)]
    [InlineData("60,00", null)]
    [InlineData("-5", null)]
    [InlineData("1e6", null)]
    [InlineData("٥٠٠", null)]
    [InlineData("60만", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("", null)]
    public void Whole_numbers_are_read_as_typed_and_nothing_is_rounded(string typed, long? read) => Assert.Equal(read, WholeNumber.Read(typed));

    private static DateTimeOffset Noon => new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    private ProgrammeRules Now => _programmes.All("living-expense").First().Rules;

    private string? WhyNot(ProgrammeChangeKind kind, ProgrammeRules? rules, DateOnly? day = null, string code = "living-expense", NewProgramme? made = null) =>
        new ProgrammeCheck(_book, _programmes).WhyNot(Change(kind, rules, day ?? new(2027, 1, 1), code, made), Today)?.Code;

    private static ProgrammeChange Change(ProgrammeChangeKind kind, ProgrammeRules? rules, DateOnly day, string code = "living-expense", NewProgramme? made = null, Guid? by = null) => new()
    {
        Kind = kind,
        ProgrammeCode = code,
        EffectiveOn = day,
        Rules = rules,
        Programme = made,
        Source = "made up",
        ProposedById = by ?? Guid.NewGuid(),
        ProposedAt = Noon,
    };

    private static Actor Administrator() => new(Guid.NewGuid(), "관리자", [new Grant(Role.Administrator, null, null)]);

    private static string Refused(Action deed) => Assert.Throws<RefusedException>(deed).Refusal.Code;
}
