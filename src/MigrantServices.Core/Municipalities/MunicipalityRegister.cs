using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Municipalities;

/// <summary>The 31 cities and counties: in what each takes part and since when, its centres and staff, and how much waits there. It shows no case.</summary>
public sealed class MunicipalityRegister(PortalDb db, ReferenceBook book, NotificationGround grounds, TimeProvider time)
{
    /// <summary>The lists that say something of a place, in the order of its page.</summary>
    public static readonly IReadOnlyList<string> OfPlaces =
        [Lists.CardCities, Lists.ChildcareCities, Lists.ChildCheckCities, Lists.CityLines, Lists.CityDaysOff, Lists.EntrustedCentres, Lists.CardOpenings, Lists.NotificationGrounds];

    private DateOnly Today => Seoul.DateOf(time.GetUtcNow());

    /// <summary>All of them, in the order of their list; the dated lists lie in memory, so it takes two statements.</summary>
    public async Task<IReadOnlyList<MunicipalityLine>> AllAsync(Actor reader, CancellationToken cancel)
    {
        var work = await WorkAsync(reader, null, cancel);
        var staff = (await RightsAsync(null, cancel)).SelectMany(right => right.Municipalities!.Select(city => (city, right.UserId))).Distinct().CountBy(one => one.city).ToDictionary();
        return [.. book.Items(Lists.Municipalities, Today).Select(city => LineOf(reader, city.Code, work, staff.GetValueOrDefault(city.Code)))];
    }

    /// <summary>Null for a code that is none of them.</summary>
    public async Task<MunicipalityView?> OneAsync(Actor reader, string code, CancellationToken cancel)
    {
        if (!book.Has(Lists.Municipalities, code, Today))
        {
            return null;
        }

        var rights = await RightsAsync(code, cancel);
        var line = LineOf(reader, code, await WorkAsync(reader, code, cancel), rights.Select(right => right.UserId).Distinct().Count());
        return new(
            line,
            [.. OfPlaces.Select(list => new DatedList(list, [.. EntriesOf(list, code).OrderBy(item => item.ValidFrom).Select(item => new DatedEntry(item, WhenOf(item)))]))],
            [.. rights.Select(right => right.ToLine(reader.Is(Role.Administrator))).OrderBy(right => right.Role).ThenBy(right => right.Name, StringComparer.Ordinal)],
            reader.Is(Role.Administrator) ? await ChangesAsync(code, cancel) : [],
            line.Centres.Count == 0 ? null : grounds.For(ChildConfirmation.Prefix, CaseReaders.Centre, code));
    }

    private MunicipalityLine LineOf(Actor reader, string code, Dictionary<string, CityWork> work, int staff) => new(
        code,
        TakenPart.Of(book, Lists.CardCities, code, Today),
        TakenPart.Of(book, Lists.ChildcareCities, code, Today),
        [.. EntriesOf(Lists.EntrustedCentres, code).Where(centre => centre.HoldsOn(Today))],
        staff,
        grounds.For(ChildConfirmation.Prefix, CaseReaders.City, code),
        Counted(reader) is not { } seen || seen.Contains(code) ? work.GetValueOrDefault(code, new(0, 0)) : null);

    // a ground that names no place holds in all
    private IEnumerable<ReferenceItem> EntriesOf(string list, string code) => book.All(list).Where(item => ChangeableList.Find(list)!.IsOfPlaces
        ? item.Code == code
        : EntryDetails.Of(item.Details) is var about && (about.Municipality == code || (list == Lists.NotificationGrounds && about.Municipality is null && about.Services!.Contains(ChildConfirmation.Prefix))));

    private When WhenOf(ReferenceItem item) => item.ValidFrom > Today ? When.ToCome : item.HoldsOn(Today) ? When.Today : When.Past;

    // administrators read how much there is and never what
    private static string[]? Counted(Actor reader) => CounterOf(reader).MunicipalitiesSeen(ChildConfirmation.Prefix);

    private static Actor CounterOf(Actor reader) => reader.Is(Role.Supervisor | Role.Caseworker) ? reader : Actor.Portal;

    private Task<Dictionary<string, CityWork>> WorkAsync(Actor reader, string? code, CancellationToken cancel) =>
        ChildWorklist.Open(db.ChildConfirmations.AsNoTracking().VisibleTo(CounterOf(reader), ChildConfirmation.Service))
            .Where(c => c.Municipality != null && (code == null || c.Municipality == code))
            .GroupBy(c => c.Municipality!)
            .Select(of => new { City = of.Key, Open = of.Count(c => c.Status != CaseStatus.Waiting), Waiting = of.Count(c => c.Status == CaseStatus.Waiting) })
            .ToDictionaryAsync(of => of.City, of => new CityWork(of.Open, of.Waiting), cancel);

    // rights in some places; whoever has the whole province belongs to none of them
    private async Task<List<Right>> RightsAsync(string? code, CancellationToken cancel)
    {
        var (open, today) = (OpenRights.On(db, Today), Today);
        return await (
            from grant in db.RoleGrants.AsNoTracking().Where(RoleGrant.InForceOn(today))
            join user in db.Users on grant.UserId equals user.Id
            where user.LeftAt == null && grant.Municipalities != null && (code == null || grant.Municipalities.Contains(code))
                && (grant.Services == null || grant.Services.Contains(ChildConfirmation.Prefix))
            select new Right(grant.UserId, user.DisplayName, grant.Role, grant.Municipalities, grant.Centre, grant.GrantedAt, grant.LastDay, open.Any(o => o.Id == grant.Id))).ToListAsync(cancel);
    }

    private async Task<IReadOnlyList<ChangeLine>> ChangesAsync(string code, CancellationToken cancel)
    {
        var (today, places) = (Today, OfPlaces.Where(list => ChangeableList.Find(list)!.IsOfPlaces).ToArray());
        return await db.Set<ReferenceChange>().AsNoTracking()
            .Where(c => places.Contains(c.List) && c.Code == code && c.WithdrawnAt == null && (c.ApprovedAt == null || c.EffectiveOn > today))
            .OrderBy(c => c.EffectiveOn).ThenBy(c => c.Id)
            .Select(c => new ChangeLine(c.Id, c.Kind, c.List, c.Code, c.EffectiveOn, c.ApprovedAt != null, c.WithdrawnAt != null))
            .ToListAsync(cancel);
    }

    private sealed record Right(Guid UserId, string Name, Role Role, string[]? Municipalities, string? Centre, DateTimeOffset GrantedAt, DateOnly? LastDay, bool IsOpen)
    {
        public StaffLine ToLine(bool named) => new(UserId, named ? Name : null, Role, Centre, Seoul.DateOf(GrantedAt), LastDay, IsOpen);
    }
}
