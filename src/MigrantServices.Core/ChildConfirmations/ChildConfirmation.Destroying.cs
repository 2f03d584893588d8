using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations;

/// <content>That nobody can know any more who the child was, once the case is over.</content>
public sealed partial class ChildConfirmation
{
    /// <summary>When the child's key was destroyed; null while the vault still knows the child.</summary>
    public DateTimeOffset? IdentityDestroyedAt { get; private set; }

    /// <summary>Whether a case that stands there is over, so that nobody needs to know the child any more.</summary>
    public static bool MayBeDestroyedIn(CaseStatus status) => Over.Contains(status);

    public void AskDestructionBy(Actor handler, string ground, DateTimeOffset now) => Take(AskDestruction, handler, now, detail: ground);

    public void DeclineDestructionBy(Actor supervisor, DateTimeOffset now) => Take(DeclineDestruction, supervisor, now);

    /// <summary>What stays says that there was a case, and of whom nobody can tell: what was told with it, and how somebody was reached, goes as well.</summary>
    public void DestroyIdentityBy(Actor supervisor, DateTimeOffset now)
    {
        Take(DestroyIdentity, supervisor, now);
        (IdentityDestroyedAt, Initials, BornYear, SearchTokens) = (now, ChildConfirmations.Initials.Unknown, null, []);
        (Account, ContactWay, ContactNote, WantsInterpreter, InterpreterNote, NoticeWish) = (null, null, null, null, null, null);
    }

    private Refusal? WhyNotDestroy(CaseAction action) =>
        IdentityDestroyedAt is not null && (action == AskDestruction || action == DestroyIdentity || action == DeclineDestruction || action == TakeParentIn) ? new("child.destroyed") : null;
}
