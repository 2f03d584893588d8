using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Money;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>Opens this year's budget lines with made-up amounts, put in by two officers; one change waits for its second person.</summary>
public sealed class DemoBudget(PortalDb db, IServiceProvider services, ReferenceBook book, DemoClock clock)
{
    private const string Proposing = "budget";
    private const string Deciding = "budget2";
    private const string Reason = "시연용 가상 금액입니다. 실제 예산과 관계가 없습니다.";
    private const long FirstWon = 40_000_000;
    private const long StepWon = 20_000_000;
    private const long WaitingWon = 5_000_000;

    private static readonly TimeSpan Ago = TimeSpan.FromDays(30);

    public async Task SowAsync(DemoCast cast, DateTimeOffset now, CancellationToken cancel)
    {
        clock.Now = now - Ago;
        db.ChangeTracker.Clear();
        var desk = ActivatorUtilities.CreateInstance<BudgetDesk>(services, clock);
        var (one, other) = (cast.Colleague(Proposing), cast.Colleague(Deciding));
        var (won, last) = (FirstWon, Guid.Empty);
        foreach (var code in book.Items(Lists.BudgetLines, Seoul.DateOf(clock.Now)).Select(item => item.Code).ToList())
        {
            // what was asked for in December may be granted in January
            foreach (var year in new[] { clock.Now, now }.Select(at => Seoul.DateOf(at).Year).Distinct())
            {
                last = await desk.OpenAsync(one, new() { Code = code, Year = year }, cancel);
                var change = await desk.ProposeAsync(one, last, Increase(won), cancel);
                await desk.DecideAsync(other, change, agrees: true, cancel);
            }

            won += StepWon;
        }

        if (last != Guid.Empty)
        {
            await desk.ProposeAsync(one, last, Increase(WaitingWon), cancel);
        }

        db.ChangeTracker.Clear();
    }

    private static ChangeBudget Increase(long won) => new() { Kind = BudgetChangeKind.Increase, Won = won.ToString(CultureInfo.InvariantCulture), Reason = Reason };
}
