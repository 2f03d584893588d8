using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations;

/// <content>A family moves: its case goes to the other city only when that city accepts it.</content>
public sealed partial class ChildConfirmation
{
    /// <summary>The city or county to which it is offered; null when to none.</summary>
    public string? TransferTo { get; private set; }

    public DateTimeOffset? TransferOfferedAt { get; private set; }

    /// <summary>Who offered it: somebody else accepts.</summary>
    public Guid? TransferOfferedById { get; private set; }

    /// <exception cref="RefusedException"><c>child.same-city</c>, <c>child.offered-already</c>.</exception>
    public void OfferTransferBy(Actor handler, string city, DateTimeOffset now)
    {
        Refuse(WhyNot(OfferTransfer, handler) ?? (city == Municipality ? new("child.same-city") : null));
        Take(OfferTransfer, handler, now, detail: city);
        (TransferTo, TransferOfferedAt, TransferOfferedById) = (city, now, handler.UserId);
    }

    public void TakeBackTransferBy(Actor handler, DateTimeOffset now)
    {
        Take(TakeBackTransfer, handler, now, detail: TransferTo);
        EndOffer();
    }

    /// <summary>Somebody of the other city accepts: from now on the case is theirs, and no longer the old city's.</summary>
    /// <returns>What the old city keeps: that a case left it for where, and when.</returns>
    public ChildMove AcceptTransferBy(Actor officer, DateTimeOffset now)
    {
        Take(AcceptTransfer, officer, now, detail: TransferTo);
        var move = new ChildMove { FromMunicipality = Municipality!, ToMunicipality = TransferTo!, MovedOn = Calendar.Seoul.DateOf(now) };
        MoveTo(TransferTo!);
        (HandlerId, HandedAt) = (officer.UserId, null);
        EndOffer();
        return move;
    }

    public void DeclineTransferBy(Actor officer, DateTimeOffset now)
    {
        Take(DeclineTransfer, officer, now, detail: TransferTo);
        EndOffer();
    }

    // taken back, answered, or the case is over: another city is offered no case that nobody works on
    private void EndOffer() => (TransferTo, TransferOfferedAt, TransferOfferedById) = (null, null, null);

    private Refusal? WhyNotTransfer(CaseAction action, Actor actor) =>
        action == OfferTransfer && TransferTo is not null ? new("child.offered-already")
        : (action == AcceptTransfer || action == DeclineTransfer || action == TakeBackTransfer) && TransferTo is null ? new("child.not-offered")
        : action == AcceptTransfer && actor.UserId is { } officer && officer == TransferOfferedById ? new Refusal("child.offered-by-you")
        : null;
}

/// <summary>What a city keeps of a case that left it: the fact and the day, and nothing by which one could find the case.</summary>
public sealed class ChildMove
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required string FromMunicipality { get; init; }

    public required string ToMunicipality { get; init; }

    public required DateOnly MovedOn { get; init; }
}
