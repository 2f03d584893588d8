using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Goals;

/// <summary>Keeps what people want to reach, that they agreed, and what became of it.</summary>
public sealed class GoalDesk(PortalDb db, CaseWords words, AccessLog access, TimeProvider time)
{
    private DateTimeOffset Now => time.GetUtcNow();

    /// <exception cref="RefusedException"><c>goal.no-such-person</c>.</exception>
    public async Task<Guid> SetAsync(SupportApplication one, SetGoal form, Actor colleague, CancellationToken cancel)
    {
        Refuse(one.WhyNot(SupportApplication.SetGoal, colleague)
            ?? (await db.Set<HouseholdPerson>().AnyAsync(p => p.CaseId == one.Id && p.Key == form.Person, cancel) ? null : new("goal.no-such-person")));
        var id = Guid.CreateVersion7();
        db.Add(new CaseGoal
        {
            Id = id,
            CaseId = one.Id,
            Person = form.Person!.Value,
            Words = words.Seal(form.Words!, id, SealedField.Goal),
            InTheirLanguage = string.IsNullOrWhiteSpace(form.InTheirLanguage) ? null : words.Seal(form.InTheirLanguage, id, SealedField.GoalTranslated),
            ReachBy = form.ReachBy!.Value,
            SetById = colleague.UserId!.Value,
            SetAt = Now,
        });
        await KeepAsync(one, SupportApplication.SetGoal, colleague, cancel);
        return id;
    }

    /// <summary>The person agrees on their own page.</summary>
    /// <exception cref="RefusedException"><c>goal.not-there</c>, <c>goal.not-to-agree</c>.</exception>
    public async Task AgreeAsync(SupportApplication one, Guid id, Actor person, CancellationToken cancel)
    {
        (await FindAsync(one, id, SupportApplication.AgreeGoal, person, cancel)).AgreeBy(person, Now);
        await KeepAsync(one, SupportApplication.AgreeGoal, person, cancel);
    }

    /// <summary>A colleague keeps how the person agreed.</summary>
    /// <exception cref="RefusedException"><c>goal.not-there</c>, <c>goal.not-to-agree</c>.</exception>
    public async Task KeepAgreementAsync(SupportApplication one, Guid id, KeepAgreement form, Actor colleague, CancellationToken cancel)
    {
        (await FindAsync(one, id, SupportApplication.KeepAgreement, colleague, cancel)).KeepAgreementBy(colleague, words.Seal(form.How!, id, SealedField.GoalAgreedHow), Now);
        await KeepAsync(one, SupportApplication.KeepAgreement, colleague, cancel);
    }

    /// <exception cref="RefusedException"><c>goal.not-there</c>, <c>goal.not-agreed</c>, <c>goal.closed-already</c>.</exception>
    public async Task CloseAsync(SupportApplication one, Guid id, bool reached, Actor colleague, CancellationToken cancel)
    {
        (await FindAsync(one, id, SupportApplication.CloseGoal, colleague, cancel)).CloseBy(colleague, reached, Now);
        await KeepAsync(one, SupportApplication.CloseGoal, colleague, cancel);
    }

    private async Task<CaseGoal> FindAsync(SupportApplication one, Guid id, CaseAction deed, Actor actor, CancellationToken cancel)
    {
        Refuse(one.WhyNot(deed, actor));
        return await db.Set<CaseGoal>().FirstOrDefaultAsync(goal => goal.Id == id && goal.CaseId == one.Id, cancel) ?? throw new RefusedException(new("goal.not-there"));
    }

    private Task KeepAsync(SupportApplication one, CaseAction deed, Actor actor, CancellationToken cancel)
    {
        one.FollowBy(actor, deed, Now);
        return access.SaveChangeAsync(actor, one.Id, deed, cancel);
    }

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}
