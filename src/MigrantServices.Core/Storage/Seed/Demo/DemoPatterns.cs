using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Grievances.Patterns;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>Counts the fictional cases against the same respondent, and has a supervisor ask to open what is found.</summary>
public sealed class DemoPatterns(PortalDb db, IServiceProvider services, DemoClock clock)
{
    private const string Asking = "supervisor";
    private const string Reason = "한 사업장의 여러 작업장에서 같은 차별이 되풀이되는 것으로 보여 기관 전체에 대한 권고가 필요한지 살펴보려 합니다.";

    private static readonly TimeSpan Ago = TimeSpan.FromHours(2);

    public async Task SowAsync(DemoCast cast, DateTimeOffset now, CancellationToken cancel)
    {
        clock.Now = now - Ago;
        db.ChangeTracker.Clear();
        var counter = ActivatorUtilities.CreateInstance<PatternCounter>(services, clock);
        var shared = await db.Set<RespondentToken>().Where(t => t.Counts).GroupBy(t => t.Token).Where(same => same.Count() >= PatternLimits.Fewest)
            .Select(same => same.Select(t => t.CaseId).First()).ToListAsync(cancel);
        foreach (var caseId in shared)
        {
            await counter.CountAsync(caseId, cancel);
        }

        var desk = ActivatorUtilities.CreateInstance<PatternDesk>(services, clock);
        var raised = await db.Set<Pattern>().AsNoTracking().OrderBy(p => p.Id).FirstAsync(cancel);
        db.ChangeTracker.Clear();
        await desk.AskAsync(raised.Number, raised.Revision, new() { Purpose = PatternPurpose.Recommendation, Words = Reason }, cast.Colleague(Asking), cancel);
    }
}
