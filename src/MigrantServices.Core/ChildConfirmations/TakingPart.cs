using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>Which cities and counties take part, and in what, on a day. A city joins by a line of the dated lists and by nothing else.</summary>
public sealed class TakingPart(ReferenceBook book, TimeProvider time)
{
    /// <summary>The cities that issue cards today, in the order of their list.</summary>
    public IReadOnlyList<string> Cities => [.. book.Items(Lists.CardCities, Today).Select(city => city.Code)];

    public bool IssuesCards(string? municipality) => book.Has(Lists.CardCities, municipality, Today);

    /// <summary>The day on which a city that issues no cards yet begins to; null while none is laid down.</summary>
    public DateOnly? BeginsOn(string? municipality) => book.All(Lists.CardCities)
        .Where(city => city.Code == municipality && city.ValidFrom > Today).Select(city => (DateOnly?)city.ValidFrom).Min();

    public bool PaysForDaycare(string? municipality) => book.Has(Lists.ChildcareCities, municipality, Today);

    /// <summary>What the ordinance asks of a child today, as codes.</summary>
    public IReadOnlyList<string> Criteria => [.. book.Items(Lists.ChildCriteria, Today).Select(criterion => criterion.Code)];

    /// <summary>The criterion of which a reason to refuse speaks.</summary>
    public string CriterionOf(string reason) => book.Details<ReasonDetails>(Lists.ChildRefusalReasons, reason, Today)?.Criterion
        ?? throw new InvalidOperationException("A reason to refuse speaks of no criterion.");

    /// <summary>The reasons to refuse that rest on what was found not to be met, as codes.</summary>
    public IReadOnlyList<string> ReasonsFor(IReadOnlyCollection<string> refuted) =>
        [.. book.Items(Lists.ChildRefusalReasons, Today).Select(reason => reason.Code).Where(code => refuted.Contains(CriterionOf(code)))];

    private DateOnly Today => Seoul.DateOf(time.GetUtcNow());

    private sealed record ReasonDetails(string Criterion);
}
