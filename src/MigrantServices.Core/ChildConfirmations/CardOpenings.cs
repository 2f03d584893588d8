using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>For what the card is good and in which cities, as the dated lists say it.</summary>
public sealed class CardOpenings(ReferenceBook book, TimeProvider time)
{
    /// <summary>Each use with the cities where it holds today or will, in the order of the list.</summary>
    public IReadOnlyList<CardUse> All => Of(null);

    /// <summary>The same for one city only; uses that it does not have are left out.</summary>
    public IReadOnlyList<CardUse> In(string? city) => city is null ? [] : Of(city);

    private IReadOnlyList<CardUse> Of(string? city)
    {
        var today = Seoul.DateOf(time.GetUtcNow());
        var places = book.All(Lists.CardOpenings).Where(item => item.ValidTo is null || item.ValidTo >= today)
            .Select(item => (Details: EntryDetails.Of(item.Details), item.ValidFrom, item.ValidTo))
            .Where(item => city is null || item.Details.Municipality == city)
            .ToLookup(item => item.Details.Use, item => new CardPlace(item.Details.Municipality!, item.ValidFrom, item.ValidTo, item.Details.Example == true), StringComparer.Ordinal);
        return [.. book.Items(Lists.CardUses, today).Where(use => places.Contains(use.Code)).Select(use => new CardUse(use.Code, [.. places[use.Code]]))];
    }
}

/// <summary>Something the card opens, and where.</summary>
public sealed record CardUse(string Code, IReadOnlyList<CardPlace> Places);

/// <param name="To">The last day; null until further notice.</param>
/// <param name="IsExample">Made up for a demonstration.</param>
public sealed record CardPlace(string Municipality, DateOnly From, DateOnly? To, bool IsExample);
