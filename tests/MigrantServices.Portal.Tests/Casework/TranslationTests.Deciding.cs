using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <content>What a decision relies on, and what its words in another language need.</content>
public sealed partial class TranslationTests
{
    [Fact]
    public async Task Nothing_is_proposed_before_it_is_said_which_version_was_read()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await TranslateAsync(filed);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var refused = await ProposeAsync(office, filed, "");
        Assert.Contains(Shipped.Says("refusal.translation.source-missing"), refused.Words, StringComparison.Ordinal);
        var unread = await ProposeAsync(office, filed, $"Account:{filed.Id}={(await OneAsync(filed)).Id}");
        Assert.Contains("Nobody has checked this translation", unread.Words, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict, CaseStatus.UnderReview, 0), (refused.Status, unread.Status, await StatusAsync(filed), await SourcesAsync(filed)));

        var page = await ProposeAsync(office, filed, $"Account:{filed.Id}={(await OneAsync(filed)).Id}", known: true);

        Assert.Contains("a translation that nobody had checked", page.Words, StringComparison.Ordinal);
        Assert.Equal((CaseStatus.Proposed, 2), (await StatusAsync(filed), await SourcesAsync(filed)));
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        Assert.Contains("translation into 한국어, version 1", (await supervisor.GetAsync($"/office/grievances/{filed.Reference}/approve")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_read_the_original_says_so_and_it_is_kept()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var page = await ProposeAsync(office, filed, $"Account:{filed.Id}=original");

        Assert.Contains("read in the original", page.Words, StringComparison.Ordinal);
        var source = await host.StoredAsync(db => db.Set<DecisionSource>().AsNoTracking().SingleAsync(s => s.CaseId == filed.Id && s.Text == TextKind.Account));
        Assert.Equal(("propose", "vi", null, false), (source.Deed, source.Language, source.TranslationId, source.WasUnchecked));
        await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db => db.Database.ExecuteSqlAsync($"update decision_sources set was_unchecked = false where case_id = {filed.Id}")));
    }

    [Fact]
    public async Task A_text_in_a_language_that_the_proposer_reads_asks_for_nothing()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview, form => form.Contact.Language = "en");
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        Assert.DoesNotContain("Form.Sources", (await office.GetAsync($"/office/grievances/{filed.Reference}/propose")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ordinary_messages_and_foreign_statements_are_named_among_what_was_read()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Investigating);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.WithAsync(async services => await services.GetRequiredService<FilerDesk>().WriteAsync(
            await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id), Guid.CreateVersion7(), new() { Body = "Tôi có thêm ảnh." }, "vi", Actor.Filer(filed.Id, filed.CodeId), CancellationToken.None));
        var statement = await (await office.GetAsync($"/office/grievances/{filed.Reference}/records/record-statement")).SubmitAsync(
            ("Form.Code", "witness"), ("Form.On", "2026-11-23"), ("Form.People", "Trần"), ("Form.Language", "vi"), ("Form.Words", "Tôi đã thấy."));
        Assert.Equal(HttpStatusCode.OK, statement.Status);
        var (message, record) = await host.StoredAsync(async db => (
            await db.Messages.Where(m => m.CaseId == filed.Id && !m.FromOffice).Select(m => m.Id).SingleAsync(),
            await db.InquiryRecords.Where(r => r.CaseId == filed.Id && r.Deed == "record-statement" && r.Language == "vi").Select(r => r.Id).SingleAsync()));

        var refused = await ProposeAsync(office, filed, $"Account:{filed.Id}=original");
        Assert.Equal((HttpStatusCode.Conflict, 0), (refused.Status, await SourcesAsync(filed)));
        var form = await office.GetAsync($"/office/grievances/{filed.Reference}/propose");
        await form.SubmitAsync(
            ("Form.Reason", "resolved.explained"), ("Form.Answer", "설명하였습니다."),
            ("Form.Sources", $"Account:{filed.Id}=original"), ("Form.Sources", $"Hope:{filed.Id}=original"), ("Form.Sources", $"Message:{message}=original"), ("Form.Sources", $"Record:{record}=original"));

        Assert.Equal(CaseStatus.Proposed, await StatusAsync(filed));
        Assert.Equal([TextKind.Account, TextKind.Hope, TextKind.Message, TextKind.Record], await host.StoredAsync(db => db.Set<DecisionSource>().Where(s => s.CaseId == filed.Id).OrderBy(s => s.Text).Select(s => s.Text).ToListAsync()));
    }

    [Fact]
    public async Task A_draft_in_the_persons_language_goes_out_only_when_somebody_else_has_checked_it()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await ProposeInVietnameseAsync(filed, "Draft");
        var words = await OneAsync(filed);
        Assert.Equal((TextKind.Answer, "ko", "vi", TranslationKind.Draft, CheckState.Unchecked, Colleagues.Caseworker.Id), (words.Text, words.From, words.To, words.Kind, words.State, words.AddedById));
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var address = $"/office/grievances/{filed.Reference}/approve";

        var preview = await supervisor.GetAsync(address);
        Assert.Contains(Shipped.Says("refusal.translation.words-unchecked"), preview.Words, StringComparison.Ordinal);
        var refused = await preview.SendAsync(preview.Form("Seen"), null);
        Assert.Equal((HttpStatusCode.Conflict, CaseStatus.Proposed), (refused.Status, await StatusAsync(filed)));
        Assert.False(await host.StoredAsync(db => db.Messages.AnyAsync(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.Decision)));

        using var own = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("translations/" + words.Id, (await own.GetAsync($"/office/grievances/{filed.Reference}")).Html, StringComparison.Ordinal);
        using var second = await host.SignInAsAsync(Colleagues.Caseworker2);
        await (await second.GetAsync($"/office/grievances/{filed.Reference}/translations/{words.Id}")).PressAsync("Check");
        preview = await supervisor.GetAsync(address);
        await preview.SendAsync(preview.Form("Seen"), null);

        Assert.Equal((CaseStatus.Answered, CheckState.Checked), (await StatusAsync(filed), (await OneAsync(filed)).State));
    }

    [Fact]
    public async Task Words_made_by_a_person_go_out_unless_somebody_rejected_them()
    {
        var (sent, rejected) = (await host.Given.AGrievanceAsync(CaseStatus.UnderReview), await host.Given.AGrievanceAsync(CaseStatus.UnderReview));
        await ProposeInVietnameseAsync(sent, "Human");
        await ProposeInVietnameseAsync(rejected, "Human");
        using var second = await host.SignInAsAsync(Colleagues.Caseworker2);
        await (await second.GetAsync($"/office/grievances/{rejected.Reference}/translations/{(await OneAsync(rejected)).Id}")).SubmitAsync(("Form.Reason", "뜻이 다름"));
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);

        foreach (var filed in new[] { sent, rejected })
        {
            var preview = await supervisor.GetAsync($"/office/grievances/{filed.Reference}/approve");
            Assert.Equal(filed == rejected, preview.Words.Contains(Shipped.Says("refusal.translation.words-rejected"), StringComparison.Ordinal));
            await preview.SendAsync(preview.Form("Seen"), null);
        }

        Assert.Equal((CaseStatus.Answered, CaseStatus.Proposed), (await StatusAsync(sent), await StatusAsync(rejected)));
    }

    [Fact]
    public async Task A_translation_rejected_after_the_proposal_blocks_the_approval()
    {
        var filed = await ProposedOnATranslationAsync();
        using var second = await host.SignInAsAsync(Colleagues.Caseworker2);
        var judged = await second.GetAsync($"/office/grievances/{filed.Reference}/translations/{(await OneAsync(filed)).Id}");
        await judged.SubmitAsync(("Form.Reason", "빠진 말이 있음"));

        await AssertNotApprovedAsync(filed);
    }

    [Fact]
    public async Task A_changed_original_marks_its_translations_and_blocks_proposal_and_approval()
    {
        var filed = await ProposedOnATranslationAsync();
        await ChangeAccountAsync(filed);

        await AssertNotApprovedAsync(filed);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var page = await supervisor.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.Contains("Out of date", page.Words, StringComparison.Ordinal);
        await page.SendAsync(page.Form("deeds/send-back"), null);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var refused = await ProposeAsync(office, filed, $"Account:{filed.Id}={(await OneAsync(filed)).Id}", known: true);

        Assert.Equal((HttpStatusCode.Conflict, CaseStatus.UnderReview, 2), (refused.Status, await StatusAsync(filed), await SourcesAsync(filed)));
        Assert.Contains("The original has changed since", refused.Words, StringComparison.Ordinal);
    }
}
