using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>What colleagues do with a grievance; each deed is saved with its line of history and its record of access.</summary>
public sealed class GrievanceDesk(PortalDb db, PersonPost post, Clocks clocks, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>fairness.not-affirmed</c>.</exception>
    public Task TakeOnAsync(Grievance grievance, bool affirms, Actor actor, CancellationToken cancel)
    {
        grievance.TakeOnBy(actor, affirms, Now);
        return SaveAsync(grievance, actor, Grievance.TakeOn, cancel);
    }

    /// <summary>Hands the case to a colleague who may handle it; refused for anybody else.</summary>
    /// <exception cref="RefusedException"><c>case.no-such-colleague</c>, <c>case.needs-a-newcomer</c>, <c>fairness.not-affirmed</c>.</exception>
    public async Task HandOverAsync(Grievance grievance, HandOver form, Actor actor, CancellationToken cancel)
    {
        var colleagueId = form.ColleagueId!.Value;
        var colleagues = await HandlersFor(grievance).Where(u => u.Id == colleagueId).CountAsync(cancel);
        if (colleagues == 0 || colleagueId == grievance.HandlerId)
        {
            throw new RefusedException(new("case.no-such-colleague"));
        }

        grievance.HandOverBy(actor, colleagueId, Now, form.Affirms);
        await SaveAsync(grievance, actor, Grievance.HandOver, cancel);
    }

    public Task WriteAsync(Grievance grievance, Guid messageId, WriteLetter form, Actor actor, CancellationToken cancel)
    {
        grievance.WriteBy(actor, post.Words.Message(grievance.Id, messageId, form.Body!, MessagePurpose.Message, form.Language!, actor, Now), Now);
        post.Words.Mark(grievance, form.Body);
        return SaveAsync(grievance, actor, Grievance.Write, cancel);
    }

    public Task GoOnWithoutAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        grievance.GoOnWithoutBy(actor, clocks.Of(grievance), Now);
        return SaveAsync(grievance, actor, Grievance.GoOnWithout, cancel);
    }

    /// <summary>The clock by which this case counts: that of the day on which it began.</summary>
    public CaseClock ClockOf(Grievance grievance) => clocks.Of(grievance);

    /// <summary>Takes more time and tells the person by the letter, at once.</summary>
    /// <exception cref="RefusedException"><c>case.consent-before-the-extension</c>, <c>translation.draft-stays</c>, and what the table says.</exception>
    public async Task ExtendAsync(Grievance grievance, ExtendDeadline form, Letter letter, Actor actor, CancellationToken cancel)
    {
        if (grievance.WhyNot(ServiceCase.Extend, actor) is null && await WhyNotConsentAsync(grievance, form, cancel) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var message = post.Seal(grievance, Guid.CreateVersion7(), letter, MessagePurpose.Extension, (form.InTheirLanguage, form.WordsKind), actor, Now);
        db.Add(grievance.ExtendBy(actor, form, message, ClockOf(grievance), Now));
        await SaveAsync(grievance, actor, ServiceCase.Extend, cancel);
    }

    // the person agrees to a second extension only once there was a first
    private async Task<Refusal?> WhyNotConsentAsync(Grievance grievance, ExtendDeadline form, CancellationToken cancel)
    {
        if (grievance.ExtensionsSoFar == 0 || form.ConsentOn is not { } consent)
        {
            return null;
        }

        var clock = grievance.RunningClock.Period;
        var before = await db.Set<CaseExtension>().Where(e => e.CaseId == grievance.Id && e.Clock == clock).MaxAsync(e => (DateTimeOffset?)e.MadeAt, cancel);
        return before is { } made && consent < Calendar.Seoul.DateOf(made) ? new("case.consent-before-the-extension", Calendar.Seoul.DateOf(made)) : null;
    }

    public Task NoteAsync(Grievance grievance, WriteMessage form, Actor actor, CancellationToken cancel)
    {
        grievance.NoteBy(actor, Now);
        db.Add(post.Words.Note(grievance.Id, form.Body!, actor, Now));
        return SaveAsync(grievance, actor, Grievance.Note, cancel);
    }

    public Task CloseTipAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        grievance.CloseTipBy(actor, Now);
        return SaveAsync(grievance, actor, Grievance.CloseTip, cancel);
    }

    /// <summary>The colleagues who may handle this case today.</summary>
    public IQueryable<PortalUser> HandlersFor(Grievance grievance) =>
        ColleaguesOf.Case(db, grievance, Role.CaseHandlers, Calendar.Seoul.DateOf(Now));

    private DateTimeOffset Now => time.GetUtcNow();

    private Task SaveAsync(Grievance grievance, Actor actor, CaseAction action, CancellationToken cancel)
    {
        access.AddChange(actor, grievance.Id, action);
        return db.SaveChangesAsync(cancel);
    }
}
