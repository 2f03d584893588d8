using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <content>What the same person told twice: told apart, or handled together with the earlier one until two people part them again.</content>
public sealed partial class Grievance
{
    /// <summary>Who proposed to merge it, or to undo that; null when nothing waits for a second person.</summary>
    public Guid? MergeProposedById { get; private set; }

    /// <summary>Of two, which goes and which stays: a petition before a tip, then the one that came first, so that no clock of the law begins later.</summary>
    public static (Grievance Goes, Grievance Stays) InOrder(Grievance one, Grievance other) =>
        (one.IsAnonymous, one.ReceivedAt, one.Id).CompareTo((other.IsAnonymous, other.ReceivedAt, other.Id)) > 0 ? (one, other) : (other, one);

    /// <summary>Somebody has looked at both and they are not the same.</summary>
    public void NotTheSameBy(Actor colleague, Grievance other, DateTimeOffset now)
    {
        Refuse(WhyNot(NotTheSame, colleague) ?? other.WhyNot(NotTheSame, colleague));
        Take(NotTheSame, colleague, now);
        other.Take(NotTheSame, colleague, now);
    }

    /// <summary>Puts before a second person that this one be handled together with another of the same person.</summary>
    /// <exception cref="RefusedException"><c>duplicates.proposed-already</c>, <c>duplicates.goes-no-more</c>, <c>duplicates.earlier-stays</c>.</exception>
    public CaseMerge ProposeMergeBy(Actor colleague, Grievance stays, MergeGround ground, Func<Guid, SealedText> words, DateTimeOffset now)
    {
        Refuse(WhyNot(ProposeMerge, colleague) ?? stays.WhyNot(ProposeMerge, colleague)
            ?? (Kind.Line(Status, Merge) is null ? new("duplicates.goes-no-more")
                : InOrder(this, stays).Goes != this ? new Refusal("duplicates.earlier-stays")
                : null));
        Take(ProposeMerge, colleague, now, OtherThan(colleague, stays.HandlerId));
        stays.Take(ProposeMerge, colleague, now, OtherThan(colleague, HandlerId));
        MergeProposedById = colleague.UserId;
        var id = Guid.CreateVersion7();
        return new() { Id = id, MergedId = Id, SurvivingId = stays.Id, Ground = ground, Words = words(id), ProposedById = colleague.UserId!.Value, ProposedAt = now };
    }

    public void DeclineMergeBy(Actor colleague, CaseMerge merge, Grievance stays, DateTimeOffset now)
    {
        Refuse(WhyNot(DeclineMerge, colleague) ?? stays.WhyNot(DeclineMerge, colleague) ?? merge.WhyNot(this, stays, MergeState.Proposed));
        Take(DeclineMerge, colleague, now);
        stays.Take(DeclineMerge, colleague, now);
        merge.Decline(colleague, now);
        MergeProposedById = null;
    }

    /// <summary>A second person agrees: from now on it is handled together with the other one, and its clocks stop.</summary>
    public void MergeBy(Actor second, CaseMerge merge, Grievance stays, DateTimeOffset now)
    {
        Refuse(WhyNot(Merge, second) ?? stays.WhyNot(TakeIn, second) ?? stays.WhyNotFairTo(MergeProposedById) ?? merge.WhyNot(this, stays, MergeState.Proposed));
        var before = (Status, DueOn, DueAt, PausedOn);
        Take(Merge, second, now);
        stays.TakeInBy(second, this, now);
        merge.Approve(second, before, now);
        MergeProposedById = null;
    }

    /// <summary>Whoever had a part in the other one has a part in this one from now on, also when the two are parted again.</summary>
    public void TakeInBy(Actor second, Grievance goes, DateTimeOffset now)
    {
        Take(TakeIn, second, now);
        TookPart = [.. TookPart.Union(goes.TookPart)];
    }

    /// <summary>Puts before a second person that the two be handled apart again.</summary>
    public void ProposeUndoMergeBy(Actor colleague, CaseMerge merge, SealedText words, DateTimeOffset now)
    {
        Refuse(WhyNot(ProposeUndoMerge, colleague) ?? merge.WhyNot(this, null, MergeState.Merged));
        Take(ProposeUndoMerge, colleague, now);
        merge.ProposeUndo(colleague, words, now);
        MergeProposedById = colleague.UserId;
    }

    public void KeepMergeBy(Actor colleague, CaseMerge merge, DateTimeOffset now)
    {
        Refuse(WhyNot(KeepMerge, colleague) ?? merge.WhyNot(this, null, MergeState.UndoProposed));
        Take(KeepMerge, colleague, now);
        merge.KeepTogether();
        MergeProposedById = null;
    }

    /// <summary>A second person agrees: it stands again where it stood, and its clock is as though it had never been merged, because the person must not pay for the office's mistake.</summary>
    public void UndoMergeBy(Actor second, CaseMerge merge, Grievance stays, DateTimeOffset now)
    {
        Refuse(WhyNot(UndoMerge, second) ?? stays.WhyNot(GiveBack, second) ?? stays.WhyNotFairTo(MergeProposedById) ?? merge.WhyNot(this, stays, MergeState.UndoProposed));
        Take(UndoMerge, second, now, to: merge.StatusBefore);
        stays.GiveBackBy(second, now);
        DueAgain(merge.DueOnBefore, merge.DueAtBefore);
        PausedOn = merge.PausedOnBefore;
        merge.Undo(second, now);
        MergeProposedById = null;
    }

    public void GiveBackBy(Actor second, DateTimeOffset now) => Take(GiveBack, second, now);

    /// <summary>The person wrote in a case that is handled together with this one.</summary>
    /// <param name="suffersSince">Since when they say that they suffer for having complained; null where they wrote something else.</param>
    public void PassOnBy(Actor portal, DateTimeOffset now, DateTimeOffset? suffersSince = null)
    {
        Take(PassOn, portal, now, HandlerId, suffersSince is null ? null : Suffering);
        HasUnread = true;
        if (suffersSince is { } came)
        {
            (RetaliationOn, FearSince) = (Calendar.Seoul.DateOf(came), FearSince ?? came);
        }
    }

    private static Guid? OtherThan(Actor colleague, Guid? handler) => handler == colleague.UserId ? null : handler;

    private Refusal? WhyNotMerge(CaseAction action) =>
        action == ProposeMerge && MergeProposedById is not null ? new("duplicates.proposed-already")
        : (action == Merge || action == UndoMerge) && MergeProposedById is null ? new Refusal("duplicates.nothing-proposed")
        : null;
}
