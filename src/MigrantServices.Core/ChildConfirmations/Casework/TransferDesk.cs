using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>A family moves: its case is offered to the other city, which accepts or declines. The old city keeps the fact and the day.</summary>
public sealed class TransferDesk(PortalDb db, ChildDoor door, ChildPost post, AccessLog access, TimeProvider time)
{
    public const int Most = 100;

    /// <summary>What other cities offer to those of this colleague, the oldest first. It shows the number, from where and since when, and of the child how old it is about; who it is, only the city that accepts learns.</summary>
    public async Task<IReadOnlyList<TransferOffer>> OffersAsync(Actor actor, CancellationToken cancel)
    {
        var mine = actor.MunicipalitiesSeen(ChildConfirmation.Prefix);
        var offers = await db.ChildConfirmations.AsNoTracking()
            .Where(c => c.TransferTo != null && !c.ClosedTo.Contains(actor.UserId!.Value) && !c.IsSetApart && (mine == null || mine.Contains(c.TransferTo)))
            .OrderBy(c => c.TransferOfferedAt).Take(Most)
            .Select(c => new TransferOffer(c.Id, c.Reference, c.Municipality!, c.TransferTo!, c.TransferOfferedAt!.Value, c.Status, c.Language, c.BornYear, c.Revision))
            .ToListAsync(cancel);
        await access.WriteAsync(actor, AccessDeed.List, [.. offers.Select(offer => offer.CaseId)], "transfer-offers", cancel);
        return offers;
    }

    /// <summary>How many cases left a city for where, and when; what the old city keeps.</summary>
    public async Task<IReadOnlyList<ChildMove>> LeftAsync(Actor actor, CancellationToken cancel)
    {
        var mine = actor.MunicipalitiesSeen(ChildConfirmation.Prefix);
        return await db.Set<ChildMove>().AsNoTracking().Where(move => mine == null || mine.Contains(move.FromMunicipality))
            .OrderByDescending(move => move.MovedOn).ThenBy(move => move.Id).Take(Most).ToListAsync(cancel);
    }

    /// <summary>Whether a city would issue cards to the family today; it is said before a case is offered there.</summary>
    public bool IssuesCards(string? city) => door.TakesPart(city);

    /// <summary>Offers it to a city whose officers need not tell of the family either.</summary>
    /// <exception cref="RefusedException"><c>child.no-ground</c>, <c>child.same-city</c>, <c>child.offered-already</c>.</exception>
    public Task OfferAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        Refuse(one.WhyNot(ChildConfirmation.OfferTransfer, actor) ?? WhyNotTo(form.Code));
        one.OfferTransferBy(actor, form.Code!, time.GetUtcNow());
        return access.SaveChangeAsync(actor, one.Id, ChildConfirmation.OfferTransfer, cancel);
    }

    public Task TakeBackAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        one.TakeBackTransferBy(actor, time.GetUtcNow());
        return access.SaveChangeAsync(actor, one.Id, ChildConfirmation.TakeBackTransfer, cancel);
    }

    /// <summary>An offer that may be answered by this colleague; null for everybody else.</summary>
    public Task<ChildConfirmation?> FindOfferAsync(string reference, Actor actor, CancellationToken cancel)
    {
        var mine = actor.MunicipalitiesSeen(ChildConfirmation.Prefix);
        return db.ChildConfirmations.FirstOrDefaultAsync(
            c => c.Reference == reference && c.TransferTo != null && !c.ClosedTo.Contains(actor.UserId!.Value) && !c.IsSetApart && (mine == null || mine.Contains(c.TransferTo)), cancel);
    }

    /// <summary>From now on the case is this city's, and the family reads so.</summary>
    /// <exception cref="RefusedException"><c>child.no-ground</c>, <c>child.offered-by-you</c>.</exception>
    public Task AcceptAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        Refuse(one.WhyNot(ChildConfirmation.AcceptTransfer, actor) ?? WhyNotTo(one.TransferTo));
        db.Add(one.AcceptTransferBy(actor, now));
        if (one.HasParent)
        {
            one.Messages.Add(post.Seal(one, post.Letters.Moved(one, IssuesCards(one.Municipality), actor.Name, now), MessagePurpose.Message, Actor.Portal, now));
        }

        return access.SaveChangeAsync(actor, one.Id, ChildConfirmation.AcceptTransfer, cancel);
    }

    public Task DeclineAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        one.DeclineTransferBy(actor, time.GetUtcNow());
        return access.SaveChangeAsync(actor, one.Id, ChildConfirmation.DeclineTransfer, cancel);
    }

    private Refusal? WhyNotTo(string? city) => door.GroundFor(CaseReaders.City, city) is null ? new("child.no-ground") : null;

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}

/// <summary>A case that another city offers.</summary>
public sealed record TransferOffer(Guid CaseId, string Reference, string From, string To, DateTimeOffset OfferedAt, CaseStatus Status, string Language, int? BornYear, int Revision)
{
    /// <summary>How old the child is about, in words of its years; null while nobody knows.</summary>
    public string? AgeBand(DateOnly today) => BornYear is not { } year ? null : (today.Year - year) switch
    {
        <= 2 => "0-2",
        <= 6 => "3-6",
        <= 12 => "7-12",
        _ => "13-17",
    };
}
