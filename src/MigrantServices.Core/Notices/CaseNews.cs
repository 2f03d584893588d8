using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Notices;

/// <summary>Which deeds are news to which colleagues; read from the deed itself and the table of the service.</summary>
internal static class CaseNews
{
    private const Role People = Role.Filer | Role.Helper | Role.Requester | Role.Receiver;

    /// <summary>Deeds of people that are news although they write no message and lead nowhere else.</summary>
    private static readonly string[] AlwaysNews = [ChildConfirmation.AnswerReferral.Code, ChildConfirmation.WithdrawServiceConsent.Code];

    /// <summary>Deeds that put something before a second person while the case stays where it stands, and what that person then does.</summary>
    private static readonly Dictionary<string, CaseAction> ProposedBeside = new(StringComparer.Ordinal) { [Grievance.WriteRecommendation.Code] = Grievance.Recommend };

    /// <summary>Deeds by which what the handler wrote comes back to them.</summary>
    private static readonly string[] SentBack =
        [Grievance.SendBack.Code, Grievance.SendBackObjection.Code, Grievance.SendBackRecommendation.Code, ChildConfirmation.SendBack.Code];

    /// <summary>Whether a deed may be news to somebody in the office.</summary>
    public static bool Concerns(CaseEvent deed, CaseKind kind, bool personWrote, ServiceCase one) =>
        deed.ColleagueId is not null
        || IsUrgent(deed, one)
        || SentBack.Contains(deed.Action)
        || IsFear(deed)
        || (IsByPerson(deed) && (deed.From != deed.To || personWrote || AlwaysNews.Contains(deed.Action)))
        || WaitsForSecond(deed, kind) != Role.None
        || WaitsForNewcomer(deed, kind) != Role.None;

    /// <summary>Whom it concerns: the colleague it names, the handler when the person did something, and those who may now say the second word.
    /// Nobody hears of a case that is closed to them, also when the deed was about them. What the person brought back and nobody has taken concerns the supervisors of the place, and that somebody suffers for having complained always does.</summary>
    public static async Task<List<Guid>> ConcernedAsync(PortalDb db, CaseEvent deed, ServiceCase one, DateOnly today, CancellationToken cancel)
    {
        var concerned = new List<Guid?> { deed.ColleagueId };
        var roles = WaitsForSecond(deed, one.Kind);
        if (IsByPerson(deed) || IsFear(deed))
        {
            // what is said in a case that is handled with another, its handler hears there
            concerned.Add(deed.To == CaseStatus.Merged ? null : one.HandlerId);
            roles |= (one.HandlerId is null && one.IsOpen && deed.From != deed.To) || IsFear(deed) ? Role.Supervisor : Role.None;
        }

        // help that cannot wait is decided on the same day: everybody who can take it hears of it
        roles |= IsUrgent(deed, one) ? Role.CaseHandlers : Role.None;
        if (SentBack.Contains(deed.Action))
        {
            concerned.Add(one.HandlerId);
        }

        if (roles != Role.None)
        {
            concerned.AddRange(await ColleaguesOf.Case(db, one, roles, today).Select(u => (Guid?)u.Id).ToListAsync(cancel));
        }

        // who had no part in the decision and may now issue what two others agreed on
        if (WaitsForNewcomer(deed, one.Kind) is not Role.None and var newcomers)
        {
            concerned.AddRange(await ColleaguesOf.Case(db, one, newcomers, today).Where(u => u.Id != one.ProposedById && u.Id != one.ApprovedById).Select(u => (Guid?)u.Id).ToListAsync(cancel));
        }

        return [.. concerned.OfType<Guid>().Where(id => id != deed.UserId && !one.IsClosedTo(id) && !HadPart(id)).Distinct()];

        // in the answer that is looked at again, or in what waits for another's word; a recommendation has its own second person, and danger concerns everybody
        bool HadPart(Guid id) => roles != Role.None && !IsFear(deed) && !ProposedBeside.ContainsKey(deed.Action) && id != one.HandlerId && id != deed.ColleagueId
            && (deed.To is CaseStatus.Objected or CaseStatus.ObjectionReview or CaseStatus.ObjectionProposed ? one.HadPart(id) : id == one.ProposedById || id == one.ApprovedById);
    }

    // also where a colleague recorded it for them; what is said in a case that is handled with another is heard there
    private static bool IsFear(CaseEvent deed) =>
        (deed.Action == Grievance.ReportRetaliation.Code && deed.To != CaseStatus.Merged)
        || (deed.Action == Grievance.PassOn.Code && deed.Detail == Grievance.Suffering)
        || (deed.Action == Grievance.Withdraw.Code && deed.Detail == Grievance.OutOfFear);

    private static bool IsUrgent(CaseEvent deed, ServiceCase one) => deed.Action == SupportApplication.File.Code && one is SupportApplication { IsUrgent: true };

    private static bool IsByPerson(CaseEvent deed) => (deed.By & People) != Role.None;

    // an objection that a person sends waits for a newcomer too, and its handler and supervisors hear of it as of all that a person does
    private static Role WaitsForNewcomer(CaseEvent deed, CaseKind kind) => IsByPerson(deed) ? Role.None : Waits(deed, kind, Needs.Newcomer);

    private static Role WaitsForSecond(CaseEvent deed, CaseKind kind) => ProposedBeside.TryGetValue(deed.Action, out var confirms)
        ? kind.Line(deed.To, confirms)?.Who ?? Role.None
        : Waits(deed, kind, Needs.SecondPerson);

    // what leads on and is not the handler's own, who hears of it as such
    private static Role Waits(CaseEvent deed, CaseKind kind, Needs needs) => deed.From == deed.To
        ? Role.None
        : kind.Lifecycle.Where(line => line.From == deed.To && line.To != line.From && line.Needs.HasFlag(needs) && !line.Needs.HasFlag(Needs.Beside) && !line.Needs.HasFlag(Needs.Handler))
            .Aggregate(Role.None, (all, line) => all | line.Who);
}
