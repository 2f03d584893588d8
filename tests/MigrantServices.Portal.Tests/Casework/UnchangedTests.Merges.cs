using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.Matching;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Workday;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <content>Merges that cannot be.</content>
public sealed partial class UnchangedTests
{
    [Fact]
    public async Task A_case_that_has_taken_in_another_goes_into_none_itself()
    {
        var (first, second, third) = (await ReviewedAsync(), await ReviewedAsync(), await ReviewedAsync());
        await MergeAsync(third, second);
        var pair = await PairAsync(first, second);

        await AssertRefusedAsync("duplicates.has-taken-in", second, (services, grievance) =>
            services.GetRequiredService<DuplicateDesk>().ProposeAsync(grievance, Sure with { Pair = pair }, Colleagues.Caseworker.Actor, CancellationToken.None));

        Assert.Equal(0, await host.StoredAsync(db => db.Set<CaseMerge>().CountAsync(m => m.SurvivingId == first.Id)));
    }

    [Fact]
    public async Task While_a_merge_of_the_two_waits_nobody_tells_them_apart()
    {
        var (first, second) = (await ReviewedAsync(), await ReviewedAsync());
        var pair = await PairAsync(first, second);
        await WithAsync(second, (services, grievance) =>
            services.GetRequiredService<DuplicateDesk>().ProposeAsync(grievance, Sure with { Pair = pair }, Colleagues.Caseworker.Actor, CancellationToken.None));

        await AssertRefusedAsync("duplicates.proposed-already", first, (services, grievance) =>
            services.GetRequiredService<DuplicateDesk>().TellApartAsync(grievance, new() { Pair = pair, Why = "다른 사람임." }, Colleagues.Caseworker.Actor, CancellationToken.None));

        var kept = await host.StoredAsync(db => db.Set<CasePair>().AsNoTracking().SingleAsync(p => p.Id == pair));
        Assert.Equal((true, 0), (kept.IsOpen, kept.Answers));
        Assert.False(await host.StoredAsync(db => db.Set<PairAnswer>().AnyAsync(a => a.PairId == pair)));
    }

    [Fact]
    public async Task A_pair_that_is_not_there_is_neither_told_apart_nor_merged()
    {
        var filed = await ReviewedAsync();

        await AssertRefusedAsync("duplicates.no-such-pair", filed, (services, grievance) =>
            services.GetRequiredService<DuplicateDesk>().TellApartAsync(grievance, new() { Pair = Guid.CreateVersion7(), Why = "다른 사람임." }, Colleagues.Caseworker.Actor, CancellationToken.None));
        await AssertRefusedAsync("duplicates.no-such-pair", filed, (services, grievance) =>
            services.GetRequiredService<DuplicateDesk>().MergeAsync(grievance, Guid.CreateVersion7(), Colleagues.Supervisor.Actor, CancellationToken.None));
    }

    [Fact]
    public async Task What_is_handled_together_with_another_case_is_not_brought_back_alone()
    {
        var (stays, goes) = (await ReviewedAsync(), await ReviewedAsync());
        await MergeAsync(goes, stays);

        foreach (var one in new[] { stays, goes })
        {
            await AssertRefusedAsync("fairness.merged-meanwhile", one, (services, grievance) =>
                services.GetRequiredService<ReturnDesk>().ProposeAsync(grievance, new() { Words = "다른 센터의 일임." }, Colleagues.Caseworker.Actor, CancellationToken.None));
        }

        Assert.False(await host.StoredAsync(db => db.Set<ApartReturn>().AnyAsync(r => r.CaseId == stays.Id || r.CaseId == goes.Id)));
    }
}
