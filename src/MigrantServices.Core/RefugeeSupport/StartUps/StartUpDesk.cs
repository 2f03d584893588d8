using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.StartUps;

/// <summary>Writes the plan of a start-up, and keeps which steps were reached and accepted.</summary>
public sealed class StartUpDesk(PortalDb db, ProgrammeBook programmes, CaseWords words, AccessLog access, TimeProvider time)
{
    /// <summary>A line under which a start-up is helped.</summary>
    public bool IsStartUp(SupportLine line) => programmes.Programme(line.Programme)?.Kind == SupportKind.StartUp;

    /// <exception cref="RefusedException"><c>plan.no-start-up</c>.</exception>
    public async Task<Guid> WriteAsync(SupportApplication one, Guid lineId, WritePlan form, Actor handler, CancellationToken cancel)
    {
        var line = one.Lines.Find(l => l.Id == lineId);
        Refuse(one.WhyNot(SupportApplication.WritePlan, handler) ?? (line is null || !IsStartUp(line) || line.State is not (LineState.Asked or LineState.Prepared) ? new("plan.no-start-up") : null));
        one.FollowBy(handler, SupportApplication.WritePlan, time.GetUtcNow());
        var id = Guid.CreateVersion7();
        db.Add(new StartUpPlan
        {
            Id = id,
            CaseId = one.Id,
            LineId = lineId,
            Words = words.Seal(form.Words!, id, SealedField.PlanWords),
            Mentor = words.Seal(form.Mentor!, id, SealedField.PlanMentor),
            Provider = form.Provider!,
            WrittenById = handler.UserId!.Value,
            WrittenAt = time.GetUtcNow(),
            Milestones = [.. form.Filled.OrderBy(step => step.DueOn).Select((step, place) => StepOf(id, step, place + 1))],
        });
        await access.SaveChangeAsync(handler, one.Id, SupportApplication.WritePlan, cancel);
        return id;
    }

    /// <exception cref="RefusedException"><c>milestone.not-there</c>, <c>milestone.not-granted</c>, <c>milestone.reported-already</c>, <c>milestone.not-in-turn</c>.</exception>
    public async Task ReportAsync(SupportApplication one, Guid stepId, ReportMilestone form, Actor colleague, CancellationToken cancel)
    {
        var (plan, step) = await FindAsync(one, stepId, SupportApplication.ReportMilestone, colleague, cancel);
        Refuse(plan.IsInTurn(step) ? null : new("milestone.not-in-turn"));
        step.ReportBy(colleague, words.Seal(form.Seen!, step.Id, SealedField.MilestoneSeen), time.GetUtcNow());
        await KeepAsync(one, SupportApplication.ReportMilestone, colleague, cancel);
    }

    /// <summary>Another colleague agrees, and its part of the grant can be paid; or does not.</summary>
    /// <exception cref="RefusedException"><c>milestone.not-there</c>, <c>milestone.not-reported</c>, <c>milestone.needs-a-second-person</c>.</exception>
    public async Task DecideAsync(SupportApplication one, Guid stepId, bool agrees, Actor another, CancellationToken cancel)
    {
        var deed = agrees ? SupportApplication.AcceptMilestone : SupportApplication.SendBackMilestone;
        var (_, step) = await FindAsync(one, stepId, deed, another, cancel);
        if (agrees)
        {
            step.AcceptBy(another, time.GetUtcNow());
        }
        else
        {
            step.SendBackBy(another);
        }

        await KeepAsync(one, deed, another, cancel);
    }

    private Milestone StepOf(Guid plan, PlanStep told, int number)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            PlanId = plan,
            Number = number,
            What = words.Seal(told.What!, id, SealedField.MilestoneWhat),
            WhatInTheirLanguage = string.IsNullOrWhiteSpace(told.InTheirLanguage) ? null : words.Seal(told.InTheirLanguage, id, SealedField.MilestoneTranslated),
            DueOn = told.DueOn!.Value,
            Won = WonText.Read(told.Won)!.Value,
        };
    }

    private async Task<(StartUpPlan Plan, Milestone Step)> FindAsync(SupportApplication one, Guid stepId, CaseAction deed, Actor actor, CancellationToken cancel)
    {
        Refuse(one.WhyNot(deed, actor));
        var plan = await db.Set<StartUpPlan>().Include(p => p.Milestones).FirstOrDefaultAsync(p => p.CaseId == one.Id && p.Milestones.Any(step => step.Id == stepId), cancel)
            ?? throw new RefusedException(new("milestone.not-there"));
        return (plan, plan.Milestones.Single(step => step.Id == stepId));
    }

    private Task KeepAsync(SupportApplication one, CaseAction deed, Actor actor, CancellationToken cancel)
    {
        one.FollowBy(actor, deed, time.GetUtcNow());
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
