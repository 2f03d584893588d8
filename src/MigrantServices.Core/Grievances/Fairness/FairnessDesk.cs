using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Fairness;

/// <summary>Keeps those away from a case who have an interest in it or whom it is about.</summary>
public sealed class FairnessDesk(PortalDb db, CaseWords words, AccessLog access, TimeProvider time)
{
    public Task DeclareAsync(Grievance grievance, DeclareInterest form, Actor actor, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        grievance.DeclareInterestBy(actor, form.Reason!, Now);
        db.Add(new InterestDeclaration
        {
            Id = id,
            CaseId = grievance.Id,
            ColleagueId = actor.UserId!.Value,
            Reason = form.Reason!,
            Words = words.Seal(form.Words!, id, SealedField.Interest),
            DeclaredAt = Now,
        });
        return SaveAsync(grievance, actor, Grievance.DeclareInterest, cancel);
    }

    /// <summary>A declaration of this case; null when there is no such.</summary>
    public Task<InterestDeclaration?> FindAsync(Grievance grievance, Guid id, CancellationToken cancel) =>
        db.InterestDeclarations.FirstOrDefaultAsync(d => d.Id == id && d.CaseId == grievance.Id, cancel);

    /// <exception cref="RefusedException"><c>fairness.not-your-own</c>, <c>fairness.lifted-already</c>.</exception>
    public async Task LiftAsync(Grievance grievance, InterestDeclaration declaration, LiftInterest form, Actor actor, CancellationToken cancel)
    {
        var isAboutThem = await db.Events.AnyAsync(
            e => e.CaseId == grievance.Id && e.Action == Grievance.SetApart.Code && e.ColleagueId == declaration.ColleagueId, cancel);
        grievance.LiftInterestBy(actor, declaration, words.Seal(form.Words!, declaration.Id, SealedField.InterestLifted), isAboutThem, Now);
        await SaveAsync(grievance, actor, Grievance.LiftInterest, cancel);
    }

    /// <exception cref="RefusedException"><c>case.no-such-colleague</c>, <c>fairness.set-apart-already</c>, <c>fairness.too-many</c>.</exception>
    public async Task SetApartAsync(Grievance grievance, SetApart form, Actor actor, CancellationToken cancel)
    {
        var about = form.ColleagueIds.Distinct().ToList();
        if (await db.Users.CountAsync(u => u.LeftAt == null && about.Contains(u.Id), cancel) != about.Count)
        {
            throw new RefusedException(new("case.no-such-colleague"));
        }

        grievance.SetApartBy(actor, about, await LineOfAsync(about, cancel), Now);
        await SaveAsync(grievance, actor, Grievance.SetApart, cancel);
    }

    // Everybody with an ordinary right to cases is out of it by that alone. What is left of a line are those who hold
    // the right for such cases in a place where somebody holds it whom the case is about.
    private async Task<IReadOnlyCollection<Guid>> LineOfAsync(List<Guid> about, CancellationToken cancel)
    {
        var held = await OpenRights.On(db, Seoul.DateOf(Now)).AsNoTracking().Where(g => g.ForSetApart).ToListAsync(cancel);
        var theirs = held.Where(g => about.Contains(g.UserId)).ToList();
        return [.. held.Where(g => theirs.Exists(t => Meet(t.Municipalities, g.Municipalities))).Select(g => g.UserId).Distinct()];
    }

    private static bool Meet(string[]? some, string[]? others) => some is null || others is null || some.Intersect(others, StringComparer.Ordinal).Any();

    private DateTimeOffset Now => time.GetUtcNow();

    private Task SaveAsync(Grievance grievance, Actor actor, CaseAction action, CancellationToken cancel)
    {
        access.AddChange(actor, grievance.Id, action);
        return db.SaveChangesAsync(cancel);
    }
}
