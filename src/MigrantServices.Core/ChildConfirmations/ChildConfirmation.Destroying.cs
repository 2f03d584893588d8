using System.Globalization;
using MigrantServices.Core.Calendar;
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

    /// <summary>One parent who was taken out of the file shall be known no more; the case goes on as it does.</summary>
    public void AskParentDestructionBy(Actor handler, string ground, DateTimeOffset now) => Take(AskParentDestruction, handler, now, detail: ground);

    public void DeclineParentDestructionBy(Actor supervisor, DateTimeOffset now) => Take(DeclineParentDestruction, supervisor, now);

    public void DestroyParentBy(Actor supervisor, DateTimeOffset now) => Take(DestroyParent, supervisor, now);

    /// <summary>Nobody destroys who the child is before somebody lifts this.</summary>
    /// <param name="until">The day up to which it is thought to be needed; it must lie ahead.</param>
    /// <exception cref="RefusedException"><c>child.hold-day-past</c>.</exception>
    public void HoldIdentityBy(Actor handler, DateOnly until, DateTimeOffset now)
    {
        Refuse(WhyNot(HoldIdentity, handler) ?? (until <= Seoul.DateOf(now) ? new("child.hold-day-past") : null));
        Take(HoldIdentity, handler, now, detail: until.ToString("O", CultureInfo.InvariantCulture));
    }

    public void LiftHoldBy(Actor supervisor, DateTimeOffset now) => Take(LiftHold, supervisor, now);

    private Refusal? WhyNotDestroy(CaseAction action) => IdentityDestroyedAt is not null && NeedsIdentity(action) ? new("child.destroyed") : null;

    private static bool NeedsIdentity(CaseAction deed) =>
        deed == AskDestruction || deed == DestroyIdentity || deed == DeclineDestruction || deed == AskParentDestruction || deed == DestroyParent || deed == DeclineParentDestruction || deed == HoldIdentity || deed == LiftHold || deed == TakeParentIn;
}
