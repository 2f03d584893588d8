using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using MigrantServices.Testing.Papers;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>A copy of a case is handed out in chosen parts, for a purpose that stands on record.</summary>
[Trait("Category", "Database")]
public sealed class ExportTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Name = "Nguyễn Thị Hoa";

    [Fact]
    public async Task What_is_saved_as_JSON_equals_what_the_case_holds()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered);
        using var office = await host.SignInAsAsync(Colleagues.Supervisor);

        var saved = await TakeAsync(office, filed, "Json", Enum.GetNames<ExportPart>());

        var export = CaseExport.FromJson(saved.Body);
        var (stored, messages, events) = await host.StoredAsync(async db => (
            await db.Grievances.AsNoTracking().SingleAsync(g => g.Id == filed.Id),
            await db.Messages.Where(m => m.CaseId == filed.Id).OrderBy(m => m.SentAt).ThenBy(m => m.Id).Select(m => new { m.SentAt, m.Purpose, m.FromOffice, m.Language }).ToListAsync(),
            await db.Events.Where(e => e.CaseId == filed.Id).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => new { e.At, e.Action, e.From, e.To }).ToListAsync()));
        Assert.Equal((CaseExport.SchemaName, CaseExport.CurrentVersion, filed.Reference), (export.Schema, export.Version, export.Reference));
        Assert.Equal((stored.Status, stored.ReceivedAt, stored.DueOn, stored.Language), (export.Facts!.Status, export.Facts.ReceivedAt, export.Facts.DueOn, export.Facts.Language));
        Assert.Equal(stored.Grounds, export.Facts.Grounds);
        Assert.Equal(stored.Sectors, export.Facts.Sectors);
        Assert.Equal(new AccountPart("Chủ nhà nói không cho người nước ngoài thuê.", "원곡동", "Tôi muốn được thuê nhà.", "vi"), export.Account);
        Assert.Equal((Name, "원곡부동산"), (Assert.Single(export.People!.Persons).Name, export.People.Respondent));
        Assert.Equal(messages, export.Messages!.Select(m => new { m.SentAt, m.Purpose, m.FromOffice, m.Language }));
        Assert.Equal(events, export.History!.Select(e => new { e.At, Action = e.Deed, e.From, e.To }));
        Assert.Equal((stored.OutcomeReason, "The house was asked to mend it."), (export.Decisions!.OutcomeReason, export.Decisions.Answer));
        Assert.Single(export.Inquiry!.Checks);
        Assert.Equal(export.ToJson(), CaseExport.FromJson(export.ToJson()).ToJson());
        Assert.Equal(saved.Body, export.ToJson());
        Assert.Equal("attachment; filename=\"copy.json\"", saved.Headers["Content-Disposition"]);
        Assert.Contains("no-store", saved.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_chosen_is_not_in_it()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var saved = await TakeAsync(office, filed, "Json", ["Facts", "History"]);

        Assert.DoesNotContain(Name, saved.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("원곡부동산", saved.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Chủ nhà", saved.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("김하늘", saved.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("account", saved.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(AccessDeed.View + ExportDesk.NamesDetail, (await RecordAsync(filed)).Select(r => r.Deed + r.Detail));
    }

    [Fact]
    public async Task What_told_the_other_side_is_in_it_word_for_word_with_names_and_as_a_day_without_them()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered, form => (form.Contact.Way, form.Contact.Contact) = (ContactWay.Phone, "010-7777-4321"));
        await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.RetaliationOn, new DateOnly(2026, 11, 23))));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var before = CaseExport.FromJson((await TakeAsync(office, filed, "Json", ["Decisions"])).Body);
        Assert.Null(before.Decisions!.ToldOtherSide);
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/tell-respondent")).SubmitAsync(
            ("Form.Addressee", "원곡부동산"), ("Form.Words", "광고를 고쳤음을 확인했습니다."), ("Form.Although", "신청인이 원하고 이미 이사함."));
        var letter = await host.StoredAsync(db => db.Set<OtherSideLetter>().SingleAsync(l => l.CaseId == filed.Id));

        var named = await TakeAsync(office, filed, "Json", ["Decisions", "People"]);
        var plain = await TakeAsync(office, filed, "Json", ["Decisions"]);

        var told = Assert.Single(CaseExport.FromJson(named.Body).Decisions!.ToldOtherSide!);
        Assert.Equal(letter.SentAt, told.SentAt);
        Assert.Contains("광고를 고쳤음을 확인했습니다.", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("010-7777-4321", told.Text, StringComparison.Ordinal);
        Assert.Equal((letter.SentAt, null), (Assert.Single(CaseExport.FromJson(plain.Body).Decisions!.ToldOtherSide!).SentAt, CaseExport.FromJson(plain.Body).Decisions!.ToldOtherSide![0].Text));
        Assert.All(new[] { named, plain }, page => Assert.DoesNotContain("이미 이사함", page.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("원곡부동산", plain.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_waits_for_a_second_person_is_not_handed_out()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Proposed);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var export = CaseExport.FromJson((await TakeAsync(office, filed, "Json", ["Decisions"])).Body);

        Assert.Equal((null, null, null), (export.Decisions!.Answer, export.Decisions.Outcome, export.Decisions.AnsweredAt));
    }

    [Fact]
    public async Task The_purpose_stands_on_record_and_names_are_an_uncovering_of_their_own()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        await TakeAsync(office, filed, "Json", ["Facts", "People"]);

        var record = await RecordAsync(filed);
        var line = Assert.Single(record, r => r.Deed == AccessDeed.Export);
        Assert.Equal((Colleagues.Caseworker.Id, "export:OtherBody:Facts+People", "To the commission, on its letter of today"), (line.UserId!.Value, line.Detail, line.Words));
        Assert.Single(record, r => r.Deed == AccessDeed.View && r.Detail == ExportDesk.NamesDetail);
        using var officer = await host.SignInAsAsync(Colleagues.PrivacyOfficer);
        var read = await officer.GetAsync($"/office/access-records?reference={filed.Reference}");
        Assert.Contains("Another body examines it: Facts, Names and contacts", read.Words, StringComparison.Ordinal);
        Assert.Contains("To the commission, on its letter of today", read.Words, StringComparison.Ordinal);
        using var person = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("handed out a copy", (await person.GetAsync("/en/my-case/looked")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Translations_go_with_their_originals_and_name_their_makers_only_where_names_were_chosen()
    {
        var (filed, _) = await host.Given.ATranslationAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var named = CaseExport.FromJson((await TakeAsync(office, filed, "Json", ["Account", "People"])).Body);
        var unnamed = CaseExport.FromJson((await TakeAsync(office, filed, "Json", ["Account"])).Body);
        var without = CaseExport.FromJson((await TakeAsync(office, filed, "Json", ["Facts", "Messages", "Inquiry"])).Body);

        var one = Assert.Single(named.Translations!);
        Assert.Equal((TextKind.Account, "vi", "ko", 1, TranslationKind.Human, CheckState.Unchecked), (one.Text, one.From, one.To, one.Number, one.Kind, one.State));
        Assert.Equal(("집주인이 외국인에게는 세를 놓지 않는다고 했습니다.", "김하늘"), (one.Words, one.AddedBy));
        Assert.Null(Assert.Single(unnamed.Translations!).AddedBy);
        Assert.Null(without.Translations);
    }

    [Theory]
    [InlineData(Colleagues.Ansan, true)]
    [InlineData(Colleagues.Suwon, false)]
    public async Task A_case_that_is_handled_with_this_one_is_named_to_those_who_see_it(string municipality, bool isNamed)
    {
        var stays = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var gone = await host.Given.AGrievanceAsync(CaseStatus.UnderReview, answers => answers.WhenWhere.Municipality = municipality);
        var merge = new CaseMerge
        {
            MergedId = gone.Id,
            SurvivingId = stays.Id,
            Ground = MergeGround.TheySaid,
            Words = new([1, 2, 3]),
            ProposedById = Colleagues.Caseworker.Id,
            ProposedAt = host.Clock.GetUtcNow(),
        };
        merge.Approve(Colleagues.Supervisor.Actor, (CaseStatus.UnderReview, null, null), host.Clock.GetUtcNow());
        await using (var db = host.Database.Open())
        {
            db.Add(merge);
            await db.Grievances.Where(g => g.Id == stays.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.HandlerId, Colleagues.AnsanOfficer.Id));
            await db.SaveChangesAsync();
        }

        using var office = await host.SignInAsAsync(Colleagues.AnsanOfficer);
        var export = CaseExport.FromJson((await TakeAsync(office, stays, "Json", ["Facts"])).Body);

        Assert.Equal(isNamed ? [new TogetherPart(gone.Reference, false)] : null, export.Facts!.HandledWith);
    }

    [Fact]
    public async Task The_preview_hands_out_nothing()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var preview = await PreviewAsync(office, filed, ["Facts", "People"]);

        Assert.Contains("It contains names", preview.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Name, preview.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(await RecordAsync(filed), r => r.Deed == AccessDeed.Export || r.Detail == ExportDesk.NamesDetail);
    }

    [Theory]
    [InlineData("Form.Purpose", "")]
    [InlineData("Form.Words", "")]
    [InlineData("Form.Parts", "")]
    public async Task Without_a_purpose_words_or_parts_nothing_is_handed_out(string field, string wrong)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var form = await office.GetAsync($"/office/grievances/{filed.Reference}/export");
        (string Name, string Value)[] answers = [("Form.Purpose", "Committee"), ("Form.Words", "For the committee"), ("Form.Parts", "Facts")];

        var page = await form.SendAsync(form.Form("Form.Words"), $"/office/grievances/{filed.Reference}/export?handler=Json", [.. answers.Where(a => a.Name != field), .. wrong.Length == 0 ? [] : new[] { (field, wrong) }]);

        Assert.NotEmpty(page.Summary);
        Assert.DoesNotContain(await RecordAsync(filed), r => r.Deed == AccessDeed.Export);
    }

    [Fact]
    public async Task A_part_that_is_a_supervisors_is_refused_to_the_handler()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var form = await office.GetAsync($"/office/grievances/{filed.Reference}/export");

        var page = await form.SendAsync(
            form.Form("Form.Words"), $"/office/grievances/{filed.Reference}/export?handler=Json", ("Form.Purpose", "Committee"), ("Form.Words", "For the committee"), ("Form.Parts", "Notes"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.DoesNotContain(await RecordAsync(filed), r => r.Deed == AccessDeed.Export);
    }

    [Fact]
    public async Task Who_does_not_have_the_case_gets_no_copy_and_a_stranger_does_not_find_it()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        using var stranger = await host.SignInAsAsync(Colleagues.SuwonOfficer);

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"/office/grievances/{filed.Reference}/export")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/office/grievances/{filed.Reference}/export")).Status);
    }

    [PdfFact]
    public async Task A_paper_is_made_where_it_can_be()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered);
        using var office = await host.SignInAsAsync(Colleagues.Supervisor);

        var saved = await TakeAsync(office, filed, "Pdf", Enum.GetNames<ExportPart>());

        Assert.Equal(("application/pdf", "attachment; filename=\"copy.pdf\""), (saved.Headers["Content-Type"], saved.Headers["Content-Disposition"]));
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(saved.Body.AsSpan(0, 8)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_holds_only_the_cases_that_one_sees_and_no_names()
    {
        var ours = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var theirs = await host.Given.AGrievanceAsync(CaseStatus.UnderReview, answers => answers.WhenWhere.Municipality = Colleagues.Suwon);
        using var office = await host.SignInAsAsync(Colleagues.AnsanOfficer);

        var saved = await (await office.GetAsync("/office/grievances/csv?tab=All")).SubmitAsync(("Form.Purpose", "Planning"), ("Form.Words", "Week plan"));

        Assert.Equal([0xEF, 0xBB, 0xBF], saved.Body[..3]);
        Assert.Contains($"\"{ours.Reference}\",", saved.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(theirs.Reference, saved.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguy", saved.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("원곡", saved.Html, StringComparison.Ordinal);
        Assert.Equal("attachment; filename=\"list.csv\"", saved.Headers["Content-Disposition"]);
        var line = await host.StoredAsync(db => db.AccessRecords.OrderByDescending(r => r.Id).FirstAsync(r => r.UserId == Colleagues.AnsanOfficer.Id && r.Deed == AccessDeed.Export));
        Assert.Equal(("export:Planning", "Week plan", true, false), (line.Detail, line.Words, line.CaseIds!.Contains(ours.Id), line.CaseIds!.Contains(theirs.Id)));
    }

    [Fact]
    public async Task A_list_without_a_purpose_is_not_handed_out()
    {
        var colleague = await host.Given.AColleagueAsync(Role.Caseworker);
        using var office = await host.SignInAsAsync(colleague);

        var page = await (await office.GetAsync("/office/grievances/csv?tab=All")).SubmitAsync(("Form.Words", "Week plan"));
        var search = await (await office.GetAsync("/office/grievances/csv?tab=All")).SendAsync(
            (await office.GetAsync("/office/grievances/csv?tab=All")).Form("Form.Words"), "/office/grievances/csv?search=rent", ("Form.Purpose", "Planning"), ("Form.Words", "Week plan"));

        Assert.NotNull(page.MistakeAt("Form.Purpose"));
        Assert.Equal(HttpStatusCode.Conflict, search.Status);
        Assert.False(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.UserId == colleague.Id && r.Deed == AccessDeed.Export)));
    }

    private static async Task<WebPage> TakeAsync(Browserless office, FiledCase filed, string handler, string[] parts)
    {
        var preview = await PreviewAsync(office, filed, parts);
        var saved = await preview.PressAsync(handler);
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        return saved;
    }

    private static async Task<WebPage> PreviewAsync(Browserless office, FiledCase filed, string[] parts) =>
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/export")).SubmitAsync(
            [("Form.Purpose", "OtherBody"), ("Form.Words", "To the commission, on its letter of today"), .. parts.Select(part => ("Form.Parts", part))]);

    private Task<List<AccessRecord>> RecordAsync(FiledCase filed) =>
        host.StoredAsync(db => db.AccessRecords.AsNoTracking().Where(r => r.CaseId == filed.Id).ToListAsync());
}
