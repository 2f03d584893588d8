using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.PutOff;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>What stays of a merge when two people part the cases again: what happened meanwhile, and who had a part in them.</summary>
[Trait("Category", "Database")]
public sealed class PartedCaseTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task That_the_whole_procedure_ends_on_another_day_meanwhile_is_said_of_the_one_that_is_parted()
    {
        var merge = await MergedAsync();
        var last = new DateOnly(2027, 2, 22);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.WithAsync(services => services.GetRequiredService<DaysOffDesk>().AddAsync(
            Colleagues.Administrator.Actor, new() { Day = last, Name = "임시공휴일", Source = "관보 제12345호" }, default));
        await DoneAsync();
        Assert.Empty(await LinesAsync(merge.MergedId));

        await DoAsync(merge.MergedId, (desk, goes) => desk.ProposeUndoAsync(goes, new() { Merge = merge.Id, Because = "다른 사람으로 확인됨." }, Colleagues.Supervisor.Actor, default));
        await DoAsync(merge.MergedId, (desk, goes) => desk.UndoAsync(goes, merge.Id, Colleagues.Caseworker.Actor, default));

        Assert.Equal(["2027-02-22/2027-02-23"], await LinesAsync(merge.MergedId));
        Assert.Equal((last, last.AddDays(1), last.AddDays(1)), await host.StoredAsync(db => db.Grievances.Where(g => g.Id == merge.MergedId)
            .Select(g => new ValueTuple<DateOnly?, DateOnly?, DateOnly?>(g.RightsRecountedFrom, g.RightsRecountedTo, g.RightsUntil)).SingleAsync()));
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.CaseId == merge.MergedId && r.Detail == Grievance.RecountRights.Code)));
        // what was said while it was open is not said once more
        Assert.Equal(["2027-02-22/2027-02-23"], await LinesAsync(merge.SurvivingId));
        var added = await host.StoredAsync(db => db.Set<AddedDayOff>().Where(d => d.Day == last && d.WithdrawnAt == null).Select(d => d.Id).SingleAsync());
        await host.WithAsync(services => services.GetRequiredService<DaysOffDesk>().WithdrawAsync(Colleagues.Administrator.Actor, added, default));
        await DoneAsync();
    }

    [Fact]
    public async Task Nothing_is_said_of_a_day_that_was_added_and_taken_back_meanwhile()
    {
        var merge = await MergedAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.WithAsync(services => services.GetRequiredService<DaysOffDesk>().AddAsync(
            Colleagues.Administrator.Actor, new() { Day = new(2027, 2, 22), Name = "임시공휴일", Source = "관보 제12345호" }, default));
        await DoneAsync();
        var added = await host.StoredAsync(db => db.Set<AddedDayOff>().Where(d => d.WithdrawnAt == null).Select(d => d.Id).SingleAsync());
        await host.WithAsync(services => services.GetRequiredService<DaysOffDesk>().WithdrawAsync(Colleagues.Administrator.Actor, added, default));
        await DoneAsync();

        await DoAsync(merge.MergedId, (desk, goes) => desk.ProposeUndoAsync(goes, new() { Merge = merge.Id, Because = "다른 사람으로 확인됨." }, Colleagues.Supervisor.Actor, default));
        await DoAsync(merge.MergedId, (desk, goes) => desk.UndoAsync(goes, merge.Id, Colleagues.Caseworker.Actor, default));

        Assert.Empty(await LinesAsync(merge.MergedId));
    }

    [Fact]
    public async Task Who_had_a_part_in_the_one_that_went_decides_no_objection_in_the_one_that_stayed_and_plain_sql_does_not_either()
    {
        var merge = await MergedAsync(handedTo: Colleagues.Caseworker2);
        Assert.Contains(Colleagues.Caseworker2.Id, await PartsAsync(merge.SurvivingId));

        await DoAsync(merge.MergedId, (desk, goes) => desk.ProposeUndoAsync(goes, new() { Merge = merge.Id, Because = "다른 사람으로 확인됨." }, Colleagues.Supervisor.Actor, default));
        await DoAsync(merge.MergedId, (desk, goes) => desk.UndoAsync(goes, merge.Id, Colleagues.Caseworker.Actor, default));

        Assert.Contains(Colleagues.Caseworker2.Id, await PartsAsync(merge.SurvivingId));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => RunAsync($"update cases set objection_proposed_by_id = '{Colleagues.Caseworker2.Id}' where id = '{merge.SurvivingId}'"));
        Assert.Equal("cases_objection_by_nobody_of_the_answer", refused.ConstraintName);
    }

    [Fact]
    public async Task Parts_in_cases_that_were_merged_before_are_carried_over_but_not_of_who_has_decided_an_objection()
    {
        var (merge, decided) = (await MergedAsync(handedTo: Colleagues.Caseworker2), await MergedAsync(handedTo: Colleagues.Caseworker2));
        await RunAsync(
            $"""
            alter table cases disable trigger cases_remember_who_took_part;
            update cases set took_part = array_remove(took_part, '{Colleagues.Caseworker2.Id}') where id in ('{merge.SurvivingId}', '{decided.SurvivingId}');
            alter table cases enable trigger cases_remember_who_took_part;
            update cases set objection_proposed_by_id = '{Colleagues.Caseworker2.Id}' where id = '{decided.SurvivingId}';
            """);

        using var script = new StreamReader(typeof(PortalDb).Assembly.GetManifestResourceStream("MigrantServices.Core.Storage.Sql.parts_of_merged_cases_v1.sql")!);
        await RunAsync(await script.ReadToEndAsync());

        Assert.Equal(new[] { Colleagues.Caseworker.Id, Colleagues.Caseworker2.Id }.Order(), (await PartsAsync(merge.SurvivingId)).Order());
        Assert.Equal([Colleagues.Caseworker.Id], await PartsAsync(decided.SurvivingId));
    }

    private async Task<CaseMerge> MergedAsync(Colleague? handedTo = null)
    {
        var (filed, pair) = await host.Given.APairAsync();
        await DoAsync(filed.Id, (desk, one) => desk.ProposeAsync(
            one, new() { Pair = pair, Ground = MergeGround.TheySaid, How = "본인이 말함.", IsSamePerson = true }, Colleagues.Caseworker.Actor, default));
        var merge = await host.StoredAsync(db => db.CaseMerges.AsNoTracking().SingleAsync(m => (m.MergedId == filed.Id || m.SurvivingId == filed.Id) && m.State == MergeState.Proposed));
        if (handedTo is not null)
        {
            await host.WithAsync(async services => await services.GetRequiredService<GrievanceDesk>().HandOverAsync(
                await services.GetRequiredService<PortalDb>().Grievances.SingleAsync(g => g.Id == merge.MergedId), new() { ColleagueId = handedTo.Id }, Colleagues.Caseworker.Actor, default));
        }

        await DoAsync(merge.MergedId, (desk, goes) => desk.MergeAsync(goes, merge.Id, Colleagues.Supervisor.Actor, default));
        return merge;
    }

    private Task DoAsync(Guid caseId, Func<DuplicateDesk, Grievance, Task> deed) => host.WithAsync(async services => await deed(
        services.GetRequiredService<DuplicateDesk>(), await services.GetRequiredService<PortalDb>().Grievances.Include(g => g.Pauses).SingleAsync(g => g.Id == caseId)));

    private Task<Guid[]> PartsAsync(Guid caseId) => host.StoredAsync(db => db.Grievances.Where(g => g.Id == caseId).Select(g => g.TookPart).SingleAsync());

    private Task<List<string?>> LinesAsync(Guid caseId) => host.StoredAsync(db => db.Set<CaseEvent>()
        .Where(e => e.CaseId == caseId && e.Action == Grievance.RecountRights.Code).OrderBy(e => e.Id).Select(e => e.Detail).ToListAsync());

    private async Task RunAsync(string sql)
    {
        await using var command = host.Database.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    // what the worker does of itself to open cases; where two of its jobs met in one case, the second is tried again after a pause
    private async Task DoneAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await WaitingAsync() is { Count: > 0 } waiting)
        {
            host.Clock.Advance(waiting.Exists(job => job.LastError is not null) ? TimeSpan.FromSeconds(10) : TimeSpan.Zero);
            await Task.Delay(50, patience.Token);
        }

        Task<List<OutboxJob>> WaitingAsync() => host.StoredAsync(db => db.Set<OutboxJob>().AsNoTracking()
            .Where(j => (j.Kind == RecountHandler.JobKind || j.Kind == PutOffHandler.JobKind) && j.DoneAt == null).ToListAsync());
    }
}
