using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Portal.Web.Papers;
using MigrantServices.Testing.Hosting;
using MigrantServices.Testing.Papers;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>A child's case from receipt to the papers and beyond, through the office's own pages.</summary>
[Trait("Category", "Database")]
public sealed class ChildCaseworkTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly string[] Criteria = ["foreign", "under-18", "born-in-korea", "unregistered", "lives-here"];

    [Fact]
    public async Task Three_colleagues_lead_an_application_to_papers_that_anybody_can_check()
    {
        var filed = await ConfirmedAsync();

        Assert.Equal(CaseStatus.Confirmed, await StatusOfAsync(filed));
        var card = await host.StoredAsync(db => db.Set<CardIssue>().SingleAsync(c => c.CaseId == filed.Id));
        Assert.Equal((Colleagues.Caseworker.Id, Colleagues.Supervisor.Id, Colleagues.Caseworker2.Id), (card.PreparedById, card.ApprovedById, card.IssuedById));
        Assert.Equal("valid", await CheckedAsync(card.Id));

        using var issuer = await host.SignInAsAsync(Colleagues.Caseworker2);
        var papers = await issuer.GetAsync(Of(filed, "papers"));
        Assert.Contains(card.CardSerial, papers.Words, StringComparison.Ordinal);
        if (PaperLibraries.AreExpected)
        {
            var printed = await papers.SendAsync(papers.Form("what"), null, ("what", "card"));
            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (printed.Status, printed.Headers["Content-Type"]));
            // once before issuing, once for the printer
            Assert.Equal(2, await host.StoredAsync(db => db.Set<IdentityOpening>().CountAsync(o => o.CaseId == filed.Id && o.OpenedById == Colleagues.Caseworker2.Id)));
        }

        await PressAsync(issuer, filed, "hand-out-papers");
        Assert.False((await issuer.GetAsync(Of(filed, "papers"))).Html.Contains("papers/print", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_does_two_of_the_three_steps_and_nothing_changes()
    {
        var filed = await ProposedAsync();
        using var both = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Equal(HttpStatusCode.Forbidden, (await PressAsync(both, filed, "approve-confirmation")).Status);

        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        await PressAsync(supervisor, filed, "approve-confirmation");
        Assert.Equal(HttpStatusCode.Conflict, (await PressAsync(supervisor, filed, "issue")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await PressAsync(both, filed, "issue")).Status);

        Assert.Equal(CaseStatus.ToIssue, await StatusOfAsync(filed));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<CardIssue>().CountAsync(c => c.CaseId == filed.Id)));
        await using var source = Core.Storage.DatabaseRole.Source(host.Database.ConnectionString, Core.Storage.DatabaseRole.App);
        await using var forged = source.CreateCommand($"update cases set issued_by_id = proposed_by_id where id = '{filed.Id}'");
        Assert.Equal("cases_issued_by_a_third", (await Assert.ThrowsAsync<PostgresException>(() => forged.ExecuteNonQueryAsync())).ConstraintName);
    }

    [Fact]
    public async Task A_list_a_case_and_a_search_show_initials_and_never_a_name()
    {
        var filed = await host.Given.AChildAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        foreach (var address in new[] { "/office/children", "/office/children?tab=All", $"/office/children?search={filed.Reference}", Of(filed), "/office/children/offers", "/office", Of(filed, "identity"), Of(filed, "papers") })
        {
            var page = await office.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("Salma", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("المرجانة", page.Html, StringComparison.Ordinal);
        }

        Assert.Contains("S. A.", (await office.GetAsync("/office/children?tab=All")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Reference, (await office.GetAsync("/office/children?search=Salma")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_the_child_is_opens_for_the_handler_with_a_purpose_and_the_family_sees_it()
    {
        var filed = await host.Given.AChildAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await PressAsync(handler, filed, "take-on");

        var without = await (await handler.GetAsync(Of(filed, "identity"))).SendAsync((await handler.GetAsync(Of(filed, "identity"))).Form("Purpose"), null);
        Assert.DoesNotContain("Salma", without.Html, StringComparison.Ordinal);
        Assert.Equal(0, await host.StoredAsync(db => db.Set<IdentityOpening>().CountAsync(o => o.CaseId == filed.Id)));

        var opened = await (await handler.GetAsync(Of(filed, "identity"))).SubmitAsync(("Purpose", "verify-facts"));
        Assert.Contains("Salma Almurjana", opened.Words, StringComparison.Ordinal);
        Assert.Contains("هدى المرجانة", opened.Words, StringComparison.Ordinal);
        Assert.Equal(["verify-facts"], await host.StoredAsync(db => db.Set<IdentityOpening>().Where(o => o.CaseId == filed.Id).Select(o => o.Purpose).ToListAsync()));
        Assert.Equal(1, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.Detail == "identity:verify-facts")));
        using var parent = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("To check the facts", (await parent.GetAsync("/en/my-case/child/looked")).Words, StringComparison.Ordinal);

        using var another = await host.SignInAsAsync(Colleagues.Caseworker2);
        var refused = await another.GetAsync(Of(filed, "identity"));
        Assert.DoesNotContain("Purpose", refused.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_sees_the_own_citys_cases_only_and_a_case_moves_when_the_other_city_accepts()
    {
        var filed = await host.Given.AChildAsync();
        using var ansan = await host.SignInAsAsync(Colleagues.AnsanOfficer);
        using var suwon = await host.SignInAsAsync(Colleagues.SuwonOfficer);
        await PressAsync(ansan, filed, "take-on");
        Assert.Equal(HttpStatusCode.NotFound, (await suwon.GetAsync(Of(filed))).Status);
        Assert.DoesNotContain(filed.Reference, (await suwon.GetAsync($"/office/children?search={filed.Reference}")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Reference, (await suwon.GetAsync("/office/children/offers")).Words, StringComparison.Ordinal);

        await DoAsync(ansan, filed, "offer-transfer", ("Form.Code", Colleagues.Suwon));
        Assert.Equal(HttpStatusCode.NotFound, (await suwon.GetAsync(Of(filed))).Status);
        var offers = await suwon.GetAsync("/office/children/offers");
        Assert.Contains(filed.Reference, offers.Words, StringComparison.Ordinal);
        Assert.Matches("About [0-9]+ to [0-9]+ years old", offers.Words);
        Assert.All((string[])["S. A.", "Salma", "المرجانة", "2020", "원곡로"], known => Assert.DoesNotContain(known, offers.Html, StringComparison.OrdinalIgnoreCase));
        foreach (var page in (string[])["identity", "papers", "services", "export", "duplicates"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await suwon.GetAsync(Of(filed, page))).Status);
        }

        Assert.Equal(0, await host.StoredAsync(db => db.Set<IdentityOpening>().CountAsync(o => o.CaseId == filed.Id)));
        await offers.PressAsync("Accept", ("reference", filed.Reference));

        Assert.Equal(HttpStatusCode.OK, (await suwon.GetAsync(Of(filed))).Status);
        Assert.Contains("Salma Almurjana", (await (await suwon.GetAsync(Of(filed, "identity"))).SubmitAsync(("Purpose", "verify-facts"))).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ansan.GetAsync(Of(filed))).Status);
        var left = await ansan.GetAsync("/office/children/offers");
        Assert.DoesNotContain(filed.Reference, left.Words, StringComparison.Ordinal);
        Assert.Contains("Suwon", left.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_goes_out_with_its_reasons_and_no_papers_are_made()
    {
        var filed = await host.Given.AChildAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await PressAsync(handler, filed, "take-on");
        await DoAsync(handler, filed, "add-proof", ("Form.Code", "court-paper"), ("Form.On", "2026-11-20"));
        var proof = await host.StoredAsync(db => db.Set<ChildProof>().Where(p => p.CaseId == filed.Id).Select(p => p.Id).SingleAsync());
        await DoAsync(handler, filed, "find-fact", ("Form.Code", "unregistered"), ("Form.IsMet", "false"), ("Form.Proofs", proof.ToString()));
        await DoAsync(handler, filed, "propose-refusal", ("Form.Code", "registered"), ("Form.Words", "출생이 이미 확인되어 있습니다."), ("Form.InTheirLanguage", "الولادة مؤكدة."));
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        await PressAsync(supervisor, filed, "approve-refusal");

        Assert.Equal(CaseStatus.Refused, await StatusOfAsync(filed));
        using var parent = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("الولادة مؤكدة.", (await parent.GetAsync("/ar/my-case/child")).Html, StringComparison.Ordinal);
        Assert.Equal(0, await host.StoredAsync(db => db.Set<CardIssue>().CountAsync(c => c.CaseId == filed.Id)));
    }

    [Fact]
    public async Task Papers_that_the_family_reports_lost_count_no_more_and_others_take_their_place()
    {
        var filed = await ConfirmedAsync();
        var first = await host.StoredAsync(db => db.Set<CardIssue>().Where(c => c.CaseId == filed.Id).Select(c => c.Id).SingleAsync());
        var token = await TokenAsync(first);
        using var parent = await host.ComeBackAsync(filed.CodeId);
        var lost = await parent.GetAsync("/en/my-case/child/lost");
        await lost.SendAsync(lost.Form("Revision"), null);
        Assert.Equal("expired", await AnswerAsync(token));

        await (await parent.GetAsync("/en/my-case/child/reissue")).SubmitAsync(("Because", nameof(IssueReason.Lost)));
        Assert.Equal(CaseStatus.ReissueAsked, await StatusOfAsync(filed));
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        using var issuer = await host.SignInAsAsync(Colleagues.Caseworker2);
        await PressAsync(handler, filed, "propose-reissue");
        await PressAsync(supervisor, filed, "approve-reissue");
        await PressAsync(issuer, filed, "issue");

        Assert.Equal(CaseStatus.Confirmed, await StatusOfAsync(filed));
        var states = await host.StoredAsync(db => db.Set<CardIssue>().Where(c => c.CaseId == filed.Id).OrderBy(c => c.IssuedAt).Select(c => c.State).ToListAsync());
        Assert.Equal([CardState.Lost, CardState.Valid], states.Order(Comparer<CardState>.Create((a, b) => (b == CardState.Lost).CompareTo(a == CardState.Lost))));
    }

    [Fact]
    public async Task On_the_eighteenth_birthday_everything_ends_by_itself_after_a_notice()
    {
        var filed = await ConfirmedAsync(form => (form.About.Year, form.About.Month, form.About.Day) = ("2009", "2", "20"));
        var card = await host.StoredAsync(db => db.Set<CardIssue>().Where(c => c.CaseId == filed.Id).Select(c => c.Id).SingleAsync());
        var token = await TokenAsync(card);
        await AgeRoundAsync();
        Assert.NotNull(await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id && c.Status == CaseStatus.Confirmed).Select(c => c.ToldOfAgeAt).SingleAsync()));
        Assert.Equal("valid", await AnswerAsync(token));

        host.Clock.Advance(TimeSpan.FromDays(100));
        await AgeRoundAsync();
        await AgeRoundAsync();

        Assert.Equal(CaseStatus.AgedOut, await StatusOfAsync(filed));
        Assert.Equal("expired", await AnswerAsync(token));
        Assert.Equal(1, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.AgeOut.Code)));
    }

    [Fact]
    public async Task An_alarm_can_be_raised_by_any_colleague_who_sees_the_case_before_anybody_took_it()
    {
        var filed = await host.Given.AChildAsync();
        using var colleague = await host.SignInAsAsync(Colleagues.Caseworker2);

        await DoAsync(colleague, filed, "raise-alarm", ("Form.Codes", "police-112"), ("Form.Words", "아이가 다쳤습니다."));

        Assert.NotNull(await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.AlarmSince).SingleAsync()));
        Assert.Contains("Alarm", (await colleague.GetAsync($"/office/children?search={filed.Reference}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_photograph_is_refused_and_keeps_the_one_that_is_there()
    {
        var filed = await host.Given.AChildAsync();
        using var parent = await host.ComeBackAsync(filed.CodeId);

        var refused = await (await parent.GetAsync("/en/my-case/child/photograph")).UploadAsync(("face.jpg", "not a picture"u8.ToArray()));

        Assert.NotEmpty(refused.Summary);
        Assert.Equal(0, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.PutPhotograph.Code)));
    }

    private async Task<FiledCase> ConfirmedAsync(Action<Core.ChildConfirmations.Filing.ApplyForChild>? but = null)
    {
        var filed = await ProposedAsync(but);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        await PressAsync(supervisor, filed, "approve-confirmation");
        using var issuer = await host.SignInAsAsync(Colleagues.Caseworker2);
        await PressAsync(issuer, filed, "issue");
        Assert.Equal(CaseStatus.Confirmed, await StatusOfAsync(filed));
        return filed;
    }

    private async Task<FiledCase> ProposedAsync(Action<Core.ChildConfirmations.Filing.ApplyForChild>? but = null)
    {
        var filed = await host.Given.AChildAsync(but);
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await PressAsync(handler, filed, "take-on");
        await handler.PutPhotographAsync(filed);
        await DoAsync(handler, filed, "add-proof", ("Form.Code", "hospital-record"), ("Form.On", "2026-11-20"));
        await DoAsync(handler, filed, "see-consent", ("Form.Words", "통화로 확인함"));
        var proof = await host.ProofAsync(filed);
        foreach (var criterion in Criteria)
        {
            await DoAsync(handler, filed, "find-fact", ("Form.Code", criterion), ("Form.IsMet", "true"), ("Form.Proofs", proof));
        }

        await PressAsync(handler, filed, "propose-confirmation");
        Assert.Equal(CaseStatus.Proposed, await StatusOfAsync(filed));
        return filed;
    }

    private async Task<WebPage> DoAsync(Browserless office, FiledCase filed, string deed, params (string Name, string Value)[] answers)
    {
        var done = await (await office.GetAsync(Of(filed, "do/" + deed))).SubmitAsync(answers);
        Assert.True(done.Summary.Count == 0, string.Join(" | ", done.Summary));
        return done;
    }

    private Task<WebPage> PressAsync(Browserless office, FiledCase filed, string deed) => ChildOffice.PressAsync(host, office, filed, deed);

    private static string Of(FiledCase filed, string? page = null) => $"/office/children/{filed.Reference}" + (page is null ? "" : "/" + page);

    private Task<CaseStatus> StatusOfAsync(FiledCase filed) => host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Status).SingleAsync());

    private Task<string> TokenAsync(Guid card) => host.WithAsync(services => services.GetRequiredService<CardRegister>().PrintAgainAsync(card, default));

    private async Task<string> CheckedAsync(Guid card) => await AnswerAsync(await TokenAsync(card));

    private Task<string> AnswerAsync(string token) => host.WithAsync(async services =>
        (await services.GetRequiredService<CardCheck>().AskAsync(token, default)).ToString().ToLowerInvariant());

    private Task AgeRoundAsync() => host.WithAsync(services =>
        services.GetServices<Core.Storage.Outbox.IOutboxHandler>().Single(handler => handler.Kind == AgeHandler.JobKind).HandleAsync("{}", default));
}
