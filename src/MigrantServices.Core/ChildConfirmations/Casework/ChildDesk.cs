using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>What colleagues do every day with the case of a child: take it, write, ask, hand it over, record a consent or an alarm.</summary>
public sealed class ChildDesk(PortalDb db, CaseWords words, TakingOn taking, AccessLog access, TimeProvider time)
{
    /// <summary>Who waits for their city is taken on only where something can be decided meanwhile.</summary>
    /// <exception cref="RefusedException"><c>child.city-takes-no-part</c>.</exception>
    public Task TakeOnAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        if (one.May(ChildConfirmation.TakeOn, actor) && taking.WhyNot(one) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        one.TakeOnBy(actor, taking.Clocks.For(ChildConfirmation.Prefix, Now), Now);
        return SaveAsync(one, actor, ChildConfirmation.TakeOn, cancel);
    }

    public Task GoOnWithoutAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        one.GoOnWithoutBy(actor, taking.Clocks.Of(one), Now);
        return SaveAsync(one, actor, ChildConfirmation.GoOnWithout, cancel);
    }

    /// <exception cref="RefusedException"><c>case.no-such-colleague</c>.</exception>
    public async Task HandOverAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        if (form.ColleagueId == one.HandlerId || !await HandlersFor(one).AnyAsync(u => u.Id == form.ColleagueId, cancel))
        {
            throw new RefusedException(new("case.no-such-colleague"));
        }

        one.HandOverBy(actor, form.ColleagueId!.Value, Now);
        await SaveAsync(one, actor, ChildConfirmation.HandOver, cancel);
    }

    public Task NoteAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        one.NoteBy(actor, Now);
        db.Add(words.Note(one.Id, form.Words!, actor, Now));
        return SaveAsync(one, actor, ChildConfirmation.Note, cancel);
    }

    public Task WriteAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        one.WriteBy(actor, Letter(one, form, MessagePurpose.Message, actor), Now);
        return SaveAsync(one, actor, ChildConfirmation.Write, cancel);
    }

    public Task AskSupplementAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        one.AskSupplementBy(actor, Letter(one, form, MessagePurpose.SupplementRequest, actor), form.On!.Value, Now);
        return SaveAsync(one, actor, ChildConfirmation.AskSupplement, cancel);
    }

    /// <summary>The consent of the legal representative, by whatever lawful way, with what shows it.</summary>
    public Task RecordConsentAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        one.RecordConsentBy(actor, form.Code!, form.On!.Value, Now);
        db.Add(words.Note(one.Id, form.Words!, actor, Now));
        return SaveAsync(one, actor, ChildConfirmation.RecordConsent, cancel);
    }

    /// <summary>Makes sure of a consent that came with the form; how is kept as a note.</summary>
    public Task SeeConsentAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        one.SeeConsentBy(actor, Now);
        db.Add(words.Note(one.Id, form.Words!, actor, Now));
        return SaveAsync(one, actor, ChildConfirmation.SeeConsent, cancel);
    }

    /// <summary>The child may be in danger: who was told stands with it, and every supervisor of the place sees it first.</summary>
    public Task RaiseAlarmAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        var (id, now) = (Guid.CreateVersion7(), Now);
        one.RaiseAlarmBy(actor, now);
        db.Add(new ChildAlarm
        {
            Id = id,
            CaseId = one.Id,
            Words = words.Seal(form.Words!, id, SealedField.Alarm),
            Told = [.. form.Codes.Distinct()],
            RaisedById = actor.UserId!.Value,
            RaisedAt = now,
        });
        return SaveAsync(one, actor, ChildConfirmation.RaiseAlarm, cancel);
    }

    public async Task EndAlarmAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        var now = Now;
        one.EndAlarmBy(actor, now);
        foreach (var alarm in await db.Set<ChildAlarm>().Where(a => a.CaseId == one.Id && a.EndedAt == null).ToListAsync(cancel))
        {
            alarm.End(words.Seal(form.Words!, alarm.Id, SealedField.AlarmOutcome), actor.UserId!.Value, now);
        }

        await SaveAsync(one, actor, ChildConfirmation.EndAlarm, cancel);
    }

    /// <summary>The colleagues who may handle this case today.</summary>
    public IQueryable<PortalUser> HandlersFor(ChildConfirmation one) => ColleaguesOf.Case(db, one, Role.AllHandlers, Seoul.DateOf(Now));

    private DateTimeOffset Now => time.GetUtcNow();

    // without words in the family's language only the Korean ones go out
    private CaseMessage Letter(ChildConfirmation one, DoChildDeed form, MessagePurpose purpose, Actor actor) => words.Letter(
        one,
        Guid.CreateVersion7(),
        new(Cases.Letter.ByHand, form.Words!, one.Language == "ko" || string.IsNullOrWhiteSpace(form.InTheirLanguage) ? null : form.InTheirLanguage),
        purpose,
        actor,
        Now);

    private Task SaveAsync(ChildConfirmation one, Actor actor, CaseAction action, CancellationToken cancel) => access.SaveChangeAsync(actor, one.Id, action, cancel);
}
