using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Gives places of a provider to people, each a number of its own for some days, and never more than there are.</summary>
public sealed class PlaceDesk(PortalDb db, AccessLog log)
{
    private static readonly CaseAction GivePlace = new("give-place");

    /// <summary>How many people a provider can serve at a time.</summary>
    /// <exception cref="RefusedException"><c>budget.officers-only</c>, <c>budget.places</c>, <c>payment.no-place</c> where somebody would lose theirs.</exception>
    public async Task<Guid> SetAsync(Actor officer, string programme, string provider, int places, CancellationToken cancel)
    {
        if (!officer.Is(BudgetDesk.Officers))
        {
            throw new RefusedException(new("budget.officers-only"));
        }

        if (places < 0)
        {
            throw new RefusedException(new("budget.places"));
        }

        var room = await db.Set<ProviderPlaces>().FirstOrDefaultAsync(one => one.ProgrammeCode == programme && one.Provider == provider, cancel);
        if (room is null)
        {
            db.Add(room = new() { ProgrammeCode = programme, Provider = provider, Places = places });
        }

        room.Places = places;
        await db.SaveMoneyAsync(cancel);
        return room.Id;
    }

    /// <summary>How many places are taken at once at the most in these days.</summary>
    public Task<int> TakenAsync(Guid placesId, DateOnly from, DateOnly to, CancellationToken cancel) =>
        Stays(placesId, from, to).Select(stay => stay.Number).Distinct().CountAsync(cancel);

    /// <summary>The lowest free place for the whole stay.</summary>
    /// <exception cref="RefusedException"><c>payment.officers-only</c>, <c>payment.not-there</c>, <c>payment.no-place</c>, <c>payment.has-a-place</c>, <c>support.outside-the-period</c>.</exception>
    public async Task<PlaceStay> GiveAsync(Actor colleague, Guid placesId, string number, Guid member, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        if (!colleague.Is(Role.BudgetOfficer | Role.CaseHandlers))
        {
            throw new RefusedException(new("payment.officers-only"));
        }

        var award = await db.Set<Award>().AsNoTracking().Where(one => one.Number == number).Select(one => new { one.Id, one.CaseId }).FirstOrDefaultAsync(cancel)
            ?? throw new RefusedException(new("payment.not-there"));
        var tries = await db.Set<ProviderPlaces>().Where(room => room.Id == placesId).Select(room => room.Places).FirstOrDefaultAsync(cancel);
        for (; tries > 0; tries--)
        {
            // somebody may take the same number meanwhile: then the next one is tried
            var taken = await Stays(placesId, from, to).Select(stay => stay.Number).Distinct().ToListAsync(cancel);
            var all = await db.Set<ProviderPlaces>().Where(room => room.Id == placesId).Select(room => room.Places).FirstOrDefaultAsync(cancel);
            if (Enumerable.Range(1, all).Except(taken).FirstOrDefault() is not (> 0 and var free))
            {
                break;
            }

            var stay = new PlaceStay { PlacesId = placesId, Number = free, AwardId = award.Id, Member = member, FromDay = from, ToDay = to, GivenById = colleague.UserId!.Value };
            db.Add(stay);
            log.AddChange(colleague, award.CaseId, GivePlace);
            try
            {
                await db.SaveChangesAsync(cancel);
                return stay;
            }
            catch (DbUpdateException failure) when (failure.InnerException is PostgresException { ConstraintName: "place_stays_one_person_a_place" })
            {
                db.ChangeTracker.Clear();
            }
            catch (DbUpdateException failure) when (failure.InnerException is PostgresException no && MoneyRefusals.Of(no) is { } refusal)
            {
                db.ChangeTracker.Clear();
                throw new RefusedException(refusal);
            }
        }

        throw new RefusedException(new("payment.no-place"));
    }

    private IQueryable<PlaceStay> Stays(Guid placesId, DateOnly from, DateOnly to) =>
        db.Set<PlaceStay>().AsNoTracking().Where(stay => stay.PlacesId == placesId && stay.FromDay <= to && stay.ToDay >= from);
}
