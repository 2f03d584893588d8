using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Grievances;

[Trait("Category", "Database")]
public sealed class FilingTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Account = "Chủ nhà nói không cho người nước ngoài thuê.";

    [Fact]
    public async Task A_grievance_is_filed_in_Vietnamese_from_the_first_page_to_the_receipt()
    {
        using var browser = host.Browser();

        var sent = await WizardAsync(browser, named: true);

        Assert.EndsWith("/vi/grievances/new/sent", sent.Path, StringComparison.Ordinal);
        Assert.Equal("vi", sent.Document.DocumentElement.GetAttribute("lang"));
        var stored = await host.StoredAsync(db => db.Grievances.Include(g => g.People).SingleAsync(g => sent.Html.Contains(g.Reference)));
        Assert.Equal((CaseStatus.Submitted, "vi", "41270", Channel.Web), (stored.Status, stored.Language, stored.Municipality, stored.Channel));
        Assert.Equal(PersonPart.Filer, Assert.Single(stored.People).Part);
        Assert.NotNull(stored.DueOn);
        Assert.Matches("[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}", sent.Words);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/vi/grievances/new/receipt")).Status);
        var slip = await browser.GetAsync("/vi/grievances/new/slip");
        Assert.DoesNotContain(stored.Reference, slip.Html, StringComparison.Ordinal);
        // the browser may print the title at the edge of the paper
        Assert.Equal("Mã số của bạn", slip.Document.Title);
    }

    [Fact]
    public async Task Without_a_name_it_is_a_tip_and_says_so()
    {
        using var browser = host.Browser();

        var sent = await WizardAsync(browser, named: false);

        var stored = await host.StoredAsync(db => db.Grievances.Include(g => g.People).SingleAsync(g => sent.Html.Contains(g.Reference)));
        Assert.Equal((CaseStatus.Tip, true, null), (stored.Status, stored.IsAnonymous, stored.DueOn));
        Assert.Empty(stored.People);
    }

    [Fact]
    public async Task Every_page_shows_again_what_was_answered()
    {
        using var browser = host.Given.ABrowserHolding(await host.Given.ADraftAsync());

        Assert.Equal(Account, (await browser.GetAsync("/vi/grievances/new")).ValueOf("Form.Account"));
        Assert.Equal("2026", (await browser.GetAsync("/vi/grievances/new/when")).ValueOf("Form.Year"));
        Assert.Equal("race", (await browser.GetAsync("/vi/grievances/new/why")).ValueOf("Form.Grounds"));
        Assert.Equal("Nguyễn Thị Hoa", (await browser.GetAsync("/vi/grievances/new/you")).ValueOf("Form.Name"));
        Assert.Contains("원곡부동산", (await browser.GetAsync("/vi/grievances/new/check")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unfinished_page_is_kept_for_later_and_gives_its_code()
    {
        using var browser = host.Browser();
        var first = await browser.GetAsync("/en/grievances/new");

        var later = await first.PressAsync("Later", ("Form.Account", "Half a sentence"));

        Assert.Equal("/en/grievances/new/later", later.Path);
        Assert.Matches("[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}", later.Words);
        Assert.Equal("Half a sentence", (await browser.GetAsync("/en/grievances/new")).ValueOf("Form.Account"));
    }

    [Fact]
    public async Task Going_on_with_mistakes_still_keeps_what_was_typed()
    {
        using var browser = host.Browser();

        var refused = await (await browser.GetAsync("/en/grievances/new")).SubmitAsync(("Form.Account", "No teller chosen"));

        Assert.NotNull(refused.MistakeAt("Form.Teller"));
        Assert.Equal("No teller chosen", (await browser.GetAsync("/en/grievances/new")).ValueOf("Form.Account"));
    }

    [Fact]
    public async Task A_discarded_draft_is_gone_with_its_files_and_its_code()
    {
        var draft = await host.Given.ADraftAsync();
        using var browser = host.Given.ABrowserHolding(draft);
        await (await browser.GetAsync("/en/grievances/new/files")).UploadAsync(("lease.pdf", EvidenceSamples.Pdf()));
        Assert.Equal((1, 1, 1), await LeftOfAsync(draft.Id));

        var first = await browser.GetAsync("/en/grievances/new");
        await first.SendAsync(first.Form("/discard"), null);

        Assert.Equal((0, 0, 0), await LeftOfAsync(draft.Id));
        Assert.DoesNotContain("__Host-draft", browser.Cookies.Keys);
    }

    [Fact]
    public async Task Many_presses_of_send_at_once_file_one_case_and_show_one_receipt()
    {
        var draft = await host.Given.ADraftAsync();
        using var browser = host.Given.ABrowserHolding(draft);
        var check = await browser.GetAsync("/vi/grievances/new/check");
        var token = check.ValueOf("__RequestVerificationToken")!.Split(',')[0];

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => browser.PostAsync(check.Path, ("__RequestVerificationToken", token))));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, "/vi/grievances/new/sent"), (answer.Status, answer.Path)));
        var reference = await host.StoredAsync(db => db.Grievances.Where(g => g.SentFrom == draft.Id).Select(g => g.Reference).SingleAsync());
        Assert.All(answers, answer => Assert.Contains(reference, answer.Words, StringComparison.Ordinal));
        Assert.Equal(1, await host.StoredAsync(db => db.Codes.CountAsync(c => c.DraftId == draft.Id)));
    }

    [Fact]
    public async Task Sending_again_after_going_back_shows_the_same_receipt()
    {
        using var browser = host.Given.ABrowserHolding(await host.Given.ADraftAsync());
        var check = await browser.GetAsync("/vi/grievances/new/check");
        var first = await check.SendAsync(check.Form("__RequestVerificationToken"), null);

        var second = await check.SendAsync(check.Form("__RequestVerificationToken"), null);

        Assert.Equal(first.Words, second.Words);
    }

    [Fact]
    public async Task An_incomplete_form_is_not_sent_and_says_what_is_missing()
    {
        var answers = Given.Answers();
        answers.Story.Account = null;
        var draft = await host.Given.ADraftAsync(answers);
        using var browser = host.Given.ABrowserHolding(draft);
        var check = await browser.GetAsync("/en/grievances/new/check");

        var refused = await check.SendAsync(check.Form("__RequestVerificationToken"), null);

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.NotEmpty(refused.Summary);
        Assert.False(await host.StoredAsync(db => db.Grievances.AnyAsync(g => g.SentFrom == draft.Id)));
    }

    [Fact]
    public async Task A_registration_number_is_hidden_and_the_person_is_told_before_it_goes_on()
    {
        using var browser = host.Browser();
        var first = await browser.GetAsync("/en/grievances/new");

        var told = await first.SubmitAsync(("Form.Account", "My number is 900101-5234567, he said."), ("Form.Teller", "Myself"));

        Assert.NotNull(told.MistakeAt("Form.Account"));
        Assert.Single(told.Summary);
        Assert.DoesNotContain("5234567", told.Html, StringComparison.Ordinal);
        Assert.StartsWith("My number is ", told.ValueOf("Form.Account"), StringComparison.Ordinal);
        Assert.Equal("/en/grievances/new/when", (await told.SubmitAsync(("Form.Teller", "Myself"))).Path);
    }

    [Fact]
    public async Task Whoever_goes_on_later_is_told_first_what_was_hidden()
    {
        using var browser = host.Browser();
        var first = await browser.GetAsync("/en/grievances/new");

        var told = await first.PressAsync("Later", ("Form.Account", "My number is 900101-5234567, he said."));

        Assert.Equal("/en/grievances/new", told.Path);
        Assert.EndsWith(told.MistakeAt("Form.Account")!, Assert.Single(told.Summary), StringComparison.Ordinal);
        Assert.DoesNotContain("5234567", told.Html, StringComparison.Ordinal);
        Assert.StartsWith("My number is ", told.ValueOf("Form.Account"), StringComparison.Ordinal);
        Assert.Equal("/en/grievances/new/later", (await told.PressAsync("Later")).Path);
    }

    [Fact]
    public async Task Text_with_tricks_is_cleaned_and_the_person_is_told()
    {
        using var browser = host.Browser();
        var first = await browser.GetAsync("/en/grievances/new");

        var told = await first.SubmitAsync(("Form.Account", "He\u0007 said \u202Eno\u202C."), ("Form.Teller", "Myself"));

        Assert.NotNull(told.MistakeAt("Form.Account"));
        Assert.Equal("He said no.", told.ValueOf("Form.Account"));
        Assert.Equal("/en/grievances/new/when", (await told.SubmitAsync(("Form.Teller", "Myself"))).Path);
    }

    [Fact]
    public async Task A_zero_byte_is_refused_in_words_and_nothing_is_saved()
    {
        using var browser = host.Browser();

        var refused = await (await browser.GetAsync("/en/grievances/new")).SubmitAsync(("Form.Account", "He\0 said no."), ("Form.Teller", "Myself"));

        Assert.Equal((HttpStatusCode.BadRequest, "We could not read what was sent"), (refused.Status, refused.Title));
        Assert.DoesNotContain("__Host-draft", browser.Cookies.Keys);
    }

    [Fact]
    public async Task A_wrong_token_is_refused_with_everything_typed_still_there()
    {
        using var browser = host.Browser();
        var first = await browser.GetAsync("/en/grievances/new");

        var refused = await first.SubmitAsync(("__RequestVerificationToken", "wrong"), ("Form.Account", "Typed with care"), ("Form.Teller", "Family"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEmpty(refused.Summary);
        Assert.Equal(("Typed with care", "Family"), (refused.ValueOf("Form.Account"), refused.ValueOf("Form.Teller")));
        Assert.DoesNotContain("__Host-draft", browser.Cookies.Keys);
        Assert.Equal("/en/grievances/new/when", (await refused.SubmitAsync(("Form.Teller", "Family"))).Path);
    }

    [Fact]
    public async Task Sent_files_belong_to_the_case()
    {
        var draft = await host.Given.ADraftAsync();
        using var browser = host.Given.ABrowserHolding(draft);
        await (await browser.GetAsync("/en/grievances/new/files")).UploadAsync(("계약서.pdf", EvidenceSamples.Pdf()), ("photo.jpg", EvidenceSamples.Photo()));
        var check = await browser.GetAsync("/en/grievances/new/check");
        Assert.Contains("계약서.pdf", check.Words, StringComparison.Ordinal);

        await check.SendAsync(check.Form("__RequestVerificationToken"), null);

        var caseId = await host.StoredAsync(db => db.Grievances.Where(g => g.SentFrom == draft.Id).Select(g => g.Id).SingleAsync());
        Assert.Equal(2, await host.StoredAsync(db => db.Set<CaseFile>().CountAsync(f => f.CaseId == caseId && f.DraftId == null)));
    }

    private static async Task<WebPage> WizardAsync(Browserless browser, bool named)
    {
        var page = await browser.GetAsync("/vi/grievances/new");
        page = await page.SubmitAsync(("Form.Teller", "Myself"), ("Form.Account", Account));
        page = await page.SubmitAsync(("Form.Year", "2026"), ("Form.Month", "10"), ("Form.Municipality", "41270"));
        page = await page.SubmitAsync(("Form.Grounds", "race"), ("Form.Grounds", "nationality"), ("Form.Sectors", "housing"));
        page = await page.SubmitAsync(("Form.Kind", "landlord"));
        page = await page.SubmitAsync(("Form.Hope", "Tôi muốn được thuê nhà."));
        page = named
            ? await page.SubmitAsync(("Form.WithName", "true"), ("Form.Name", "Nguyễn Thị Hoa"), ("Form.Way", "PortalOnly"))
            : await page.SubmitAsync(("Form.WithName", "false"), ("Form.Way", "PortalOnly"));
        Assert.Equal("/vi/grievances/new/check", page.Path);
        Assert.Contains(Account, page.Words, StringComparison.Ordinal);
        return await page.SendAsync(page.Document.Forms[^1], null);
    }

    private Task<(int Drafts, int Files, int Codes)> LeftOfAsync(Guid draft) => host.StoredAsync(async db => (
        await db.Drafts.CountAsync(d => d.Id == draft),
        await db.Set<CaseFile>().CountAsync(f => f.DraftId == draft),
        await db.Codes.CountAsync(c => c.DraftId == draft)));
}
