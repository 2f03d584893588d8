using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Cases.Elsewhere;

/// <summary>
/// Seals that somebody is known to another service, opens it on a ground of law, and ends it. None of this stands in the history of the case or in any list:
/// only the record of access keeps it, for the privacy officer and for the person.
/// </summary>
public sealed class PointerDesk(PortalDb db, CaseWords words, PointerGrounds grounds, AccessLog access, TimeProvider time)
{
    private DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Why this colleague may not; null when they may: whoever handles the case, and the supervisors of its place.</summary>
    public static Refusal? WhyNot(ServiceCase one, Actor colleague) =>
        colleague.IsColleague && (one.HandlerId == colleague.UserId || (one.RolesOf(colleague) & Role.Supervisor) != Role.None) ? null : new("elsewhere.not-yours");

    /// <summary>Seals a pointer. Whether there is such a case is not looked up: nobody learns here what another service has.</summary>
    /// <exception cref="RefusedException"><c>elsewhere.not-yours</c>, <c>elsewhere.same-service</c>.</exception>
    public async Task SealAsync(ServiceCase one, SealPointer form, Actor colleague, CancellationToken cancel)
    {
        Refuse(WhyNot(one, colleague) ?? (form.Reference.StartsWith(one.Kind.Prefix + "-", StringComparison.Ordinal) ? new("elsewhere.same-service") : null));
        var (id, day) = (Guid.CreateVersion7(), Seoul.DateOf(Now));
        db.Add(new SealedPointer
        {
            Id = id,
            CaseId = one.Id,
            Target = words.Seal(form.Reference, id, SealedField.PointerTarget),
            Ground = form.Ground!,
            Words = words.Seal(form.How!, id, SealedField.PointerWords),
            AgreedOn = form.Ground == PointerGrounds.Consent ? form.AgreedOn : null,
            MadeById = colleague.UserId!.Value,
            MadeAt = Now,
            Until = grounds.Until(form.Ground!, day),
        });
        await access.WriteAsync(colleague, AccessDeed.Elsewhere, one.Id, "elsewhere-sealed:" + form.Ground, cancel);
    }

    /// <summary>From now on, for a quarter of an hour, this colleague reads to which services the person is known.</summary>
    /// <exception cref="RefusedException"><c>elsewhere.not-yours</c>.</exception>
    public async Task OpenAsync(ServiceCase one, OpenPointers form, Actor colleague, CancellationToken cancel)
    {
        Refuse(WhyNot(one, colleague));
        var id = Guid.CreateVersion7();
        db.Add(new PointerOpening
        {
            Id = id,
            CaseId = one.Id,
            Ground = form.Ground!,
            Words = words.Seal(form.Why!, id, SealedField.PointerWords),
            OpenedById = colleague.UserId!.Value,
            OpenedAt = Now,
            Until = Now + PointerOpening.Lasts,
        });
        await access.WriteAsync(colleague, AccessDeed.Elsewhere, one.Id, "elsewhere-opened:" + form.Ground, cancel);
    }

    /// <summary>A colleague finds that it no longer holds.</summary>
    /// <exception cref="RefusedException"><c>elsewhere.not-yours</c>, <c>elsewhere.closed</c>, <c>elsewhere.not-there</c>.</exception>
    public async Task EndAsync(ServiceCase one, Guid id, Actor colleague, CancellationToken cancel)
    {
        Refuse(WhyNot(one, colleague));
        var shown = PointerGrounds.ShownOn((await PointerReader.OpeningAsync(db, one.Id, colleague, Now, cancel) ?? throw new RefusedException(new("elsewhere.closed"))).Ground);
        (await FindAsync(one.Id, id, shown, cancel)).EndBy(colleague.UserId, Now);
        await access.WriteAsync(colleague, AccessDeed.Elsewhere, one.Id, "elsewhere-ended", cancel);
    }

    /// <summary>The person no longer agrees. What rests on danger or on law is not theirs to end, and is not shown to them.</summary>
    /// <exception cref="RefusedException"><c>elsewhere.not-yours</c>, <c>elsewhere.not-there</c>.</exception>
    public async Task NoLongerAgreeAsync(ServiceCase one, Guid id, Actor person, CancellationToken cancel)
    {
        Refuse(person.Is(Role.Filer) ? null : new("elsewhere.not-yours"));
        (await FindAsync(one.Id, id, [PointerGrounds.Consent], cancel)).EndBy(null, Now);
        await access.WriteAsync(person, AccessDeed.Elsewhere, one.Id, "elsewhere-ended", cancel);
    }

    private async Task<SealedPointer> FindAsync(Guid caseId, Guid id, IReadOnlyList<string> shown, CancellationToken cancel) =>
        await db.Set<SealedPointer>().FirstOrDefaultAsync(p => p.Id == id && p.CaseId == caseId && shown.Contains(p.Ground), cancel) ?? throw new RefusedException(new("elsewhere.not-there"));

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}
