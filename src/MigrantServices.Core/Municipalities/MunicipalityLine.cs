using MigrantServices.Core.People;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Municipalities;

/// <summary>A city or county in the list of all.</summary>
/// <param name="Card">Since when it issues cards, or will; null while no day is laid down.</param>
/// <param name="Childcare">The same for help with daycare.</param>
/// <param name="Staff">How many colleagues have rights there alone or in one of its centres.</param>
/// <param name="Ground">Why its officers need not tell immigration; null while nothing is on record.</param>
/// <param name="Work">Null where the reader sees no cases of it.</param>
public sealed record MunicipalityLine(string Code, TakenPart? Card, TakenPart? Childcare, IReadOnlyList<ReferenceItem> Centres, int Staff, ReferenceItem? Ground, CityWork? Work);

/// <summary>From when to when a city takes part in something, and how.</summary>
/// <param name="To">The last day; null until further notice.</param>
/// <param name="HasBegun">False for a day that is to come.</param>
public sealed record TakenPart(string? Phase, DateOnly From, DateOnly? To, bool HasBegun)
{
    /// <summary>What holds on a day; else the next that is to come. Null where there is neither.</summary>
    public static TakenPart? Of(ReferenceBook book, string list, string code, DateOnly day) =>
        book.Find(list, code, day) is { } now ? Part(now, hasBegun: true)
        : book.All(list).Where(item => item.Code == code && item.ValidFrom > day).MinBy(item => item.ValidFrom) is { } next ? Part(next, hasBegun: false)
        : null;

    private static TakenPart Part(ReferenceItem item, bool hasBegun) => new(EntryDetails.Of(item.Details).Phase, item.ValidFrom, item.ValidTo, hasBegun);
}

/// <summary>How many cases of children a city has in work, and how many wait for it to take part.</summary>
public sealed record CityWork(int Open, int Waiting);

/// <summary>One city or county with all that is laid down for it.</summary>
public sealed record MunicipalityView(MunicipalityLine Line, IReadOnlyList<DatedList> Lists, IReadOnlyList<StaffLine> Staff, IReadOnlyList<ChangeLine> Changes, ReferenceItem? CentreGround);

/// <summary>What a code list holds, held and will hold for a place, in the order of its days.</summary>
public sealed record DatedList(string List, IReadOnlyList<DatedEntry> Entries);

/// <summary>An entry with whether it is past, holds today, or is to come.</summary>
public sealed record DatedEntry(ReferenceItem Item, When When);

/// <summary>Where an entry lies from today.</summary>
public enum When
{
    Past,
    Today,
    ToCome,
}

/// <summary>A colleague with a right there.</summary>
/// <param name="Name">Null for whoever may not read names.</param>
/// <param name="IsOpen">False while a second person has not confirmed it.</param>
public sealed record StaffLine(Guid UserId, string? Name, Role Role, string? Centre, DateOnly Since, DateOnly? LastDay, bool IsOpen);
