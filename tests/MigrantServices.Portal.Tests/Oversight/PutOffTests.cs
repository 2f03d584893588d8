using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.PutOff;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Oversight;

/// <summary>A day off that falls on somebody's last day gives them until the next working day, and the case says so.</summary>
[Trait("Category", "Database")]
public sealed class PutOffTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_days_for_an_objection_are_put_off_and_stay_so_when_the_day_is_taken_back()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered);
        var last = (await ReadAsync(filed, g => g.ObjectionUntil))!.Value;
        Assert.Equal(new DateOnly(2026, 12, 23), last);

        var added = await AddAsync(last);

        Assert.Equal(new DateOnly(2026, 12, 24), await ReadAsync(filed, g => g.ObjectionUntil));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("The last day for an objection, 23 December 2026, became a rest day: it is now 24 December 2026", (await office.GetAsync($"/office/grievances/{filed.Reference}")).Words, StringComparison.Ordinal);
        using var filer = await host.ComeBackAsync(filed.CodeId);
        var status = (await filer.GetAsync("/en/my-case/status")).Words;
        Assert.Contains("24 December 2026", status, StringComparison.Ordinal);
        Assert.Contains("Before, it was 23 December 2026. It moved because the public holidays changed.", status, StringComparison.Ordinal);

        await WithdrawAsync(added);
        Assert.Equal(new DateOnly(2026, 12, 24), await ReadAsync(filed, g => g.ObjectionUntil));
        Assert.Equal(["2026-12-23/2026-12-24"], await LinesAsync(filed, Grievance.PutOffObjection));
    }

    [Fact]
    public async Task The_persons_day_for_what_is_missing_is_put_off_once_however_often_it_is_done()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement);
        var last = (await ReadAsync(filed, g => g.SupplementUntil))!.Value;

        var added = await AddAsync(last);
        await AgainAsync(last);

        var moved = (await ReadAsync(filed, g => g.SupplementUntil))!.Value;
        Assert.True(moved > last);
        Assert.Equal([MovedDays.Detail(last, moved)], await LinesAsync(filed, ServiceCase.PutOffSupplement));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("Before, it was", (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);
        await WithdrawAsync(added);
        Assert.Equal(moved, await ReadAsync(filed, g => g.SupplementUntil));
    }

    [Fact]
    public async Task The_other_side_has_until_the_next_working_day_to_answer()
    {
        var (filed, id) = await host.Given.AQuestionAsync();
        var last = (await host.StoredAsync(db => db.InquiryRecords.Where(r => r.Id == id).Select(r => r.DueOn).SingleAsync()))!.Value;
        Assert.Equal(last, await ReadAsync(filed, g => g.RespondentAskedUntil));

        var added = await AddAsync(last);
        await AgainAsync(last);

        var (due, from) = await host.StoredAsync(async db =>
        {
            var record = await db.InquiryRecords.SingleAsync(r => r.Id == id);
            return (record.DueOn!.Value, record.MovedFrom);
        });
        Assert.True(due > last);
        Assert.Equal((last, due), (from, await ReadAsync(filed, g => g.RespondentAskedUntil)));
        Assert.Equal([MovedDays.Detail(last, due)], await LinesAsync(filed, Grievance.PutOffReply));
        await WithdrawAsync(added);
        Assert.Equal(due, await ReadAsync(filed, g => g.RespondentAskedUntil));
    }

    [Fact]
    public async Task The_addressee_of_a_recommendation_has_until_the_next_working_day_and_both_sides_read_it()
    {
        var (filed, id) = await host.Given.ARecommendationAsync();
        var last = await host.StoredAsync(db => db.Recommendations.Where(r => r.Id == id).Select(r => r.DueOn).SingleAsync());

        var added = await AddAsync(last);
        await AgainAsync(last);

        var due = await host.StoredAsync(db => db.Recommendations.Where(r => r.Id == id).Select(r => r.DueOn).SingleAsync());
        Assert.True(due > last);
        Assert.Equal([MovedDays.Detail(last, due)], await LinesAsync(filed, Grievance.PutOffMeasures));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("Before, it was", (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("Before, it was", (await office.GetAsync($"/office/grievances/{filed.Reference}")).Words, StringComparison.Ordinal);
        await WithdrawAsync(added);
    }

    [Fact]
    public async Task The_offices_own_next_look_moves_there_and_back()
    {
        var (filed, id) = await host.Given.ARecommendationAsync();
        await host.WithAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDb>();
            var (grievance, made) = (await db.Grievances.SingleAsync(g => g.Id == filed.Id), await db.Recommendations.SingleAsync(r => r.Id == id));
            var form = new RecordMeasures { Reply = MeasuresReply.Accepted, RepliedOn = Seoul.DateOf(host.Clock.GetUtcNow()), Reasons = "교육을 하겠습니다." };
            await services.GetRequiredService<RecommendationDesk>().RecordAsync(grievance, made, form, Colleagues.Caseworker.Actor, default);
        });
        var planned = (await CheckAsync(id))!.Value;

        var added = await AddAsync(planned);
        var moved = (await CheckAsync(id))!.Value;
        await WithdrawAsync(added);

        Assert.True(moved > planned);
        Assert.Equal(planned, await CheckAsync(id));
        Assert.Equal([MovedDays.Detail(planned, moved), MovedDays.Detail(moved, planned)], await LinesAsync(filed, Grievance.RecountCheck));
    }

    [Fact]
    public async Task The_end_of_the_whole_procedure_moves_with_a_line_there_and_back_and_none_when_done_again()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var last = new DateOnly(2027, 2, 22);

        var added = await AddAsync(last);
        await AgainAsync(last);
        Assert.Equal(["2027-02-22/2027-02-23"], await LinesAsync(filed, Grievance.RecountRights));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("Before, it was 22 February 2027", (await filer.GetAsync("/en/my-case/status")).Words, StringComparison.Ordinal);

        await WithdrawAsync(added);
        await AgainAsync(last);
        Assert.Equal(["2027-02-22/2027-02-23", "2027-02-23/2027-02-22"], await LinesAsync(filed, Grievance.RecountRights));
    }

    [Fact]
    public async Task A_child_s_family_has_until_the_next_working_day_too()
    {
        var filed = await host.Given.AChildAsync();
        await using (var command = host.Database.Source.CreateCommand("update cases set supplement_until = '2027-03-03', status = 'AwaitingSupplement', due_on = null, paused_on = '2026-11-23' where id = $1"))
        {
            command.Parameters.Add(new() { Value = filed.Id });
            await using var quiet = host.Database.Source.CreateCommand("alter table cases disable trigger cases_follow_their_table");
            await quiet.ExecuteNonQueryAsync();
            await command.ExecuteNonQueryAsync();
            await using var again = host.Database.Source.CreateCommand("alter table cases enable trigger cases_follow_their_table");
            await again.ExecuteNonQueryAsync();
        }

        var added = await AddAsync(new(2027, 3, 3));

        Assert.Equal(new DateOnly(2027, 3, 4), await host.StoredAsync(db => db.Set<ServiceCase>().Where(c => c.Id == filed.Id).Select(c => c.SupplementUntil).SingleAsync()));
        await WithdrawAsync(added);
    }

    private async Task<Guid> AddAsync(DateOnly day)
    {
        await host.WithAsync(services => services.GetRequiredService<DaysOffDesk>().AddAsync(
            Colleagues.Administrator.Actor, new() { Day = day, Name = "임시공휴일", Source = "관보 제12345호" }, default));
        await DoneAsync();
        return await host.StoredAsync(db => db.Set<AddedDayOff>().Where(d => d.Day == day && d.WithdrawnAt == null).Select(d => d.Id).SingleAsync());
    }

    private async Task WithdrawAsync(Guid id)
    {
        await host.WithAsync(services => services.GetRequiredService<DaysOffDesk>().WithdrawAsync(Colleagues.Administrator.Actor, id, default));
        await DoneAsync();
    }

    private async Task AgainAsync(DateOnly day)
    {
        await host.WithAsync(async services =>
        {
            services.GetRequiredService<Outbox>().Add(PutOffHandler.JobKind, new PutOffFrom(day, PutOffStep.Supplements, null), host.Clock.GetUtcNow());
            await services.GetRequiredService<PortalDb>().SaveChangesAsync();
        });
        await DoneAsync();
    }

    private Task<T> ReadAsync<T>(FiledCase filed, System.Linq.Expressions.Expression<Func<Grievance, T>> what) =>
        host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(what).SingleAsync());

    private Task<DateOnly?> CheckAsync(Guid id) => host.StoredAsync(db => db.Recommendations.Where(r => r.Id == id).Select(r => r.NextCheckOn).SingleAsync());

    private Task<List<string?>> LinesAsync(FiledCase filed, CaseAction deed) =>
        host.StoredAsync(db => db.Set<CaseEvent>().Where(e => e.CaseId == filed.Id && e.Action == deed.Code).OrderBy(e => e.Id).Select(e => e.Detail).ToListAsync());

    /// <summary>Waits until the portal's own worker has done what the desk left for it.</summary>
    private async Task DoneAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await WaitingAsync() is { Count: > 0 } waiting)
        {
            // what failed is tried again after a pause, and a clock that stands still never comes to its end: say why instead of waiting
            Assert.All(waiting, job => Assert.Null(job.LastError));
            await Task.Delay(50, patience.Token);
        }

        Task<List<OutboxJob>> WaitingAsync() => host.StoredAsync(db => db.Set<OutboxJob>().AsNoTracking()
            .Where(j => (j.Kind == RecountHandler.JobKind || j.Kind == PutOffHandler.JobKind) && j.DoneAt == null).ToListAsync());
    }
}
