using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Reads an opened pattern for one of the two to whom it is open: the respondent's name, and counts.</summary>
public sealed class PatternReader(PortalDb db, Vault vault, AccessLog access, TimeProvider time)
{
    /// <summary>What the record of access says of it, with the pattern's number behind it.</summary>
    public const string Detail = "pattern-open";

    /// <summary>Null for everybody to whom it is not open.</summary>
    public async Task<PatternFigures?> ReadAsync(Pattern pattern, Actor actor, CancellationToken cancel)
    {
        if (!pattern.IsOpenTo(actor, time.GetUtcNow()))
        {
            return null;
        }

        await access.WriteAsync(actor, AccessDeed.View, [], $"{Detail}:{pattern.Number}", cancel);
        var cases = await PatternCases.Of(db, pattern.Token, pattern.CountedFrom).OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).Select(c => new CountedCase
        {
            Id = c.Id,
            ReceivedAt = c.ReceivedAt,
            Respondent = c.Respondent!.Value,
            Grounds = c.Grounds,
            Sectors = c.Sectors,
            Municipality = c.Municipality,
            Outcome = c.AnsweredAt == null ? null : c.AnswerStands == false && c.ObjectionApprovedById != null ? c.ObjectionOutcome : c.Outcome,
        }).ToListAsync(cancel);
        var byId = cases.ToDictionary(one => one.Id);
        var groups = (await PatternCases.GroupsAsync(db, [.. byId.Keys], cancel)).Select(ids => ids.Select(id => byId[id]).ToList()).ToList();
        var names = cases.ConvertAll(one => vault.Open(one.Respondent, one.Id, SealedField.Respondent));
        var places = cases.Select(one => one.Municipality).Distinct().ToList();
        return new(
            NameOf(names),
            Bands.Told(names.GroupBy(RespondentForms.Of).Max(group => group.Count())),
            groups.Count,
            places is [var only] ? only : null,
            Counted(groups, group => [Quarters.Of(group[0].ReceivedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]).OrderBy(count => count.Code, StringComparer.Ordinal).ToList(),
            Counted(groups, group => group.SelectMany(one => one.Grounds)),
            Counted(groups, group => group.SelectMany(one => one.Sectors)),
            Counted(groups, group => [group[^1].Outcome ?? PatternFigures.NoOutcomeYet]));
    }

    // of spellings that are as frequent the shortest: it says the least
    private static string NameOf(IReadOnlyList<string> names) => names.GroupBy(RespondentForms.Of).OrderByDescending(group => group.Count())
        .ThenBy(group => group.Min(name => name.Length)).ThenBy(group => group.Key, StringComparer.Ordinal).First()
        .GroupBy(name => name, StringComparer.Ordinal).OrderByDescending(same => same.Count()).ThenBy(same => same.Key.Length).ThenBy(same => same.Key, StringComparer.Ordinal).First().Key;

    private static List<PatternFigure> Counted(List<List<CountedCase>> groups, Func<List<CountedCase>, IEnumerable<string>> codes) =>
        [.. groups.SelectMany(group => codes(group).Distinct(StringComparer.Ordinal)).GroupBy(code => code, StringComparer.Ordinal)
            .OrderByDescending(found => Bands.Told(found.Count()) ?? 0).ThenBy(found => found.Key, StringComparer.Ordinal)
            .Select(found => new PatternFigure(found.Key, Bands.Told(found.Count())))];

    private sealed class CountedCase
    {
        public required Guid Id { get; init; }

        public required DateTimeOffset ReceivedAt { get; init; }

        public required SealedText Respondent { get; init; }

        public required string[] Grounds { get; init; }

        public required string[] Sectors { get; init; }

        public string? Municipality { get; init; }

        public string? Outcome { get; init; }
    }
}

/// <summary>What the two see of an opened pattern.</summary>
/// <param name="Name">As it is recorded most.</param>
/// <param name="WrittenAlike">How many write it alike; null when too few to be told.</param>
/// <param name="Municipality">Only where all of it happened in one.</param>
/// <param name="ByQuarter">By the first day of the quarter of receipt.</param>
/// <param name="ByOutcome">Approved outcomes; of what is linked that of the last.</param>
public sealed record PatternFigures(
    string Name,
    int? WrittenAlike,
    int Cases,
    string? Municipality,
    IReadOnlyList<PatternFigure> ByQuarter,
    IReadOnlyList<PatternFigure> ByGround,
    IReadOnlyList<PatternFigure> BySector,
    IReadOnlyList<PatternFigure> ByOutcome)
{
    public const string NoOutcomeYet = "";
}

/// <param name="Count">Null when it is too small to be told.</param>
public sealed record PatternFigure(string Code, int? Count);
