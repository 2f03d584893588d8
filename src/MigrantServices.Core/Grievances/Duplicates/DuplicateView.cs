using MigrantServices.Core.Cases;
using MigrantServices.Core.Matching;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>What a colleague sees of the cases that may be of the same person as the one that is open.</summary>
/// <param name="Chosen">The pair that is looked at; null when there is none.</param>
/// <param name="Sides">Both cases of it; empty when there is none.</param>
/// <param name="Merges">Merges that were proposed or hold.</param>
/// <param name="ToldApart">What somebody said before, the newest first.</param>
public sealed record DuplicateView(
    IReadOnlyList<PairView> Pairs, PairView? Chosen, IReadOnlyList<SideView> Sides, IReadOnlyList<MergeView> Merges, IReadOnlyList<ToldApartView> ToldApart);

public sealed record PairView(Guid Id, MatchBand Band, IReadOnlyList<PairReason> Reasons, string Reference, Guid OtherId, bool IsAskedAgain);

/// <summary>One of two cases side by side; names stay covered.</summary>
public sealed record SideView(Grievance Case, string? Handler, string Account, string? Respondent, IReadOnlyList<string> Names);

/// <summary>A merge that was proposed or holds.</summary>
/// <param name="Goes">The reference of the merged one.</param>
public sealed record MergeView(
    Guid Id, MergeState State, string Goes, string Stays, bool IsGone, MergeGround Ground, string Words, string Proposer, Guid ProposedById, string? UndoWords, string? UndoProposer, Guid? UndoProposedById);

public sealed record ToldApartView(string Reference, string Who, DateTimeOffset At, string Words);
