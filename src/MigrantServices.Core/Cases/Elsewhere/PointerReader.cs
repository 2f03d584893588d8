using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Cases.Elsewhere;

/// <summary>An opening that still lasts: on which ground, until when.</summary>
public sealed record StandingOpening(string Ground, DateTimeOffset Until);

/// <summary>The person is known to a service, whose prefix this is; not as which case.</summary>
public sealed record KnownElsewhere(Guid Id, string Service, string Ground, string Words, DateTimeOffset MadeAt, DateOnly Until);

/// <summary>The number of the other case; <paramref name="IsSeen"/> when this colleague sees that case in its own service.</summary>
public sealed record CaseElsewhere(Guid Id, string Reference, bool IsSeen);

/// <summary>What the person agreed to: that this case and their case at another service know of each other.</summary>
public sealed record AgreedPointer(Guid Id, string Service, DateOnly AgreedOn, DateOnly Until);

/// <summary>Reads sealed pointers, first the service and only then the number, while an opening lasts.</summary>
public sealed class PointerReader(PortalDb db, CaseWords words, AccessLog access, TimeProvider time)
{
    private DateTimeOffset Now => time.GetUtcNow();

    public async Task<StandingOpening?> OpeningAsync(ServiceCase one, Actor colleague, CancellationToken cancel) => await OpeningAsync(db, one.Id, colleague, Now, cancel);

    /// <summary>To which services the person is known, as far as the opening reaches.</summary>
    public async Task<IReadOnlyList<KnownElsewhere>> KnownAsync(ServiceCase one, StandingOpening opening, CancellationToken cancel) =>
        [.. (await Standing(one.Id, PointerGrounds.ShownOn(opening.Ground)).ToListAsync(cancel))
            .Select(p => new KnownElsewhere(p.Id, ServiceOf(p), p.Ground, words.Open(p.Words, p.Id, SealedField.PointerWords), p.MadeAt, p.Until))];

    /// <summary>The number of the other case. Both cases keep that it was read.</summary>
    /// <exception cref="RefusedException"><c>elsewhere.not-yours</c>, <c>elsewhere.closed</c>, <c>elsewhere.not-there</c>.</exception>
    public async Task<CaseElsewhere> NumberAsync(ServiceCase one, Guid id, Actor colleague, CancellationToken cancel)
    {
        if (PointerDesk.WhyNot(one, colleague) is { } why)
        {
            throw new RefusedException(why);
        }

        var opening = await OpeningAsync(one, colleague, cancel) ?? throw new RefusedException(new("elsewhere.closed"));
        var pointer = await Standing(one.Id, PointerGrounds.ShownOn(opening.Ground)).FirstOrDefaultAsync(p => p.Id == id, cancel) ?? throw new RefusedException(new("elsewhere.not-there"));
        var reference = words.Open(pointer.Target, pointer.Id, SealedField.PointerTarget);
        var kind = ServiceCatalog.All.Single(service => service.Prefix == ServiceOf(pointer));
        var others = db.Set<ServiceCase>().AsNoTracking().Where(c => c.Reference == reference);
        var isSeen = await others.VisibleTo(colleague, kind).AnyAsync(cancel);
        if (await others.Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel) is { } other)
        {
            await access.WriteAsync(colleague, AccessDeed.Elsewhere, other, "elsewhere-named:" + opening.Ground, cancel);
        }

        await access.WriteAsync(colleague, AccessDeed.Elsewhere, one.Id, "elsewhere-named:" + opening.Ground, cancel);
        return new(id, reference, isSeen);
    }

    /// <summary>To what the person agreed and may say no to again.</summary>
    public async Task<IReadOnlyList<AgreedPointer>> AgreedAsync(Guid caseId, CancellationToken cancel) =>
        [.. (await Standing(caseId, [PointerGrounds.Consent]).ToListAsync(cancel)).Select(p => new AgreedPointer(p.Id, ServiceOf(p), p.AgreedOn!.Value, p.Until))];

    internal static Task<StandingOpening?> OpeningAsync(PortalDb db, Guid caseId, Actor colleague, DateTimeOffset now, CancellationToken cancel) => db.Set<PointerOpening>().AsNoTracking()
        .Where(o => o.CaseId == caseId && o.OpenedById == colleague.UserId && o.Until > now)
        .OrderByDescending(o => o.OpenedAt).ThenByDescending(o => o.Id)
        .Select(o => new StandingOpening(o.Ground, o.Until)).FirstOrDefaultAsync(cancel);

    private IQueryable<SealedPointer> Standing(Guid caseId, IReadOnlyList<string> grounds)
    {
        var today = Seoul.DateOf(Now);
        return db.Set<SealedPointer>().AsNoTracking().Where(p => p.CaseId == caseId && p.EndedAt == null && p.Until >= today && grounds.Contains(p.Ground)).OrderBy(p => p.MadeAt).ThenBy(p => p.Id);
    }

    private string ServiceOf(SealedPointer pointer) => words.Open(pointer.Target, pointer.Id, SealedField.PointerTarget)[..2];
}
