using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Help that is no payment was handed over: goods, a voucher, a seat. Only its one acknowledgement is added later.</summary>
public sealed class Delivery
{
    public const int WhatMaxLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AwardId { get; init; }

    /// <summary>What it was; it can tell of somebody's need.</summary>
    public required SealedText What { get; init; }

    public required int Count { get; init; }

    public required DateOnly HandedOn { get; init; }

    public required Guid HandedById { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public Acknowledgement? Acknowledged { get; private set; }

    public DateOnly? AcknowledgedOn { get; private set; }

    public Guid? AcknowledgementById { get; private set; }

    /// <exception cref="RefusedException"><c>payment.acknowledged-already</c>, <c>payment.before-handing-over</c>.</exception>
    public void AcknowledgeBy(Guid colleague, Acknowledgement how, DateOnly day)
    {
        if (Acknowledged is not null)
        {
            throw new RefusedException(new("payment.acknowledged-already"));
        }

        if (day < HandedOn)
        {
            throw new RefusedException(new("payment.before-handing-over", HandedOn));
        }

        (Acknowledged, AcknowledgedOn, AcknowledgementById) = (how, day, colleague);
    }
}

/// <summary>How somebody said that they have it.</summary>
public enum Acknowledgement
{
    Signature,
    Word,
    Message,
}

/// <summary>How many people a provider can serve at a time in a programme.</summary>
public sealed class ProviderPlaces
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string ProgrammeCode { get; init; }

    /// <summary>A code of the list of providers.</summary>
    public required string Provider { get; init; }

    public required int Places { get; set; }
}

/// <summary>One person has one numbered place for some days. Two can never have the same place on the same day.</summary>
public sealed class PlaceStay
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PlacesId { get; init; }

    /// <summary>From one to the number of places.</summary>
    public required int Number { get; init; }

    public required Guid AwardId { get; init; }

    public required Guid Member { get; init; }

    public required DateOnly FromDay { get; init; }

    public required DateOnly ToDay { get; init; }

    public required Guid GivenById { get; init; }
}
