using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Reads how many places there are, and who of an award has one.</summary>
public sealed class PlaceReader(PortalDb db, TimeProvider time)
{
    private DateOnly Today => Seoul.DateOf(time.GetUtcNow());

    /// <summary>Every provider that has places; in one programme, or in all.</summary>
    public Task<List<RoomView>> RoomsAsync(string? programme, CancellationToken cancel)
    {
        var today = Today;
        return db.Set<ProviderPlaces>().AsNoTracking()
            .Where(room => programme == null || room.ProgrammeCode == programme)
            .OrderBy(room => room.ProgrammeCode).ThenBy(room => room.Provider)
            .Select(room => new RoomView(
                room.Id,
                room.ProgrammeCode,
                room.Provider,
                room.Places,
                db.Set<PlaceStay>().Count(stay => stay.PlacesId == room.Id && stay.FromDay <= today && stay.ToDay >= today)))
            .ToListAsync(cancel);
    }

    /// <summary>Whoever asks has opened the case already.</summary>
    public Task<List<StayView>> StaysAsync(Guid awardId, CancellationToken cancel) => db.Set<PlaceStay>().AsNoTracking()
        .Where(stay => stay.AwardId == awardId)
        .OrderBy(stay => stay.FromDay).ThenBy(stay => stay.Number)
        .Select(stay => new StayView(
            db.Set<ProviderPlaces>().Where(room => room.Id == stay.PlacesId).Select(room => room.Provider).First(), stay.Number, stay.Member, stay.FromDay, stay.ToDay))
        .ToListAsync(cancel);

    /// <summary>Keys of the people whom an award covers.</summary>
    public Task<Guid[]> MembersAsync(Guid awardId, CancellationToken cancel) =>
        db.Set<Award>().Where(award => award.Id == awardId).Select(award => award.Members).FirstAsync(cancel);
}

/// <summary>A provider's places in a programme.</summary>
/// <param name="Taken">Today.</param>
public sealed record RoomView(Guid Id, string Programme, string Provider, int Places, int Taken);

/// <summary>A place that somebody has for some days.</summary>
public sealed record StayView(string Provider, int Number, Guid Member, DateOnly From, DateOnly To);
