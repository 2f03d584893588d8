using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Notices;

/// <summary>Who may say the second word to what somebody proposed: to merge or part, to bring back, to open a pattern; who may approve an answer or a recommendation; and who hears of somebody's fear. A statement for each sort, however many colleagues there are.</summary>
public sealed class SecondWords(PortalDb db)
{
    /// <summary>One line for each colleague and thing that waits for them.</summary>
    public async Task<IReadOnlyList<(Guid Colleague, RoundThing Thing)>> WaitingAsync(DateOnly today, CancellationToken cancel)
    {
        var handlers = Role.CaseHandlers.Each().ToArray();
        var held = await OpenRights.On(db, today).Where(g => handlers.Contains(g.Role))
            .Select(g => new { g.UserId, g.Role, g.Services, g.Municipalities, g.ForSetApart }).ToListAsync(cancel);
        var colleagues = held.GroupBy(g => g.UserId)
            .Select(g => new Actor(g.Key, "", [.. g.Select(one => new Grant(one.Role, one.Services, one.Municipalities) { ForSetApart = one.ForSetApart })])).ToList();
        return [.. await MergesAsync(colleagues, cancel), .. await ReturnsAsync(colleagues, cancel), .. await PatternsAsync(colleagues, cancel),
            .. await AnswersAsync(colleagues, cancel), .. await FearsAsync(colleagues, cancel)];
    }

    private async Task<IEnumerable<(Guid, RoundThing)>> MergesAsync(List<Actor> colleagues, CancellationToken cancel)
    {
        var waiting = await db.CaseMerges.Where(m => m.State == MergeState.Proposed || m.State == MergeState.UndoProposed)
            .Join(db.Grievances, m => m.MergedId, c => c.Id, (m, c) => new { m.SurvivingId, By = c.MergeProposedById, Goes = new Side(c.HandlerId, c.Municipality, c.ClosedTo, c.IsSetApart) })
            .Join(db.Grievances, m => m.SurvivingId, c => c.Id, (m, c) => new { m.By, m.Goes, Stays = new Side(c.HandlerId, c.Municipality, c.ClosedTo, c.IsSetApart) })
            .ToListAsync(cancel);
        return from one in waiting
               from colleague in colleagues
               where colleague.UserId != one.By && one.Goes.IsSeenBy(colleague) && one.Stays.IsSeenBy(colleague)
               where one.Goes.HandlerId == colleague.UserId || one.Stays.HandlerId == colleague.UserId || (one.Goes.IsSupervisedBy(colleague) && one.Stays.IsSupervisedBy(colleague))
               select (colleague.UserId!.Value, RoundThing.Proposals);
    }

    private async Task<IEnumerable<(Guid, RoundThing)>> ReturnsAsync(List<Actor> colleagues, CancellationToken cancel)
    {
        var waiting = await db.Grievances.Where(c => c.ReturnProposedById != null)
            .Select(c => new { By = c.ReturnProposedById, Apart = new Side(c.HandlerId, c.Municipality, c.ClosedTo, c.IsSetApart) }).ToListAsync(cancel);
        return from one in waiting
               from colleague in colleagues
               where colleague.UserId != one.By && one.Apart.IsSeenBy(colleague)
               select (colleague.UserId!.Value, RoundThing.Proposals);
    }

    // a pattern of which one case is closed to them is not there for them
    private async Task<IEnumerable<(Guid, RoundThing)>> PatternsAsync(List<Actor> colleagues, CancellationToken cancel)
    {
        var cases = await db.Set<Pattern>().Where(Pattern.WaitsForAnother).Where(p => p.Cases != null)
            .Join(db.Set<RespondentToken>().Where(t => t.Counts), p => p.Token, t => t.Token, (p, t) => new { p.Id, By = p.AskedById, t.CaseId })
            .Join(db.Grievances.Where(c => !c.IsSetApart), p => p.CaseId, c => c.Id, (p, c) => new { p.Id, p.By, Case = new Side(c.HandlerId, c.Municipality, c.ClosedTo, c.IsSetApart) })
            .ToListAsync(cancel);
        return from pattern in cases.GroupBy(one => (one.Id, one.By))
               from colleague in colleagues
               where colleague.UserId != pattern.Key.By && pattern.All(one => one.Case.IsSeenBy(colleague) && one.Case.IsSupervisedBy(colleague))
               select (colleague.UserId!.Value, RoundThing.Patterns);
    }

    // the answer, what is said to an objection, and a recommendation, each before its own second person
    private async Task<IEnumerable<(Guid, RoundThing)>> AnswersAsync(List<Actor> colleagues, CancellationToken cancel)
    {
        var waiting = await db.Grievances
            .Where(c => c.Status == CaseStatus.Proposed || c.Status == CaseStatus.ObjectionProposed || (c.RecommendationById != null && c.Status != CaseStatus.Objected))
            .Select(c => new { c.Status, c.ProposedById, c.ApprovedById, c.ObjectionProposedById, c.RecommendationById, Case = new Side(c.HandlerId, c.Municipality, c.ClosedTo, c.IsSetApart) })
            .ToListAsync(cancel);
        return from one in waiting
               from colleague in colleagues
               let me = colleague.UserId
               where one.Case.IsSeenBy(colleague) && one.Case.IsSupervisedBy(colleague)
               where (one.Status == CaseStatus.Proposed && one.ProposedById != me)
                   || (one.Status == CaseStatus.ObjectionProposed && one.ObjectionProposedById != me && one.ProposedById != me && one.ApprovedById != me)
                   || (one.RecommendationById is { } writer && writer != me)
               select (me!.Value, RoundThing.ToApprove);
    }

    private async Task<IEnumerable<(Guid, RoundThing)>> FearsAsync(List<Actor> colleagues, CancellationToken cancel)
    {
        var waiting = await db.Grievances.Where(c => c.FearSince != null)
            .Select(c => new Side(c.HandlerId, c.Municipality, c.ClosedTo, c.IsSetApart)).ToListAsync(cancel);
        return from one in waiting
               from colleague in colleagues
               where one.IsSeenBy(colleague) && (one.HandlerId == colleague.UserId || one.IsSupervisedBy(colleague))
               select (colleague.UserId!.Value, RoundThing.Fear);
    }

    /// <summary>What of a case decides who may say a word to it.</summary>
    private sealed record Side(Guid? HandlerId, string? Municipality, Guid[] ClosedTo, bool IsSetApart)
    {
        public bool IsSeenBy(Actor colleague) => CaseAccess.IsSeenBy(colleague, Grievance.Service, ClosedTo, IsSetApart, Municipality);

        public bool IsSupervisedBy(Actor colleague) => (colleague.RolesOn(Grievance.Prefix, Municipality) & Role.Supervisor) != Role.None;
    }
}
