using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>One case handled together with an earlier one of the same person. It only points: both keep whatever they hold.</summary>
public sealed class CaseMerge
{
    public const int WordsMaxLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid MergedId { get; init; }

    public required Guid SurvivingId { get; init; }

    /// <summary>How it is known that it is the same person.</summary>
    public required MergeGround Ground { get; init; }

    public required SealedText Words { get; init; }

    public required Guid ProposedById { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public MergeState State { get; private set; }

    /// <summary>Who approved or declined it.</summary>
    public Guid? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Where the merged case stood, so that it can stand there again.</summary>
    public CaseStatus? StatusBefore { get; private set; }

    public DateOnly? DueOnBefore { get; private set; }

    /// <summary>The very moment, where its period ran by the hour.</summary>
    public DateTimeOffset? DueAtBefore { get; private set; }

    public DateOnly? PausedOnBefore { get; private set; }

    /// <summary>Why the two are to be handled apart again; of the last time that it was proposed.</summary>
    public SealedText? UndoWords { get; private set; }

    public Guid? UndoProposedById { get; private set; }

    public DateTimeOffset? UndoProposedAt { get; private set; }

    public Guid? UndoneById { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Why this is not the merge of these two, or not where it is thought to be.</summary>
    /// <param name="stays">Null where it does not matter which.</param>
    public Refusal? WhyNot(Grievance goes, Grievance? stays, MergeState state) =>
        MergedId != goes.Id || (stays is not null && SurvivingId != stays.Id) || State != state ? new("duplicates.nothing-proposed") : null;

    public void Decline(Actor colleague, DateTimeOffset now) => (State, DecidedById, DecidedAt) = (MergeState.Declined, colleague.UserId, now);

    public void Approve(Actor second, (CaseStatus Status, DateOnly? DueOn, DateTimeOffset? DueAt, DateOnly? PausedOn) before, DateTimeOffset now)
    {
        (State, DecidedById, DecidedAt) = (MergeState.Merged, second.UserId, now);
        (StatusBefore, DueOnBefore, DueAtBefore, PausedOnBefore) = before;
    }

    public void ProposeUndo(Actor colleague, SealedText words, DateTimeOffset now) =>
        (State, UndoWords, UndoProposedById, UndoProposedAt) = (MergeState.UndoProposed, words, colleague.UserId, now);

    public void KeepTogether() => (State, UndoWords, UndoProposedById, UndoProposedAt) = (MergeState.Merged, null, null, null);

    public void Undo(Actor second, DateTimeOffset now) => (State, UndoneById, UndoneAt) = (MergeState.Undone, second.UserId, now);
}

/// <summary>How far a merge has come.</summary>
public enum MergeState
{
    Proposed,
    Declined,
    Merged,

    /// <summary>Still merged, until a second person agrees to part them.</summary>
    UndoProposed,

    Undone,
}

/// <summary>How the office knows that two cases are of the same person.</summary>
public enum MergeGround
{
    /// <summary>They said so themselves, asked by a way that both cases name.</summary>
    TheySaid,

    /// <summary>They showed the slips or codes of both.</summary>
    BothCodes,

    /// <summary>They showed who they are.</summary>
    Document,
}
