using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;
using MigrantServices.Portal.Web;
using Xunit;

namespace MigrantServices.Core.Tests.Reference;

/// <summary>What may be changed in the code lists, and from when.</summary>
public sealed class ChangeCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero);

    private readonly ReferenceBook _book = new();

    public ChangeCheckTests() => _book.Fill(ReferenceSeed.Shipped());

    [Theory]
    [InlineData(Lists.Periods, "petition.DG", ChangeKind.Replace, """{"length":10,"unit":"working-days"}""")]
    [InlineData(Lists.Periods, "petition.DG", ChangeKind.Replace, """{"length":1,"unit":"months"}""")]
    [InlineData(Lists.OutcomeReasons, "settled.apology", ChangeKind.Add, """{"outcome":"settled"}""")]
    [InlineData(Lists.OutcomeReasons, "settled.mediation", ChangeKind.End, null)]
    [InlineData(Lists.ExtensionReasons, "comparable", ChangeKind.End, null)]
    [InlineData(Lists.OfficeContacts, "DG", ChangeKind.Replace, """{"phone":"031-120"}""")]
    [InlineData(Lists.Articles, "race:9", ChangeKind.Add, """{"law":"race","article":"9","heading":"mediation"}""")]
    [InlineData(Lists.Articles, "race:8", ChangeKind.Replace, """{"law":"race","article":"9","heading":"committee"}""")]
    [InlineData(Lists.InterestReasons, "family", ChangeKind.End, null)]
    [InlineData(Lists.CardCities, "41480", ChangeKind.Add, """{"phase":"pilot"}""")]
    [InlineData(Lists.CardCities, "41280", ChangeKind.Replace, """{"phase":"regular"}""")]
    [InlineData(Lists.ChildcareCities, "41500", ChangeKind.End, null)]
    [InlineData(Lists.ChildCheckCities, "41480", ChangeKind.Add, "{}")]
    [InlineData(Lists.EntrustedCentres, "paju", ChangeKind.Add, """{"municipality":"41480","services":["CC"]}""")]
    [InlineData(Lists.NotificationGrounds, "child-welfare", ChangeKind.Replace, """{"services":["CC"],"confirmedInWriting":true}""")]
    [InlineData(Lists.NotificationGrounds, "paju", ChangeKind.Add, """{"services":["CC"],"confirmedInWriting":true,"readers":["city"],"municipality":"41480"}""")]
    [InlineData(Lists.NotificationGrounds, "child-welfare", ChangeKind.End, null)]
    [InlineData(Lists.BirthEvidence, "photographs", ChangeKind.Replace, """{"points":20,"kind":"picture"}""")]
    [InlineData(Lists.BirthEvidenceGrades, "plausible", ChangeKind.Replace, """{"points":35,"kinds":1}""")]
    [InlineData(Lists.ChildCriteria, "lives-here", ChangeKind.Replace, """{"article":"child:5"}""")]
    public void What_the_list_allows_is_allowed(string list, string code, ChangeKind kind, string? details) =>
        Assert.Null(WhyNot(list, code, kind, details));

    [Theory]
    [InlineData(Lists.Periods, "petition.DG", ChangeKind.Replace, """{"length":0,"unit":"working-days"}""", "reference.no-length")]
    [InlineData(Lists.Periods, "petition.DG", ChangeKind.Replace, """{"length":-3,"unit":"working-days"}""", "reference.no-length")]
    [InlineData(Lists.Periods, "petition.DG", ChangeKind.Replace, """{"length":10,"unit":"fortnights"}""", "reference.unit-not-allowed")]
    [InlineData(Lists.Periods, "receipt.DG", ChangeKind.Replace, """{"length":3,"unit":"calendar-days"}""", "reference.unit-not-allowed")]
    [InlineData(Lists.Periods, "petition.DG", ChangeKind.Replace, """{"unit":"working-days","length":7}""", "reference.nothing-changes")]
    [InlineData(Lists.Periods, "petition.XX", ChangeKind.Replace, """{"length":7,"unit":"working-days"}""", "reference.not-in-force")]
    [InlineData(Lists.Periods, "petition.DG", ChangeKind.End, null, "reference.not-allowed")]
    [InlineData(Lists.Periods, "rest.DG", ChangeKind.Add, """{"length":7,"unit":"working-days"}""", "reference.not-allowed")]
    [InlineData(Lists.ExtensionReasons, "workload", ChangeKind.Add, "{}", "reference.closed-list")]
    [InlineData(Lists.Grounds, "height", ChangeKind.Add, "{}", "reference.not-changeable")]
    [InlineData(Lists.OutcomeReasons, "settled.mediation", ChangeKind.Add, """{"outcome":"settled"}""", "reference.code-taken")]
    [InlineData(Lists.OutcomeReasons, "praised.well", ChangeKind.Add, """{"outcome":"praised"}""", "reference.unknown-outcome")]
    [InlineData(Lists.Articles, "roads:1", ChangeKind.Add, """{"law":"roads","article":"1"}""", "reference.unknown-law")]
    [InlineData(Lists.Outcomes, "settled", ChangeKind.End, null, "reference.outcome-has-reasons")]
    [InlineData(Lists.StatementsOf, "respondent", ChangeKind.End, null, "reference.needed")]
    [InlineData(Lists.Articles, "race:8", ChangeKind.End, null, "reference.article-cited")]
    [InlineData(Lists.Articles, "child:9", ChangeKind.End, null, "reference.article-cited")]
    [InlineData(Lists.CardCities, "11110", ChangeKind.Add, """{"phase":"pilot"}""", "reference.unknown-city")]
    [InlineData(Lists.CardCities, "41480", ChangeKind.Add, """{"phase":"soon"}""", "reference.unknown-phase")]
    [InlineData(Lists.CardCities, "41280", ChangeKind.Add, """{"phase":"regular"}""", "reference.code-taken")]
    [InlineData(Lists.CardCities, "41480", ChangeKind.Replace, """{"phase":"regular"}""", "reference.not-in-force")]
    [InlineData(Lists.CardCities, "41280", ChangeKind.Replace, """{"phase":"pilot"}""", "reference.nothing-changes")]
    [InlineData(Lists.ChildCheckCities, "41390", ChangeKind.Replace, "{}", "reference.not-allowed")]
    [InlineData(Lists.EntrustedCentres, "seoul", ChangeKind.Add, """{"municipality":"11110","services":["CC"]}""", "reference.unknown-city")]
    [InlineData(Lists.EntrustedCentres, "paju", ChangeKind.Add, """{"municipality":"41480","services":["DG"]}""", "reference.unknown-service")]
    [InlineData(Lists.NotificationGrounds, "roads", ChangeKind.Add, """{"services":["XX"],"confirmedInWriting":true}""", "reference.unknown-service")]
    [InlineData(Lists.BirthEvidenceGrades, "weak", ChangeKind.End, null, "reference.needed")]
    [InlineData(Lists.BirthEvidenceGrades, "weak", ChangeKind.Replace, """{"points":10,"kinds":1}""", "reference.lowest-grade")]
    [InlineData(Lists.BirthEvidenceGrades, "good", ChangeKind.Replace, """{"points":60,"kinds":1}""", "reference.grade-taken")]
    [InlineData(Lists.ChildCriteria, "lives-here", ChangeKind.Replace, """{"article":"child:99"}""", "reference.unknown-article")]
    [InlineData(Lists.ChildCriteria, "foreign", ChangeKind.Add, """{"article":"child:3"}""", "reference.code-taken")]
    [InlineData(Lists.RepeatLimits, "audit", ChangeKind.Replace, """{"length":1,"unit":"cases"}""", "reference.too-few-alike")]
    [InlineData(Lists.ServiceReceivers, "spa-house", ChangeKind.Add, """{"services":["school","spa"]}""", "reference.unknown-service")]
    [InlineData(Lists.ServiceReceivers, "far-house", ChangeKind.Add, """{"services":["school"],"municipality":"99999"}""", "reference.unknown-city")]
    [InlineData(Lists.CardOpenings, "41270:flying", ChangeKind.Add, """{"municipality":"41270","use":"flying"}""", "reference.unknown-use")]
    public void What_the_list_or_the_portal_cannot_bear_is_refused(string list, string code, ChangeKind kind, string? details, string refusal) =>
        Assert.Equal(refusal, WhyNot(list, code, kind, details, source: refusal == "reference.nothing-changes" ? _book.Find(list, code, Today)!.Source : "법률 제1호"));

    [Fact]
    public void A_city_that_left_may_come_back_and_no_day_is_held_twice()
    {
        var left = Today.AddDays(30);
        var shipped = ReferenceSeed.Shipped().ToList();
        shipped.Find(item => item is { List: Lists.CardCities, Code: "41280" })!.ValidTo = left;
        _book.Fill(shipped);

        Assert.Equal("reference.code-taken", WhyNot(Lists.CardCities, "41280", ChangeKind.Add, """{"phase":"regular"}""", left));
        Assert.Null(WhyNot(Lists.CardCities, "41280", ChangeKind.Add, """{"phase":"regular"}""", left.AddDays(1)));
        Assert.Equal("reference.code-taken", WhyNot(Lists.PauseReasons, "hearing", ChangeKind.Add, "{}", left.AddDays(1)));
    }

    [Fact]
    public void The_last_criterion_does_not_end()
    {
        _book.Fill(ReferenceSeed.Shipped().Where(item => item is not { List: Lists.ChildCriteria } || item.Code == "foreign"));

        Assert.Equal("reference.last-entry", WhyNot(Lists.ChildCriteria, "foreign", ChangeKind.End, null));
    }

    [Fact]
    public void A_centre_gets_another_term_and_nothing_else_need_change()
    {
        var now = _book.Find(Lists.EntrustedCentres, "example-ansan-1", Today)!;
        var same = Change(now.List, now.Code, ChangeKind.Replace, now.Details, Today.AddDays(8), source: now.Source);
        var shorter = Change(now.List, now.Code, ChangeKind.Replace, now.Details, Today.AddDays(8), until: Today.AddDays(99), source: now.Source);

        Assert.Equal("reference.nothing-changes", new ChangeCheck(_book).WhyNot(same, Today)!.Code);
        Assert.Null(new ChangeCheck(_book).WhyNot(shorter, Today));
        Assert.True(shorter.EndsAnew);
    }

    [Fact]
    public void A_change_holds_from_tomorrow_at_the_earliest()
    {
        Assert.Equal("reference.not-in-the-future", WhyNot(Lists.PauseReasons, "hearing", ChangeKind.End, null, Today));
        Assert.Null(WhyNot(Lists.PauseReasons, "hearing", ChangeKind.End, null, Today.AddDays(1)));
    }

    [Fact]
    public void A_new_entry_does_not_end_before_it_begins() => Assert.Equal(
        "reference.end-before-start",
        new ChangeCheck(_book).WhyNot(Change(Lists.PauseReasons, "strike", ChangeKind.Add, "{}", Today.AddDays(9), until: Today.AddDays(8)), Today)!.Code);

    [Fact]
    public void An_entry_to_come_is_neither_changed_on_its_first_day_nor_ended_before_it()
    {
        var day = Today.AddDays(10);
        var shipped = ReferenceSeed.Shipped().ToList();
        shipped.Find(item => item.Code == "petition.DG")!.ValidTo = day.AddDays(-1);
        _book.Fill([.. shipped, Item(Lists.Periods, "petition.DG", """{"length":10,"unit":"working-days"}""", day), Item(Lists.PauseReasons, "strike", "{}", day)]);

        Assert.Equal("reference.day-taken", WhyNot(Lists.Periods, "petition.DG", ChangeKind.Replace, """{"length":12,"unit":"working-days"}""", day));
        Assert.Equal("reference.end-before-start", WhyNot(Lists.PauseReasons, "strike", ChangeKind.End, null, day.AddDays(-1)));
        Assert.Equal("reference.end-before-start", WhyNot(Lists.PauseReasons, "strike", ChangeKind.End, null, day));
    }

    [Fact]
    public void A_change_rests_on_an_article_that_is_in_force()
    {
        var change = Change(Lists.PauseReasons, "hearing", ChangeKind.End, null, Today.AddDays(3), article: "race:99");

        Assert.Equal("reference.unknown-article", new ChangeCheck(_book).WhyNot(change, Today)!.Code);
    }

    [Fact]
    public void Nobody_approves_their_own_change()
    {
        var change = Change(Lists.PauseReasons, "hearing", ChangeKind.End, null, Today.AddDays(3));
        var proposer = new Actor(change.ProposedById, "조은별", [new(Role.Administrator, null, null)]);

        var refused = Assert.Throws<RefusedException>(() => change.ApproveBy(proposer, null, Noon));

        Assert.Equal("reference.needs-a-second-person", refused.Refusal.Code);
        Assert.True(change.IsOpen);
    }

    [Fact]
    public void A_new_entry_is_approved_only_with_its_sentence_in_every_language_of_its_readers()
    {
        var change = Change(Lists.PauseReasons, "strike", ChangeKind.Add, "{}", Today.AddDays(3));
        var proposer = new Actor(change.ProposedById, "조은별", [new(Role.Administrator, null, null)]);
        change.CompleteBy(proposer, new Dictionary<string, string?> { ["ko"] = "파업", ["en"] = "A strike", ["ar"] = " " });

        var refused = Assert.Throws<RefusedException>(() => change.ApproveBy(Grievances.Life.Colleague(Role.Administrator), null, Noon));

        Assert.Equal("reference.texts-missing", refused.Refusal.Code);
        Assert.Equal(["vi", "zh-Hans", "ar"], change.MissingLanguages);
        Assert.True(change.IsOpen);
    }

    [Fact]
    public void What_is_in_force_is_not_taken_back()
    {
        var change = Change(Lists.PauseReasons, "hearing", ChangeKind.End, null, Today.AddDays(3));
        change.ApproveBy(Grievances.Life.Colleague(Role.Administrator), null, Noon);

        var refused = Assert.Throws<RefusedException>(() => change.WithdrawBy(Grievances.Life.Colleague(Role.Administrator), Noon.AddDays(3)));

        Assert.Equal("reference.in-force", refused.Refusal.Code);
        Assert.Null(change.WithdrawnAt);
    }

    [Fact]
    public void What_was_decided_is_neither_approved_nor_taken_back_nor_worded_again()
    {
        var (change, withdrawn) = (Change(Lists.PauseReasons, "hearing", ChangeKind.End, null, Today.AddDays(3)), Change(Lists.PauseReasons, "strike", ChangeKind.Add, "{}", Today.AddDays(3)));
        var (second, third) = (Grievances.Life.Colleague(Role.Administrator), Grievances.Life.Colleague(Role.Administrator));
        change.ApproveBy(second, null, Noon);
        withdrawn.WithdrawBy(second, Noon);

        foreach (var deed in new Action[]
        {
            () => change.ApproveBy(third, Today, Noon.AddDays(1)),
            () => withdrawn.ApproveBy(third, null, Noon.AddDays(1)),
            () => withdrawn.WithdrawBy(third, Noon.AddDays(1)),
            () => withdrawn.CompleteBy(ProposerOf(withdrawn), new Dictionary<string, string?> { ["ko"] = "파업" }),
        })
        {
            Assert.Equal("reference.decided-already", Assert.Throws<RefusedException>(deed).Refusal.Code);
        }

        Assert.Equal((second.UserId, Noon, null), (change.ApprovedById, change.ApprovedAt, change.OldEnd));
        Assert.Equal((null, second.UserId, Noon, 0), (withdrawn.ApprovedById, withdrawn.WithdrawnById, withdrawn.WithdrawnAt, withdrawn.Texts.Count));
    }

    [Fact]
    public void Only_whoever_proposed_it_adds_sentences()
    {
        var change = Change(Lists.PauseReasons, "strike", ChangeKind.Add, "{}", Today.AddDays(3));

        var refused = Assert.Throws<RefusedException>(() => change.CompleteBy(Grievances.Life.Colleague(Role.Administrator), new Dictionary<string, string?> { ["ko"] = "파업" }));

        Assert.Equal("reference.proposer-only", refused.Refusal.Code);
        Assert.Empty(change.Texts);
    }

    [Fact]
    public void Sentences_are_asked_for_in_the_languages_that_the_portal_speaks()
    {
        Assert.Equal(Languages.All.Select(language => language.Tag), ReferenceText.EverybodysLanguages);
        Assert.Equal(Languages.Staff.Select(language => language.Tag), ReferenceText.OfficeLanguages);
    }

    private static Actor ProposerOf(ReferenceChange change) => new(change.ProposedById, "조은별", [new(Role.Administrator, null, null)]);

    private string? WhyNot(string list, string code, ChangeKind kind, string? details, DateOnly? day = null, string source = "법률 제1호") =>
        new ChangeCheck(_book).WhyNot(Change(list, code, kind, details, day ?? Today.AddDays(8), source: source), Today)?.Code;

    private static ReferenceChange Change(
        string list, string code, ChangeKind kind, string? details, DateOnly day, DateOnly? until = null, string? article = null, string source = "법률 제1호") => new()
        {
            List = list,
            Code = code,
            Kind = kind,
            Details = details,
            EffectiveOn = day,
            Until = until,
            Article = article,
            Source = source,
            ProposedById = Guid.CreateVersion7(),
            ProposedAt = Noon,
        };

    private static ReferenceItem Item(string list, string code, string details, DateOnly from) =>
        new() { List = list, Code = code, Details = details, ValidFrom = from, Position = 10, Source = "법률 제1호" };
}
