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
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>What stays of a merge when two people part the cases again: what happened meanwhile is said of them.</summary>
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
    }

    [Fact]
    public async Task Nothing_is_said_of_a_day_that_was_added_and_taken_back_meanwhile()
    {
        var merge = await MergedAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.WithAsync(async services =>
        {
            var desk = services.GetRequiredService<DaysOffDesk>();
            await desk.AddAsync(Colleagues.Administrator.Actor, new() { Day = new(2027, 2, 22), Name = "임시공휴일", Source = "관보 제12345호" }, default);
            var added = await services.GetRequiredService<PortalDb>().Set<AddedDayOff>().Where(d => d.WithdrawnAt == null).Select(d => d.Id).SingleAsync();
            await desk.WithdrawAsync(Colleagues.Administrator.Actor, added, default);
        });
        await DoneAsync();

        await DoAsync(merge.MergedId, (desk, goes) => desk.ProposeUndoAsync(goes, new() { Merge = merge.Id, Because = "다른 사람으로 확인됨." }, Colleagues.Supervisor.Actor, default));
        await DoAsync(merge.MergedId, (desk, goes) => desk.UndoAsync(goes, merge.Id, Colleagues.Caseworker.Actor, default));

        Assert.Empty(await LinesAsync(merge.MergedId));
    }

    private async Task<CaseMerge> MergedAsync()
    {
        var (filed, pair) = await host.Given.APairAsync();
        await DoAsync(filed.Id, (desk, one) => desk.ProposeAsync(
            one, new() { Pair = pair, Ground = MergeGround.TheySaid, How = "본인이 말함.", IsSamePerson = true }, Colleagues.Caseworker.Actor, default));
        var merge = await host.StoredAsync(db => db.CaseMerges.AsNoTracking().SingleAsync(m => (m.MergedId == filed.Id || m.SurvivingId == filed.Id) && m.State == MergeState.Proposed));
        await DoAsync(merge.MergedId, (desk, goes) => desk.MergeAsync(goes, merge.Id, Colleagues.Supervisor.Actor, default));
        return merge;
    }

    private Task DoAsync(Guid caseId, Func<DuplicateDesk, Grievance, Task> deed) => host.WithAsync(async services => await deed(
        services.GetRequiredService<DuplicateDesk>(), await services.GetRequiredService<PortalDb>().Grievances.Include(g => g.Pauses).SingleAsync(g => g.Id == caseId)));

    private Task<List<string?>> LinesAsync(Guid caseId) => host.StoredAsync(db => db.Set<CaseEvent>()
        .Where(e => e.CaseId == caseId && e.Action == Grievance.RecountRights.Code).OrderBy(e => e.Id).Select(e => e.Detail).ToListAsync());

    // what the worker does of itself to open cases
    private async Task DoneAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await host.StoredAsync(db => db.Set<OutboxJob>().AnyAsync(j => (j.Kind == RecountHandler.JobKind || j.Kind == PutOffHandler.JobKind) && j.DoneAt == null)))
        {
            await Task.Delay(50, patience.Token);
        }
    }
}
