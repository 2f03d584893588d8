using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Municipalities;

/// <summary>What is different from city to city today and from the next days on, beside what holds for all. It reads the dated lists alone and no case.</summary>
public sealed class CityDifferences(ReferenceBook book, OfficeContacts contacts, TimeProvider time)
{
    /// <summary>The cities and counties that have something of their own, in the order of their list.</summary>
    public IReadOnlyList<CityDifference> All() => [.. Cities.Select(Of).Where(city => city.HasSomething)];

    /// <summary>Those for which only what holds everywhere holds, as codes.</summary>
    public IReadOnlyList<string> Ordinary() => [.. Cities.Where(code => !Of(code).HasSomething)];

    /// <summary>What is paid for a month of daycare in every city that pays, in won; null while no amount is laid down.</summary>
    public int? MonthWon => book.Items(Lists.ChildcareAmounts, Today).Select(item => EntryDetails.Of(item.Details).Amount).FirstOrDefault();

    private DateOnly Today => Seoul.DateOf(time.GetUtcNow());

    private IEnumerable<string> Cities => book.Items(Lists.Municipalities, Today).Select(city => city.Code);

    private CityDifference Of(string code) => new()
    {
        Code = code,
        Card = TakenPart.Of(book, Lists.CardCities, code, Today),
        Childcare = TakenPart.Of(book, Lists.ChildcareCities, code, Today),
        ChecksEachYear = book.Has(Lists.ChildCheckCities, code, Today),
        Uses = [.. book.Items(Lists.CardOpenings, Today).Select(item => EntryDetails.Of(item.Details)).Where(it => it.Municipality == code).Select(it => it.Use!)],
        Line = contacts.LineOf(ChildConfirmations.ChildConfirmation.Prefix, code, time.GetUtcNow()) is { City: not null } own ? own : null,
        DaysOff = [.. contacts.DaysOffOf(code, time.GetUtcNow())],
        Centres = [.. book.Items(Lists.EntrustedCentres, Today).Where(centre => EntryDetails.Of(centre.Details).Municipality == code).Select(centre => centre.Code)],
        HasOwnGround = book.Items(Lists.NotificationGrounds, Today).Any(ground => EntryDetails.Of(ground.Details).Municipality == code),
    };
}

/// <summary>What one city or county has of its own.</summary>
public sealed record CityDifference
{
    public required string Code { get; init; }

    public required TakenPart? Card { get; init; }

    public required TakenPart? Childcare { get; init; }

    public required bool ChecksEachYear { get; init; }

    /// <summary>For what the card is good there, as codes.</summary>
    public required IReadOnlyList<string> Uses { get; init; }

    /// <summary>Null where the line of the province answers.</summary>
    public required OfficeLine? Line { get; init; }

    public required IReadOnlyList<(DateOnly From, DateOnly To)> DaysOff { get; init; }

    public required IReadOnlyList<string> Centres { get; init; }

    public required bool HasOwnGround { get; init; }

    public bool HasSomething => Card is not null || Childcare is not null || ChecksEachYear || Uses.Count > 0 || Line is not null || DaysOff.Count > 0 || Centres.Count > 0 || HasOwnGround;
}
