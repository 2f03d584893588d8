using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>What people do by post, telephone or at the counter is recorded by a colleague, counts from the day on which it came, and stands on the person's own page.</summary>
[Trait("Category", "Database")]
public sealed partial class ForThePersonTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Words = "고쳐진 것이 없어서 편지로 알립니다.";

    [Fact]
    public async Task An_objection_by_letter_that_came_on_the_last_day_is_taken_a_day_later_and_a_newcomer_takes_it_on()
    {
        var filed = await AnsweredLongAgoAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var late = await RecordAsync(office, filed, "object", "2026-11-23");
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(Words, late.ValueOf("Form.Words")?.Trim());
        await NothingIsRecordedAsync(filed, CaseStatus.Answered);
        var early = await RecordAsync(office, filed, "object", "2026-10-22");
        Assert.Contains("nobody can object to it before", early.Words, StringComparison.Ordinal);
        await NothingIsRecordedAsync(filed, CaseStatus.Answered);

        var details = await RecordAsync(office, filed, "object", "2026-11-22");

        Assert.Equal($"/office/grievances/{filed.Reference}", details.Path);
        Assert.Contains($"Recorded by {Colleagues.Caseworker.Name} for the person: Letter, arrived on 22 November 2026", details.Words, StringComparison.Ordinal);
        var stored = await StoredAsync(filed);
        Assert.Equal((CaseStatus.Objected, null, true), (stored.Status, stored.HandlerId, stored.HasUnread));
        Assert.Equal(new DateOnly(2026, 11, 22), Seoul.DateOf(stored.ObjectedAt!.Value));
        Assert.Equal("case.needs-a-newcomer", stored.WhyNot(Grievance.TakeOnObjection, Colleagues.Caseworker.Actor)!.Code);
        Assert.Null(stored.WhyNot(Grievance.TakeOnObjection, Colleagues.Caseworker2.Actor));
        Assert.Equal(1, await ChangesAsync(filed, "object"));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        var status = await filer.GetAsync("/en/my-case/status");
        Assert.Contains("You objected to the answer. Letter, arrived on 22 November 2026.", status.Words, StringComparison.Ordinal);
        Assert.Contains(Words, status.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Colleagues.Caseworker.Name, status.Document.QuerySelector("section[aria-labelledby=recorded]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_handed_over_at_the_counter_end_the_pause_on_their_day_and_come_from_the_person()
    {
        var filed = await AskedLongAgoAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var unsaid = await RecordAsync(office, filed, "answer-supplement", "2026-11-18", Channel.Visit);
        Assert.NotNull(unsaid.MistakeAt("Form.Agreed"));
        await NothingIsRecordedAsync(filed, CaseStatus.AwaitingSupplement);

        var page = await office.GetAsync(Address(filed));
        await page.UploadAsync([.. Answers("answer-supplement", "2026-11-18", Channel.Visit), ("Form.Agreed", "InWriting")], ("계약서.pdf", Samples.Pdf()));

        var stored = await StoredAsync(filed);
        Assert.Equal((CaseStatus.UnderReview, null, null, false), (stored.Status, stored.PausedOn, stored.SupplementAskedOn, stored.HasUnread));
        Assert.Equal(new DateOnly(2026, 11, 18), await host.StoredAsync(db => db.Set<CasePause>().Where(p => p.CaseId == filed.Id).Select(p => p.To).SingleAsync()));
        var file = await host.StoredAsync(db => db.Set<CaseFile>().SingleAsync(f => f.CaseId == filed.Id));
        Assert.Equal((true, Colleagues.Caseworker.Id), (file.IsFromPerson, file.UploadedBy));
        await host.WithAsync(services => services.GetRequiredService<FileChecker>().CheckAsync(file.Id, CancellationToken.None));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("계약서.pdf", (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);
        var message = await host.StoredAsync(db => db.Messages.SingleAsync(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.SupplementAnswer));
        Assert.Equal((false, (Guid?)null, (Guid?)null, file.MessageId), (message.FromOffice, message.AuthorId, message.CodeId, (Guid?)message.Id));
    }

    [Fact]
    public async Task More_time_asked_for_by_telephone_is_given_from_the_day_of_the_call()
    {
        var filed = await AskedLongAgoAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        (string, string) readBack = ("Form.Agreed", "ReadBack");

        var late = await RecordAsync(office, filed, "take-more-time", "2026-11-21", Channel.Phone, readBack);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        await NothingIsRecordedAsync(filed, CaseStatus.AwaitingSupplement);
        Assert.NotNull((await RecordAsync(office, filed, "take-more-time", "2026-11-20", Channel.Phone, ("Form.Agreed", "InWriting"))).MistakeAt("Form.Agreed"));
        var details = await RecordAsync(office, filed, "take-more-time", "2026-11-20", Channel.Phone, readBack);

        Assert.Equal((1, true), ((await StoredAsync(filed)).SupplementMoreTime, (await StoredAsync(filed)).SupplementUntil > new DateOnly(2026, 11, 23)));
        Assert.Contains("It was read back to them.", details.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_given_at_the_counter_makes_a_petition_of_a_tip_from_that_day()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Tip);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        (string, string)[] said = [.. Answers("give-name", "2026-11-23", Channel.Visit), ("Form.Agreed", "ReadBack")];
        Assert.NotNull((await (await office.GetAsync(Address(filed))).UploadAsync(said)).MistakeAt("Form.Name"));
        await NothingIsRecordedAsync(filed, CaseStatus.Tip);

        await (await office.GetAsync(Address(filed))).UploadAsync([.. said, ("Form.Name", "Grace Sample")]);

        var stored = await StoredAsync(filed);
        Assert.Equal((CaseStatus.Submitted, false), (stored.Status, stored.IsAnonymous));
        Assert.NotNull(stored.DueOn);
    }

    [Fact]
    public async Task What_they_suffer_and_what_they_write_is_kept_as_theirs()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Investigating);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);

        await RecordAsync(office, filed, "report-retaliation", "2026-11-23");
        await RecordAsync(office, filed, "reply", "2026-11-23");

        var stored = await StoredAsync(filed);
        Assert.Equal((new DateOnly(2026, 11, 23), true), (stored.RetaliationOn, stored.HasUnread));
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await handler.GetAsync($"/office/grievances/{filed.Reference}");
        Assert.False((await StoredAsync(filed)).HasUnread);
        Assert.Equal(
            [MessagePurpose.Message, MessagePurpose.Retaliation],
            await host.StoredAsync(db => db.Messages.Where(m => m.CaseId == filed.Id && !m.FromOffice).Select(m => m.Purpose).Order().ToListAsync()));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        var status = await filer.GetAsync("/en/my-case/status");
        Assert.Equal(2, status.Document.QuerySelectorAll(".message.from-person").Length);
        Assert.All(status.Document.QuerySelectorAll(".message.from-person strong"), who => Assert.Equal("You", who.TextContent));
    }

    [Fact]
    public async Task Nothing_came_before_the_case_itself()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var early = await RecordAsync(office, filed, "reply", "2026-11-22");
        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Assert.Contains("Nothing can have come before the case itself", early.Words, StringComparison.Ordinal);
        Assert.NotNull((await RecordAsync(office, filed, "reply", "2026-11-24")).MistakeAt("Form.ReceivedOn"));
        Assert.NotNull((await RecordAsync(office, filed, "close", "2026-11-23")).MistakeAt("Form.Deed"));
        await NothingIsRecordedAsync(filed, CaseStatus.UnderReview);
    }

    [Fact]
    public async Task Whoever_does_not_see_the_case_records_nothing_in_it()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync(Address(filed));
        using var elsewhere = await host.SignInAsAsync(Colleagues.SuwonOfficer);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(Address(filed))).Status);
        using var privacy = await host.SignInAsAsync(Colleagues.PrivacyOfficer);
        Assert.Equal(HttpStatusCode.Forbidden, (await privacy.GetAsync(Address(filed))).Status);

        // somebody was faster
        await RecordAsync(office, filed, "reply", "2026-11-23");
        var again = await page.UploadAsync(Answers("reply", "2026-11-23"), ("late.pdf", Samples.Pdf()));

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Equal((1, 0), await host.StoredAsync(async db => (await db.Set<HandedIn>().CountAsync(h => h.CaseId == filed.Id), await db.Set<CaseFile>().CountAsync(f => f.CaseId == filed.Id))));
    }

    [Fact]
    public async Task What_was_recorded_stays_as_it_was_recorded()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await RecordAsync(office, filed, "reply", "2026-11-23");

        await Assert.ThrowsAsync<PostgresException>(() => RunAsync("update handed_in set received_on = received_on - 1 where case_id = $1", filed.Id));
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync("delete from handed_in where case_id = $1", filed.Id));

        Assert.Equal(new DateOnly(2026, 11, 23), await host.StoredAsync(db => db.Set<HandedIn>().Where(h => h.CaseId == filed.Id).Select(h => h.ReceivedOn).SingleAsync()));
    }

    private static string Address(FiledCase filed) => $"/office/grievances/{filed.Reference}/for-the-person";

    private static (string Name, string Value)[] Answers(string deed, string day, Channel way = Channel.Letter) =>
        [("Form.Deed", deed), ("Form.Channel", way.ToString()), ("Form.ReceivedOn", day), ("Form.Words", Words), ("Form.Language", "ko")];

    private static async Task<WebPage> RecordAsync(Browserless office, FiledCase filed, string deed, string day, Channel way = Channel.Letter, params (string, string)[] more) =>
        await (await office.GetAsync(Address(filed))).UploadAsync([.. Answers(deed, day, way), .. more]);

    /// <summary>Answered on 23 October, so that the last day for an objection was yesterday.</summary>
    private async Task<FiledCase> AnsweredLongAgoAsync()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered);
        await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).ExecuteUpdateAsync(set => set
            .SetProperty(g => g.AnsweredAt, new DateTimeOffset(2026, 10, 23, 3, 0, 0, TimeSpan.Zero)).SetProperty(g => g.ObjectionUntil, new DateOnly(2026, 11, 22))));
        return filed;
    }

    /// <summary>Asked on 10 November for an answer by the 20th.</summary>
    private async Task<FiledCase> AskedLongAgoAsync()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement);
        var asked = new DateOnly(2026, 11, 10);
        await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).ExecuteUpdateAsync(set => set
            .SetProperty(g => g.SupplementAskedOn, asked).SetProperty(g => g.PausedOn, asked).SetProperty(g => g.SupplementUntil, new DateOnly(2026, 11, 20))));
        await host.StoredAsync(db => db.Set<CasePause>().Where(p => p.CaseId == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.From, asked)));
        return filed;
    }

    private async Task NothingIsRecordedAsync(FiledCase filed, CaseStatus status)
    {
        Assert.Equal(status, (await StoredAsync(filed)).Status);
        Assert.False(await host.StoredAsync(db => db.Set<HandedIn>().AnyAsync(h => h.CaseId == filed.Id)));
        Assert.False(await host.StoredAsync(db => db.Messages.AnyAsync(m => m.CaseId == filed.Id && !m.FromOffice && m.CodeId == null)));
        Assert.False(await host.StoredAsync(db => db.Set<CaseFile>().AnyAsync(f => f.CaseId == filed.Id)));
    }

    private Task<CaseExport> ExportAsync(FiledCase filed) => host.WithAsync(async services =>
    {
        var grievance = await services.GetRequiredService<PortalDb>().Grievances.Include(g => g.People).SingleAsync(g => g.Id == filed.Id);
        var form = new ExportCase { Purpose = ExportPurpose.Inspection, Words = "감사", Parts = [ExportPart.Decisions, ExportPart.History] };
        return await services.GetRequiredService<ExportDesk>().ReadAsync(grievance, form, Colleagues.Supervisor.Actor, CancellationToken.None);
    });

    private Task<int> ChangesAsync(FiledCase filed, string deed) =>
        host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.UserId == Colleagues.Caseworker.Id && r.Deed == AccessDeed.Change && r.Detail == deed));

    private Task<Grievance> StoredAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.AsNoTracking().SingleAsync(g => g.Id == filed.Id));

    private async Task RunAsync(string sql, Guid id)
    {
        await using var command = host.Database.Source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync();
    }
}
