using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>
/// Once a day: tells families whose child comes of age soon, and ends the confirmation of those who are eighteen. The year of birth says which cases are looked at,
/// the vault tells their days without opening anybody; so it makes no difference how many days were missed, or how late a card was issued or a day put right.
/// </summary>
public sealed class AgeHandler(PortalDb db, VaultDesk vault, MajorityDesk majority, Clocks clocks, TimeProvider time) : IOutboxHandler
{
    public const string JobKind = "children.age";

    private const string NoticePeriod = "age-notice." + ChildConfirmation.Prefix;

    private static readonly CaseStatus[] Living = [.. ChildConfirmation.Service.Lifecycle.Where(line => line.Action == ChildConfirmation.AgeOut || line.Action == ChildConfirmation.TellComingOfAge).Select(line => line.From).Distinct()];

    public string Kind => JobKind;

    public async Task HandleAsync(string payload, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var today = Seoul.DateOf(now);
        var until = today.AddMonths(clocks.LengthOf(NoticePeriod, now));
        var years = await db.ChildConfirmations.Where(c => Living.Contains(c.Status) && c.BornYear <= until.Year - BirthDay.AgeOfMajority)
            .Select(c => c.BornYear!.Value).Distinct().OrderBy(year => year).ToListAsync(cancel);
        foreach (var year in years)
        {
            await LookAsync(year, today, until, cancel);
        }
    }

    private async Task LookAsync(int bornIn, DateOnly today, DateOnly until, CancellationToken cancel)
    {
        var cases = await db.ChildConfirmations.AsNoTracking().Where(c => Living.Contains(c.Status) && c.BornYear == bornIn).Select(c => new { c.Id, c.ChildId }).ToListAsync(cancel);
        var days = await vault.ComingOfAgeAsync([.. cases.Select(one => one.ChildId)], bornIn + BirthDay.AgeOfMajority, cancel);
        foreach (var one in cases.Where(one => days.TryGetValue(one.ChildId, out var day) && day <= until))
        {
            await LookAtAsync(one.Id, days[one.ChildId], today, cancel);
            db.ChangeTracker.Clear();
        }
    }

    private async Task LookAtAsync(Guid id, DateOnly comesOfAgeOn, DateOnly today, CancellationToken cancel)
    {
        var one = await db.ChildConfirmations.Include(c => c.Pauses).SingleAsync(c => c.Id == id, cancel);
        if (comesOfAgeOn <= today && one.May(ChildConfirmation.AgeOut, Actor.Portal))
        {
            await majority.AgeOutAsync(one, comesOfAgeOn, cancel);
        }
        else if (comesOfAgeOn > today && one.ToldOfAgeAt is null && one.May(ChildConfirmation.TellComingOfAge, Actor.Portal))
        {
            await majority.TellAsync(one, comesOfAgeOn, cancel);
        }
    }
}
