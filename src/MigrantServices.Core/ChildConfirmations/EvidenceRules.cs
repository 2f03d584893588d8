using System.Text.Json;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>How well a child's birth in Korea is supported: the same evidence gives the same grade, whoever looks at it.</summary>
/// <remarks>
/// Each kind of evidence counts once, with the points that the dated list of that day gives it. The grade is the best whose points and whose
/// number of different sorts of evidence (paper, picture, testimony) are reached. A grade never refuses anybody by itself.
/// </remarks>
public sealed class EvidenceRules(ReferenceBook book)
{
    /// <summary>The day whose rules count for a case that was received then.</summary>
    public DateOnly DayFor(DateTimeOffset receivedAt, DateTimeOffset now) => book.DayOf(Lists.BirthEvidence, receivedAt, now);

    /// <param name="kinds">The kinds of evidence that were seen, as codes.</param>
    /// <param name="day">The day whose rules count.</param>
    public EvidenceGrade Grade(IEnumerable<string> kinds, DateOnly day)
    {
        var rules = book.Items(Lists.BirthEvidence, day).ToList();
        var seen = rules.Where(rule => kinds.Contains(rule.Code, StringComparer.Ordinal)).Select(rule => Read<Weight>(rule)).ToList();
        var (points, sorts) = (seen.Sum(weight => weight.Points), seen.Select(weight => weight.Kind).Distinct().Count());
        var grades = book.Items(Lists.BirthEvidenceGrades, day).ToList();
        var best = grades.Select(grade => (grade.Code, Asks: Read<Threshold>(grade)))
            .Where(grade => points >= grade.Asks.Points && sorts >= grade.Asks.Kinds)
            .OrderByDescending(grade => grade.Asks.Points).ThenByDescending(grade => grade.Asks.Kinds)
            .First().Code;
        return new(best, VersionOn(day), points);
    }

    // an end changes the rules as well as a beginning does
    private DateOnly VersionOn(DateOnly day) => book.All(Lists.BirthEvidence).Concat(book.All(Lists.BirthEvidenceGrades))
        .SelectMany(rule => rule.ValidTo is { } last ? new[] { rule.ValidFrom, last.AddDays(1) } : [rule.ValidFrom])
        .Where(change => change <= day).Max();

    private static T Read<T>(ReferenceItem item) => JsonSerializer.Deserialize<T>(item.Details, JsonSerializerOptions.Web)!;

    private sealed record Weight(int Points, string Kind);

    private sealed record Threshold(int Points, int Kinds);
}

/// <summary>A grade with the rules by which it was found.</summary>
/// <param name="Code">A code of the list of grades.</param>
/// <param name="Rules">The version of the rules: the day of the last change to them.</param>
public sealed record EvidenceGrade(string Code, DateOnly Rules, int Points);
