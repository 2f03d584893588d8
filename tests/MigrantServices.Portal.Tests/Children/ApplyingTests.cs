using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Filing;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>A parent applies for their child.</summary>
[Trait("Category", "Database")]
public sealed class ApplyingTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Paju = "41480";

    [Fact]
    public async Task A_parent_applies_in_Arabic_from_the_first_page_to_the_receipt_and_comes_back()
    {
        using var browser = host.Browser();
        var start = await browser.GetAsync("/ar/children/new");
        Assert.NotNull(start.Document.QuerySelector("a[href='/ar/children/new/where']"));
        var page = await (await browser.GetAsync("/ar/children/new/where")).SubmitAsync(("Form.City", Colleagues.Ansan));
        page = await page.SubmitAsync(("Form.OwnName", "ليلى النجمة"), ("Form.Year", "٢٠٢١"), ("Form.Month", "٢"), ("Form.Sex", "female"), ("Form.Address", "شارع السوق"), ("Form.Consent", "with-form"));
        Assert.Equal("/ar/children/new/parents", page.Path);
        page = await page.SubmitAsync(("Form.Relation", "Mother"), ("Form.Name", "مريم النجمة"));
        page = await page.SubmitAsync(("Form.Note", "وُلدت في البيت"));
        page = await page.SubmitAsync(("Form.Way", "PortalOnly"), ("Form.Language", "ar"));
        Assert.Equal("/ar/children/new/check", page.Path);
        Assert.Contains("ليلى النجمة", page.Words, StringComparison.Ordinal);

        var sent = await page.SendAsync(page.Document.Forms[^1], null);

        Assert.Equal("/ar/children/new/sent", sent.Path);
        var stored = await host.StoredAsync(db => db.ChildConfirmations.SingleAsync(c => sent.Html.Contains(c.Reference)));
        Assert.Equal((CaseStatus.Submitted, "ar", Colleagues.Ansan, WayIn.Parent, "ل. ا."), (stored.Status, stored.Language, stored.Municipality, stored.Way, stored.Initials));
        Assert.True(stored is { NeedsConsent: true, ConsentOn: not null, BornYear: 2021, DueOn: not null });
        var known = await host.WithAsync(services => services.GetRequiredService<VaultDesk>().OpenAsync(stored.ChildId, CancellationToken.None));
        Assert.Equal(("ليلى النجمة", Kinship.Mother, "مريم النجمة"), (known!.Child.Name.Own, known.Parents[0].Relation, known.Parents[0].Identity.Name.Own));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/ar/children/new/receipt")).Status);
        Assert.DoesNotContain(stored.Reference, (await browser.GetAsync("/ar/children/new/slip")).Html, StringComparison.Ordinal);

        var code = sent.Document.GetElementById("code")!.TextContent;
        using var later = host.Browser();
        var status = await (await later.GetAsync("/ar/my-case")).SubmitAsync(("Code", code));
        Assert.Equal("/ar/my-case/child", status.Path);
        Assert.Contains(stored.Reference, status.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("ليلى", status.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync("/ar/my-case/status")).Status);
    }

    [Fact]
    public async Task Many_presses_of_send_at_once_make_one_case_and_one_child_in_the_vault()
    {
        var draft = await host.Given.AChildDraftAsync();
        using var browser = host.Given.ABrowserHolding(draft, FormKind.Child);
        var check = await browser.GetAsync("/ar/children/new/check");
        var token = check.ValueOf("__RequestVerificationToken")!.Split(',')[0];
        var before = await PeopleAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => browser.PostAsync(check.Path, ("__RequestVerificationToken", token))));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, "/ar/children/new/sent"), (answer.Status, answer.Path)));
        Assert.Equal(1, await host.StoredAsync(db => db.ChildConfirmations.CountAsync(c => c.SentFrom == draft.Id)));
        Assert.Equal(before + 2, await PeopleAsync());
        Assert.Equal(0, await host.StoredAsync(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from vault.people where not is_kept and kind = 'Child'").SingleAsync()));
    }

    [Theory]
    [InlineData("2030", "rule.date-in-future")]
    [InlineData("1999", "rule.child-of-age")]
    public async Task A_day_of_birth_that_cannot_be_loses_nothing(string year, string rule)
    {
        using var browser = host.Browser();
        var page = await (await browser.GetAsync("/en/children/new/where")).SubmitAsync(("Form.City", Colleagues.Ansan));

        var refused = await page.SubmitAsync(("Form.OwnName", "Salma"), ("Form.Year", year), ("Form.Address", "behind the market"), ("Form.Consent", "with-form"));

        Assert.Equal(host.Services.GetRequiredService<Portal.Web.TextCatalog>().In("en", rule), refused.MistakeAt("Form.Year"));
        Assert.Equal(("Salma", "behind the market", year), (refused.ValueOf("Form.OwnName"), refused.ValueOf("Form.Address"), refused.ValueOf("Form.Year")));
        Assert.Equal("Salma", (await browser.GetAsync("/en/children/new/child")).ValueOf("Form.OwnName"));
    }

    [Fact]
    public async Task A_family_elsewhere_is_told_and_nothing_is_kept_without_their_consent()
    {
        using var browser = host.Browser();
        var drafts = await host.StoredAsync(db => db.Drafts.CountAsync());

        var asked = await (await browser.GetAsync("/en/children/new/where")).SubmitAsync(("Form.City", Colleagues.Suwon));
        var elsewhere = await asked.SubmitAsync(("Form.City", Colleagues.Suwon), ("Form.Waits", "false"));

        Assert.NotNull(asked.MistakeAt("Form.Waits"));
        Assert.Equal("/en/children/new/elsewhere", elsewhere.Path);
        Assert.Equal(drafts, await host.StoredAsync(db => db.Drafts.CountAsync()));
        Assert.DoesNotContain("__Host-draft-child", browser.Cookies.Keys);
    }

    [Fact]
    public async Task With_their_consent_a_family_elsewhere_waits_until_the_city_takes_part()
    {
        var filed = await host.Given.AChildAsync(answers => answers.Place = new() { City = Paju, Waits = true });
        var waiting = await host.StoredAsync(db => db.ChildConfirmations.SingleAsync(c => c.Id == filed.Id));
        Assert.Equal((CaseStatus.Waiting, null), (waiting.Status, waiting.DueOn));

        await host.WithAsync(async services =>
        {
            await services.GetRequiredService<JoinCityDesk>().NextAsync(CancellationToken.None);
            var db = services.GetRequiredService<PortalDb>();
            Assert.Equal(CaseStatus.Waiting, await db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Status).SingleAsync());
            db.Add(new Core.Reference.ReferenceItem { List = Core.Reference.Lists.CardCities, Code = Paju, Position = 90, ValidFrom = new(2026, 11, 1), Details = "{}", Source = "test" });
            await db.SaveChangesAsync();
            await services.GetRequiredService<Core.Reference.ReferenceBook>().ReadAsync(db, CancellationToken.None);
            await services.GetRequiredService<JoinCityDesk>().NextAsync(CancellationToken.None);
        });

        var begun = await host.StoredAsync(db => db.ChildConfirmations.SingleAsync(c => c.Id == filed.Id));
        Assert.Equal(CaseStatus.Submitted, begun.Status);
        Assert.NotNull(begun.DueOn);
    }

    [Fact]
    public async Task A_filing_that_broke_off_leaves_nothing_in_the_vault_after_an_hour()
    {
        var answers = Given.ChildAnswers();
        var child = await host.WithAsync(services => services.GetRequiredService<VaultDesk>().AddChildAsync(answers.Child(), answers.KnownParents(), CancellationToken.None));
        var before = await PeopleAsync();
        await host.WithAsync(services => services.GetRequiredService<ChildSweep>().OnceAsync(CancellationToken.None));
        Assert.Equal(before, await PeopleAsync());

        host.Clock.Advance(ChildSweep.After + TimeSpan.FromMinutes(1));
        await host.WithAsync(services => Sweep.OnceAsync(services, CancellationToken.None));

        Assert.Equal(before - 2, await PeopleAsync());
        Assert.Null(await host.WithAsync(services => services.GetRequiredService<VaultDesk>().OpenAsync(child, CancellationToken.None)));
    }

    [Fact]
    public async Task The_public_schema_and_the_log_hold_no_name()
    {
        await host.Given.AChildAsync();
        await host.Given.AToldChildAsync(told => told.ChildName = "Almurjana");
        string[] names = ["المرجانة", "Almurjana", "원곡로 17", "اليمن"];

        var found = await host.StoredAsync(db => PublicSchema.HoldingAsync(db, names));

        Assert.Empty(found);
        Assert.DoesNotContain(host.Log.Lines, line => names.Any(name => line.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_grievance_never_opens_the_pages_of_a_child()
    {
        var grievance = await host.Given.AGrievanceAsync();
        using var browser = await host.ComeBackAsync(grievance.CodeId);

        Assert.All(
            await Task.WhenAll(new[] { "", "/reply", "/looked", "/notices", "/withdraw", "/lost", "/reissue" }.Select(page => browser.GetAsync("/en/my-case/child" + page))),
            page => Assert.Equal(HttpStatusCode.NotFound, page.Status));
    }

    [Fact]
    public async Task A_parent_takes_the_application_back_and_may_write_no_more()
    {
        var filed = await host.Given.AChildAsync();
        using var browser = await host.ComeBackAsync(filed.CodeId);

        var after = await (await browser.GetAsync("/en/my-case/child/withdraw")).SubmitAsync(("Revision", "1"));

        Assert.Equal("/en/my-case/child", after.Path);
        Assert.Equal(CaseStatus.Withdrawn, await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Status).SingleAsync()));
        Assert.Null(after.Document.QuerySelector("textarea"));
    }

    [Fact]
    public async Task A_parent_writes_with_a_file_and_reads_it_again()
    {
        var filed = await host.Given.AChildAsync();
        using var browser = await host.ComeBackAsync(filed.CodeId);

        var after = await (await browser.GetAsync("/en/my-case/child")).UploadAsync([("Form.Body", "The midwife can tell.")], ("birth.pdf", Core.Tests.Documents.Samples.Pdf()));

        Assert.Contains("The midwife can tell.", after.Words, StringComparison.Ordinal);
        Assert.Contains("birth.pdf", after.Words, StringComparison.Ordinal);
    }

    private Task<int> PeopleAsync() => host.StoredAsync(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from vault.people").SingleAsync());
}
