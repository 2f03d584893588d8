using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Kinds;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>What colleagues take down for somebody who called, came, wrote or was sent.</summary>
public sealed class CounterTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Account = "편지로 알려 온 일입니다.";

    [Fact]
    public async Task An_officer_takes_down_a_case_of_their_own_place()
    {
        var sent = await FileAsync(Colleagues.AnsanOfficer, Answers(Colleagues.Ansan));

        Assert.EndsWith("/receipt", sent.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Colleagues.Suwon)]
    [InlineData("elsewhere")]
    public async Task A_case_of_another_place_is_refused_and_nothing_is_kept(string place)
    {
        var refused = await FileAsync(Colleagues.AnsanOfficer, Answers(place));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("You have no right to take down cases of this place.", refused.Summary);
        Assert.Equal(Account, refused.ValueOf("Form.Grievance.Story.Account")?.Trim());
        Assert.False(await host.StoredAsync(db => db.Grievances.AnyAsync(g => g.Channel == Channel.Letter && g.Municipality != Colleagues.Ansan)));
    }

    [Fact]
    public async Task What_came_with_a_letter_goes_into_the_case_and_the_person_sees_it()
    {
        var page = await OpenAsync(Colleagues.Caseworker);

        var receipt = await page.UploadAsync(Answers(Colleagues.Ansan), ("편지.pdf", Samples.Pdf()), ("사진.jpg", Samples.Jpeg()));

        var filed = await FiledAsync(receipt);
        Assert.Equal(["nationality", "race"], filed.Grounds.Order(StringComparer.Ordinal));
        var files = await host.StoredAsync(db => db.Set<CaseFile>().AsNoTracking().Where(f => f.CaseId == filed.Id).ToListAsync());
        Assert.Equal(2, files.Count);
        Assert.All(files, file => Assert.Equal((Colleagues.Caseworker.Id, true, null), (file.UploadedBy, file.IsFromPerson, file.DraftId)));
        Assert.Equal(1, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.Deed == AccessDeed.Change && r.Detail == "file")));
        foreach (var file in files)
        {
            await host.WithAsync(services => services.GetRequiredService<FileChecker>().CheckAsync(file.Id, CancellationToken.None));
        }

        using var resident = host.Browser();
        var opened = await ComeBackAsync(resident, CodeOn(receipt)!);
        Assert.Contains("편지.pdf", opened.Words, StringComparison.Ordinal);
        Assert.Equal(Samples.Pdf(), (await opened.FollowAsync($".file-list a[href*='{files.Single(f => f.Kind == FileKind.Pdf).Id}']")).Body);
        await NothingIsLeftOverAsync();
    }

    [Fact]
    public async Task A_refused_file_holds_the_filing_back_and_the_words_come_back()
    {
        var page = await OpenAsync(Colleagues.Caseworker);

        var again = await page.UploadAsync(Answers(Colleagues.Ansan), ("good.pdf", Samples.Pdf()), ("trick.pdf", [.. "MZ\u0090\0"u8, .. new byte[400]]));

        Assert.Contains("trick.pdf", again.MistakeAt("Files"), StringComparison.Ordinal);
        Assert.Equal(Account, again.ValueOf("Form.Grievance.Story.Account")?.Trim());
        Assert.Equal("nationality,race", string.Join(',', again.ValueOf("Form.Grievance.Grounds.Grounds")!.Split(',').Order(StringComparer.Ordinal)));
        await NothingIsFiledAsync(page);
    }

    [Fact]
    public async Task Words_that_are_not_right_keep_their_files_out()
    {
        var page = await OpenAsync(Colleagues.Caseworker);

        var again = await page.UploadAsync([.. Answers(Colleagues.Ansan).Where(a => a.Name != "Form.Grievance.Contact.Name")], ("good.pdf", Samples.Pdf()));

        Assert.NotNull(again.MistakeAt("Form.Grievance.Contact.Name"));
        await NothingIsFiledAsync(page);
    }

    [Fact]
    public async Task Files_without_the_forms_token_are_refused()
    {
        var page = await OpenAsync(Colleagues.Caseworker);

        var again = await page.UploadAsync([.. Answers(Colleagues.Ansan), ("__RequestVerificationToken", "forged")], ("forged.pdf", Samples.Pdf()));

        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        await NothingIsFiledAsync(page);
    }

    [Fact]
    public async Task Whoever_may_not_file_it_leaves_no_file()
    {
        var page = await OpenAsync(Colleagues.AnsanOfficer);

        var refused = await page.UploadAsync(Answers(Colleagues.Suwon), ("letter.pdf", Samples.Pdf()));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        await NothingIsFiledAsync(page);
    }

    [Fact]
    public async Task The_same_form_sent_twice_keeps_its_files_once()
    {
        var page = await OpenAsync(Colleagues.Caseworker);

        var first = await page.UploadAsync(Answers(Colleagues.Ansan), ("letter.pdf", Samples.Pdf()));
        var second = await page.UploadAsync(Answers(Colleagues.Ansan), ("letter.pdf", Samples.Pdf()));

        Assert.Equal(first.Path, second.Path);
        Assert.Null(CodeOn(second));
        var filed = await FiledAsync(first);
        Assert.Equal(1, await host.StoredAsync(db => db.Set<CaseFile>().CountAsync(f => f.CaseId == filed.Id)));
        await NothingIsLeftOverAsync();
    }

    [Fact]
    public async Task A_new_code_is_made_for_a_lost_slip_and_the_old_one_ends_with_all_that_it_had_open()
    {
        var receipt = await FileAsync(Colleagues.Caseworker, Answers(Colleagues.Ansan));
        var (filed, lost) = (await FiledAsync(receipt), CodeOn(receipt)!);
        using var finder = host.Browser();
        Assert.Equal("/en/my-case/status", (await ComeBackAsync(finder, lost)).Path);
        var page = await receipt.Browser.GetAsync($"/office/grievances/{filed.Reference}/renew-code");

        var slip = await page.SubmitAsync(("Form.IsSure", "true"));

        var code = CodeOn(slip)!;
        Assert.NotEqual(lost, code);
        Assert.Null(CodeOn(await receipt.Browser.GetAsync(slip.Path)));
        Assert.Equal("/en/my-case", (await finder.GetAsync("/en/my-case/status")).Path);
        Assert.Contains("opens nothing", (await ComeBackAsync(finder, lost)).MistakeAt("Code"), StringComparison.Ordinal);
        using var person = host.Browser();
        Assert.Equal("/en/my-case/status", (await ComeBackAsync(person, code)).Path);
        Assert.Contains("made a new code", (await receipt.Browser.GetAsync($"/office/grievances/{filed.Reference}")).Words, StringComparison.Ordinal);
        Assert.Equal(1, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.Detail == "renew-code" && r.UserId == Colleagues.Caseworker.Id)));
    }

    [Fact]
    public async Task Without_being_sure_who_it_is_nobody_makes_a_new_code()
    {
        var receipt = await FileAsync(Colleagues.Caseworker, Answers(Colleagues.Ansan));
        var page = await receipt.Browser.GetAsync(receipt.Path.Replace("receipt", "renew-code", StringComparison.Ordinal));

        var again = await page.SendAsync(page.Form("Form.IsSure"), null);

        Assert.NotNull(again.MistakeAt("Form.IsSure"));
        using var person = host.Browser();
        Assert.Equal("/en/my-case/status", (await ComeBackAsync(person, CodeOn(receipt)!)).Path);
    }

    [Fact]
    public async Task A_code_that_the_person_made_themselves_stays_theirs()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.DoesNotContain("renew-code", (await office.GetAsync($"/office/grievances/{filed.Reference}")).Html, StringComparison.Ordinal);

        var refused = await (await office.GetAsync($"/office/grievances/{filed.Reference}/renew-code")).SubmitAsync(("Form.IsSure", "true"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(1, await host.StoredAsync(db => db.Codes.CountAsync(c => c.CaseId == filed.Id && c.EndedAt == null)));
    }

    [Fact]
    public async Task What_happened_later_cannot_have_been_received_before()
    {
        var page = await OpenAsync(Colleagues.Caseworker);
        (string, string)[] dated = [("Form.ReceivedAt", "2026-11-20T10:00"), ("Form.Grievance.WhenWhere.Year", "2026"), ("Form.Grievance.WhenWhere.Month", "11"), ("Form.Grievance.WhenWhere.Day", "21")];

        var again = await page.UploadAsync([.. Answers(Colleagues.Ansan), .. dated], ("letter.pdf", Samples.Pdf()));

        Assert.Contains("before it happened", again.MistakeAt("Form.ReceivedAt"), StringComparison.Ordinal);
        await NothingIsFiledAsync(page);
    }

    private static string? CodeOn(WebPage receipt) => receipt.Document.QuerySelector("#code")?.TextContent;

    private static async Task<WebPage> ComeBackAsync(Browserless browser, string code) =>
        await (await browser.GetAsync("/en/my-case")).SubmitAsync(("Code", code));

    private async Task NothingIsFiledAsync(WebPage page)
    {
        var token = Guid.Parse(page.ValueOf("Form.Token")!);
        Assert.False(await host.StoredAsync(db => db.Grievances.AnyAsync(g => g.SentFrom == token)));
        await NothingIsLeftOverAsync();
    }

    private async Task NothingIsLeftOverAsync() =>
        Assert.Equal((0, 0), await host.StoredAsync(async db => (await db.Set<CaseFile>().CountAsync(f => f.CaseId == null), await db.Drafts.CountAsync(d => d.SentAs == null))));

    private Task<Grievance> FiledAsync(WebPage receipt)
    {
        var reference = receipt.Path.Split('/')[^2];
        return host.StoredAsync(db => db.Grievances.AsNoTracking().SingleAsync(g => g.Reference == reference));
    }

    private async Task<WebPage> OpenAsync(Colleague colleague) => await (await host.SignInAsAsync(colleague)).GetAsync("/office/grievances/new");

    private async Task<WebPage> FileAsync(Colleague colleague, (string Name, string Value)[] answers)
    {
        return await (await OpenAsync(colleague)).SubmitAsync(answers);
    }

    private static (string Name, string Value)[] Answers(string place) =>
    [
        ("Form.Channel", nameof(Channel.Letter)),
        ("Form.Grievance.Story.Teller", "Myself"),
        ("Form.Grievance.Story.Account", Account),
        ("Form.Grievance.WhenWhere.Municipality", place),
        ("Form.Grievance.Grounds.Grounds", "race"),
        ("Form.Grievance.Grounds.Grounds", "nationality"),
        ("Form.Grievance.Grounds.Sectors", "housing"),
        ("Form.Grievance.Respondent.Kind", "landlord"),
        ("Form.Grievance.Contact.WithName", "true"),
        ("Form.Grievance.Contact.Name", "Grace Sample"),
        ("Form.Grievance.Contact.Way", "PortalOnly"),
        ("Form.Grievance.Contact.Language", "en"),
    ];
}
