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

    /// <summary>What helps, as a family reads it: the same rules by which the office grades, and what can stand in for a paper that is missing.</summary>
    public EvidenceGuide Guide(DateOnly day)
    {
        var rules = book.Items(Lists.BirthEvidence, day).Select(rule => (rule.Code, Weight: Read<Weight>(rule), rule.ValidFrom)).OrderByDescending(rule => rule.Weight.Points).ToList();
        var grades = book.Items(Lists.BirthEvidenceGrades, day).Select(grade => Read<Threshold>(grade)).Where(asks => asks.Points > 0).OrderByDescending(asks => asks.Points).ToList();
        var alone = rules.Where(rule => grades[0].Points <= rule.Weight.Points && grades[0].Kinds == 1).ToList();
        var others = rules.Except(alone).ToList();
        var pairs = others.Select((rule, place) => new EvidencePair(rule.Code, [.. others.Skip(place + 1).Where(other => Suffices(rule.Weight, other.Weight)).Select(other => other.Code)]))
            .Where(pair => pair.With.Count > 0).ToList();
        return new([.. alone.Select(rule => rule.Code)], [.. others.Select(rule => rule.Code)], pairs, rules.Max(rule => rule.ValidFrom));

        // as good as the best grade but one: both together, and of two sorts where the grade asks for that
        bool Suffices(Weight one, Weight other) =>
            grades.Take(2).Any(asks => one.Points + other.Points >= asks.Points && (one.Kind == other.Kind ? 1 : 2) >= asks.Kinds);
    }

    // an end changes the rules as well as a beginning does
    private DateOnly VersionOn(DateOnly day) => book.All(Lists.BirthEvidence).Concat(book.All(Lists.BirthEvidenceGrades))
        .SelectMany(rule => rule.ValidTo is { } last ? new[] { rule.ValidFrom, last.AddDays(1) } : [rule.ValidFrom])
        .Where(change => change <= day).Max();

    private static T Read<T>(ReferenceItem item) => JsonSerializer.Deserialize<T>(item.Details, JsonSerializerOptions.Web)!;

    private sealed record Weight(int Points, string Kind);

    private sealed record Threshold(int Points, int Kinds);
}

/// <summary>What helps to show a birth in Korea.</summary>
/// <param name="Alone">What shows it well by itself, as codes; the strongest first.</param>
/// <param name="Others">What helps together with others.</param>
/// <param name="Instead">Two of those that together show it well.</param>
/// <param name="Rules">The day from which the newest of the rules holds.</param>
public sealed record EvidenceGuide(IReadOnlyList<string> Alone, IReadOnlyList<string> Others, IReadOnlyList<EvidencePair> Instead, DateOnly Rules);

/// <summary>A piece of evidence, and those of which one beside it is enough.</summary>
public sealed record EvidencePair(string Code, IReadOnlyList<string> With);

/// <summary>A grade with the rules by which it was found.</summary>
/// <param name="Code">A code of the list of grades.</param>
/// <param name="Rules">The version of the rules: the day of the last change to them.</param>
public sealed record EvidenceGrade(string Code, DateOnly Rules, int Points);
