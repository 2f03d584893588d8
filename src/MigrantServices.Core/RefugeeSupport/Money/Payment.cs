using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>An instalment is paid: one person prepares it and another releases it. Whatever was paid stays here.</summary>
public sealed class Payment
{
    public const int PayeeMaxLength = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InstalmentId { get; init; }

    /// <summary>The whole instalment.</summary>
    public required long Won { get; init; }

    public required PaymentMethod Method { get; init; }

    /// <summary>Whom, and to which account; for a voucher its number.</summary>
    public required SealedText Payee { get; init; }

    public required Guid PreparedById { get; init; }

    public required DateTimeOffset PreparedAt { get; init; }

    public PaymentState State { get; private set; }

    public Guid? ReleasedById { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>The day in Seoul on which it was paid.</summary>
    public DateOnly? PaidOn { get; private set; }

    public Guid? WithdrawnById { get; private set; }

    /// <exception cref="RefusedException"><c>payment.decided-already</c>, <c>payment.needs-a-second-person</c>.</exception>
    public void ReleaseBy(Actor another, DateOnly today, DateTimeOffset now)
    {
        MustBePrepared();
        MustBeAnother(another, PreparedById);
        (State, ReleasedById, ReleasedAt, PaidOn) = (PaymentState.Released, another.UserId, now, today);
    }

    /// <exception cref="RefusedException"><c>payment.decided-already</c>.</exception>
    public void WithdrawBy(Actor actor)
    {
        MustBePrepared();
        (State, WithdrawnById) = (PaymentState.Withdrawn, actor.UserId);
    }

    internal static void MustBeAnother(Actor actor, Guid first)
    {
        if (actor.UserId is null || actor.UserId == first)
        {
            throw new RefusedException(new("payment.needs-a-second-person"));
        }
    }

    private void MustBePrepared()
    {
        if (State != PaymentState.Prepared)
        {
            throw new RefusedException(new("payment.decided-already"));
        }
    }
}

/// <summary>How an instalment is paid.</summary>
public enum PaymentMethod
{
    BankTransfer,
    Voucher,

    /// <summary>To the clinic, school or landlord that gives the help.</summary>
    ToProvider,
}

/// <summary>Where a payment stands.</summary>
public enum PaymentState
{
    Prepared,
    Released,

    /// <summary>Never paid: taken back before it was released.</summary>
    Withdrawn,

    /// <summary>Paid and undone: the instalment can be paid again.</summary>
    Reversed,
}

/// <summary>A payment is undone as a whole, such as a transfer that came back: with a reason and by two people.</summary>
public sealed class PaymentReversal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PaymentId { get; init; }

    public required SealedText Reason { get; init; }

    public required Guid PreparedById { get; init; }

    public required DateTimeOffset PreparedAt { get; init; }

    public ReversalState State { get; private set; }

    public Guid? ReleasedById { get; private set; }

    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <exception cref="RefusedException"><c>payment.decided-already</c>, <c>payment.needs-a-second-person</c>.</exception>
    public void ReleaseBy(Actor another, DateTimeOffset now)
    {
        MustBePrepared();
        Payment.MustBeAnother(another, PreparedById);
        (State, ReleasedById, ReleasedAt) = (ReversalState.Released, another.UserId, now);
    }

    /// <exception cref="RefusedException"><c>payment.decided-already</c>.</exception>
    public void Withdraw()
    {
        MustBePrepared();
        State = ReversalState.Withdrawn;
    }

    private void MustBePrepared()
    {
        if (State != ReversalState.Prepared)
        {
            throw new RefusedException(new("payment.decided-already"));
        }
    }
}

/// <summary>Where a reversal stands.</summary>
public enum ReversalState
{
    Prepared,
    Released,
    Withdrawn,
}

/// <summary>Part of what was paid came back because it was not needed; the line has it again. Never changed.</summary>
public sealed class PaymentReturn
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PaymentId { get; init; }

    public required long Won { get; init; }

    public required SealedText Reason { get; init; }

    public required DateOnly ReturnedOn { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
