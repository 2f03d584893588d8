using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Inquiry;

/// <summary>Looks into a grievance: competence, investigation, mediation, protection, and time that does not count.</summary>
public sealed class InquiryDesk(PortalDb db, CaseWords words, Clocks clocks, AccessLog access, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>jurisdiction.before-the-incident</c>, <c>jurisdiction.in-the-future</c>.</exception>
    public Task CheckJurisdictionAsync(Grievance grievance, CheckJurisdiction form, Actor actor, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        var check = new JurisdictionCheck
        {
            Id = id,
            CaseId = grievance.Id,
            Finding = form.Finding!.Value,
            RespondentKind = form.RespondentKind!,
            RespondentSector = form.RespondentSector!.Value,
            LastHappenedOn = form.LastHappenedOn,
            OtherRelief = form.OtherRelief!.Value,
            Words = words.Seal(form.Words!, id, SealedField.Jurisdiction),
            CheckedById = actor.UserId!.Value,
            CheckedAt = Now,
        };
        grievance.CheckJurisdictionBy(actor, check, Now);
        db.Add(check);
        return SaveAsync(grievance, actor, Grievance.CheckJurisdiction, cancel);
    }

    /// <summary>Does a deed that leaves a record; which one the form names.</summary>
    /// <exception cref="RefusedException"><c>inquiry.in-the-future</c>, <c>inquiry.before-the-receipt</c>, <c>inquiry.due-in-the-past</c>, and what the table says.</exception>
    /// <param name="letter">The letter that asks the other side; without one nobody is asked.</param>
    public async Task KeepAsync(Grievance grievance, KeepRecord form, Actor actor, CancellationToken cancel, OtherSideLetter? letter = null)
    {
        var (id, shape) = (letter?.AboutId ?? Guid.CreateVersion7(), form.Shape!);
        if (shape.Deed == Grievance.AskRespondent && letter is null)
        {
            throw new InvalidOperationException("The other side is asked by a letter.");
        }

        var record = new InquiryRecord
        {
            Id = id,
            CaseId = grievance.Id,
            Deed = shape.Deed.Code,
            On = shape.HasDay ? form.On!.Value : Seoul.DateOf(Now),
            Code = shape.List is null ? null : form.Code,
            People = shape.HasPeople ? words.Seal(form.People!, id, SealedField.InquiryPeople) : null,
            Words = words.Seal(form.Words!, id, SealedField.InquiryWords),
            Language = shape.HasLanguage ? form.Language! : "ko",
            DueOn = shape.HasDueDay ? form.DueOn : null,
            MadeById = actor.UserId!.Value,
            MadeAt = Now,
        };
        grievance.KeepBy(actor, record, ClockAfter(grievance, shape.Deed), Now, await OpenProposalsAsync(grievance, shape.Deed, cancel));
        db.Add(record);
        if (letter is not null)
        {
            db.Add(letter);
        }

        await SaveAsync(grievance, actor, shape.Deed, cancel);
    }

    /// <summary>A question that was put to the other side in this case; null when there is no such.</summary>
    public Task<InquiryRecord?> FindQuestionAsync(Grievance grievance, Guid id, CancellationToken cancel) =>
        db.InquiryRecords.FirstOrDefaultAsync(r => r.Id == id && r.CaseId == grievance.Id && r.Deed == Grievance.AskRespondent.Code, cancel);

    /// <exception cref="RefusedException"><c>inquiry.replied-already</c>, <c>inquiry.before-the-asking</c>, <c>inquiry.in-the-future</c>.</exception>
    public Task RecordReplyAsync(Grievance grievance, InquiryRecord question, RecordReply form, Actor actor, CancellationToken cancel)
    {
        var reply = words.Seal(form.Words!, question.Id, SealedField.InquiryReply);
        grievance.RecordRespondentReplyBy(actor, question, new(form.RepliedOn!.Value, reply), Now);
        return SaveAsync(grievance, actor, Grievance.RecordRespondentReply, cancel);
    }

    public Task ContinueInvestigationAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        grievance.ContinueInvestigationBy(actor, Now);
        return SaveAsync(grievance, actor, Grievance.ContinueInvestigation, cancel);
    }

    public Task EndSiteInvestigationAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        grievance.EndSiteInvestigationBy(actor, MainClock(grievance), Now);
        return SaveAsync(grievance, actor, Grievance.EndSiteInvestigation, cancel);
    }

    public Task PauseAsync(Grievance grievance, PauseClock form, Actor actor, CancellationToken cancel)
    {
        grievance.PauseBy(actor, form.Reason!, Now);
        return SaveAsync(grievance, actor, Grievance.Pause, cancel);
    }

    public Task EndPauseAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        grievance.EndPauseBy(actor, MainClock(grievance), Now);
        return SaveAsync(grievance, actor, Grievance.EndPause, cancel);
    }

    private async Task<IReadOnlyList<InquiryRecord>> OpenProposalsAsync(Grievance grievance, CaseAction deed, CancellationToken cancel)
    {
        var proposed = Grievance.ProposeSettlement.Code;
        return Grievance.EndOfProposals(deed) is null ? [] : await db.InquiryRecords.Where(r => r.CaseId == grievance.Id && r.Deed == proposed && r.EndedOn == null).ToListAsync(cancel);
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private CaseClock MainClock(Grievance grievance) => clocks.Of(grievance.MainClock.Period, grievance.MainClock.LaidDownAt);

    private CaseClock? ClockAfter(Grievance grievance, CaseAction deed) =>
        deed == Grievance.OpenOwnMotion ? clocks.Of(Grievance.RightsPeriod, grievance.ReceivedAt)
        : deed == Grievance.BeginSiteInvestigation ? clocks.Of(Grievance.SitePeriod, grievance.ReceivedAt)
        : deed == Grievance.Resume ? MainClock(grievance)
        : null;

    private Task SaveAsync(Grievance grievance, Actor actor, CaseAction action, CancellationToken cancel)
    {
        access.AddChange(actor, grievance.Id, action);
        return db.SaveChangesAsync(cancel);
    }
}
