using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Checks;
using MigrantServices.Core.ChildConfirmations.Childcare;
using MigrantServices.Core.ChildConfirmations.Destroying;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.Notices;

/// <summary>What waits in the cases of children for whom: alarms, decisions, papers, identities to destroy, offers and yearly checks. A statement for each sort, however many colleagues there are.</summary>
public sealed class ChildRound(PortalDb db, ChecksDue checks)
{
    /// <summary>How many of which thing wait for a colleague.</summary>
    public async Task<IReadOnlyList<(Guid Colleague, RoundThing Thing, int Count)>> WaitingAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var handlers = Role.AllHandlers.Each().ToArray();
        var held = await OpenRights.On(db, Seoul.DateOf(now)).Where(g => handlers.Contains(g.Role))
            .Select(g => new { g.UserId, g.Role, g.Services, g.Municipalities, g.ForSetApart, g.Centre }).ToListAsync(cancel);
        var colleagues = held.GroupBy(g => g.UserId)
            .Select(g => new Actor(g.Key, "", [.. g.Select(one => new Grant(one.Role, one.Services, one.Municipalities) { ForSetApart = one.ForSetApart, Centre = one.Centre })]))
            .Where(colleague => colleague.Grants.Any(grant => grant.CoversService(ChildConfirmation.Prefix))).ToList();
        return [.. (await AlarmsAsync(colleagues, cancel)).Concat(await DecisionsAsync(colleagues, cancel)).Concat(await DaycareAsync(colleagues, cancel)).Concat(await DestructionsAsync(colleagues, Seoul.DateOf(now), cancel)).Concat(await OffersAsync(colleagues, cancel))
            .GroupBy(one => one).Select(same => (same.Key.Item1, same.Key.Item2, same.Count())), .. await ByHandlerAsync(RoundThing.ChildChecks, checks.In(db.ChildConfirmations, now), cancel), .. await ByHandlerAsync(RoundThing.ReceiverSilent, ReceiversDue.Silent(db.ChildConfirmations, db, now), cancel), .. await ByHandlerAsync(RoundThing.ReceiverOwed, ReceiversDue.Owed(db.ChildConfirmations, db), cancel)];
    }

    // an alarm is everybody's who may see the child's case
    private async Task<IEnumerable<(Guid, RoundThing)>> AlarmsAsync(List<Actor> colleagues, CancellationToken cancel)
    {
        var alarms = await db.ChildConfirmations.Where(c => c.AlarmSince != null).Select(c => new Side(c.Municipality, c.Centre, c.ClosedTo, c.IsSetApart)).ToListAsync(cancel);
        return from child in alarms
               from colleague in colleagues
               where child.IsSeenBy(colleague)
               select (colleague.UserId!.Value, RoundThing.Alarms);
    }

    private async Task<IEnumerable<(Guid, RoundThing)>> DecisionsAsync(List<Actor> colleagues, CancellationToken cancel)
    {
        var waiting = await db.ChildConfirmations.Where(c => c.Status == Proposed || c.Status == ReissueProposed || c.Status == RevocationProposed || c.Status == ToIssue)
            .Select(c => new { c.Status, c.ProposedById, c.ApprovedById, Side = new Side(c.Municipality, c.Centre, c.ClosedTo, c.IsSetApart) }).ToListAsync(cancel);
        return from one in waiting
               from colleague in colleagues
               where colleague.UserId != one.ProposedById && one.Side.IsSeenBy(colleague)
               where one.Status == ToIssue ? colleague.UserId != one.ApprovedById && one.Side.IsHandledBy(colleague, Role.CaseHandlers) : one.Side.IsHandledBy(colleague, Role.Supervisor)
               select (colleague.UserId!.Value, one.Status == ToIssue ? RoundThing.ToIssue : RoundThing.ChildProposals);
    }

    private async Task<IEnumerable<(Guid, RoundThing)>> DaycareAsync(List<Actor> colleagues, CancellationToken cancel)
    {
        var waiting = await db.Set<ChildcareAward>().Where(a => a.State == AwardState.Proposed).Select(a => new { a.CaseId, By = a.ProposedById })
            .Concat(db.Set<ChildcareVoid>().Where(v => v.State == VoidState.Proposed).Select(v => new { v.CaseId, By = v.ProposedById }))
            .Join(db.ChildConfirmations, one => one.CaseId, c => c.Id, (one, c) => new { one.By, Side = new Side(c.Municipality, c.Centre, c.ClosedTo, c.IsSetApart) })
            .ToListAsync(cancel);
        return from one in waiting
               from colleague in colleagues
               where colleague.UserId != one.By && one.Side.IsSeenBy(colleague) && one.Side.IsHandledBy(colleague, Role.Supervisor)
               select (colleague.UserId!.Value, RoundThing.ChildProposals);
    }

    // a supervisor decides, a privacy officer sees that it waits; who is both hears of it once
    private async Task<IEnumerable<(Guid, RoundThing)>> DestructionsAsync(List<Actor> colleagues, DateOnly today, CancellationToken cancel)
    {
        var waiting = await ToDestroy.At(db, today)
            .Join(db.ChildConfirmations, one => one.CaseId, c => c.Id, (one, c) => new { one.Id, By = one.AskedById, Side = new Side(c.Municipality, c.Centre, c.ClosedTo, c.IsSetApart) })
            .ToListAsync(cancel);
        var officers = waiting.Count == 0 ? [] : await OpenRights.On(db, today).Where(g => g.Role == Role.PrivacyOfficer).Select(g => g.UserId).Distinct().ToListAsync(cancel);
        var decides = from one in waiting
                      from colleague in colleagues
                      where colleague.UserId != one.By && one.Side.IsSeenBy(colleague) && one.Side.IsHandledBy(colleague, Role.Supervisor)
                      select (one.Id, colleague.UserId!.Value);
        var sees = from one in waiting
                   from officer in officers
                   where !one.Side.ClosedTo.Contains(officer)
                   select (one.Id, officer);
        return decides.Concat(sees).Distinct().Select(one => (one.Item2, RoundThing.ToDestroy));
    }

    private async Task<IEnumerable<(Guid, RoundThing)>> OffersAsync(List<Actor> colleagues, CancellationToken cancel)
    {
        var offered = await db.ChildConfirmations.Where(c => c.TransferTo != null && !c.IsSetApart).Select(c => new { c.TransferTo, c.TransferOfferedById, c.ClosedTo }).ToListAsync(cancel);
        return from one in offered
               from colleague in colleagues
               where one.TransferOfferedById != colleague.UserId && !one.ClosedTo.Contains(colleague.UserId!.Value) && (colleague.RolesOn(ChildConfirmation.Prefix, one.TransferTo) & Role.CaseHandlers) != Role.None
               select (colleague.UserId!.Value, RoundThing.Offered);
    }

    private static async Task<IEnumerable<(Guid, RoundThing, int)>> ByHandlerAsync(RoundThing thing, IQueryable<ChildConfirmation> cases, CancellationToken cancel)
    {
        var due = await cases.Where(c => c.HandlerId != null).GroupBy(c => c.HandlerId).Select(g => new { Id = g.Key, Count = g.Count() }).ToListAsync(cancel);
        return due.Select(line => (line.Id!.Value, thing, line.Count));
    }

    /// <summary>What of a child's case decides who sees it.</summary>
    private sealed record Side(string? Municipality, string? Centre, Guid[] ClosedTo, bool IsSetApart)
    {
        public bool IsSeenBy(Actor colleague) =>
            CaseAccess.IsSeenBy(colleague, ChildConfirmation.Service, ClosedTo, IsSetApart, Municipality)
            || (Centre is not null && !ClosedTo.Contains(colleague.UserId!.Value) && colleague.HandlesSetApart(ChildConfirmation.Prefix) == IsSetApart && colleague.CentresOf(ChildConfirmation.Prefix).Contains(Centre, StringComparer.Ordinal));

        public bool IsHandledBy(Actor colleague, Role roles) => (colleague.RolesOn(ChildConfirmation.Prefix, Municipality) & roles) != Role.None;
    }
}
