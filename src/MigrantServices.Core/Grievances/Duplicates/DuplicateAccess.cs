using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>Who judges whether two cases are of the same person: whoever has one of them and sees both, and supervisors of both places.</summary>
public static class DuplicateAccess
{
    /// <summary>Both cases must have been read through <see cref="CaseAccess"/> before.</summary>
    public static bool MayJudge(this Actor colleague, Grievance one, Grievance other) =>
        colleague.UserId is { } me
        && (one.HandlerId == me || other.HandlerId == me || (one.RolesOf(colleague) & other.RolesOf(colleague) & Role.Supervisor) != Role.None);

    /// <summary>The same of a case whose columns were read beside the one that is open.</summary>
    public static bool MayJudge(this Actor colleague, Grievance one, CaseSide other) =>
        CaseAccess.IsSeenBy(colleague, Grievance.Service, other.ClosedTo, other.IsSetApart, other.Municipality)
        && (one.HandlerId == colleague.UserId || other.HandlerId == colleague.UserId
            || (one.RolesOf(colleague) & colleague.RolesOn(Grievance.Prefix, other.Municipality) & Role.Supervisor) != Role.None);
}

/// <summary>What decides whether a colleague learns of a case beside the one that is open.</summary>
public sealed record CaseSide(string Reference, Guid[] ClosedTo, bool IsSetApart, string? Municipality, Guid? HandlerId);

/// <summary>A pair, as the page of one of its cases reads it.</summary>
public sealed record PairBeside(Matching.MatchBand Band, CaseSide Other);

/// <summary>A merge that was proposed or holds, as the page of one of its cases reads it.</summary>
/// <param name="IsGone">The one that is open is the merged one.</param>
/// <param name="HasNew">The person wrote in the merged one and nobody has opened it.</param>
public sealed record MergeBeside(MergeState State, bool IsGone, bool HasNew, CaseSide Other);
