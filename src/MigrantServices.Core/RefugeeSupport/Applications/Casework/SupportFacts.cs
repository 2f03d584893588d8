using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>Opens what is known of a household and works out by the rules, item by item, what it can have.</summary>
public sealed class SupportFacts(PortalDb db, Vault vault, ProgrammeBook programmes, AwardReader awards, TimeProvider time)
{
    /// <summary>The people of a case in their order, opened.</summary>
    public async Task<IReadOnlyList<KnownPerson>> PeopleAsync(Guid caseId, CancellationToken cancel)
    {
        var people = await db.Set<HouseholdPerson>().AsNoTracking().Where(p => p.CaseId == caseId).OrderBy(p => p.Position).ToListAsync(cancel);
        return [.. people.Select(Opened)];
    }

    /// <summary>What the rules say of each programme that was asked for, by its line.</summary>
    public async Task<IReadOnlyDictionary<Guid, EligibilityResult>> WorkOutAsync(SupportApplication one, IReadOnlyList<KnownPerson> people, CancellationToken cancel)
    {
        var known = await KnownAsync(one, one.Lines, people, cancel);
        return one.Lines.ToDictionary(line => line.Id, line => WorkOut(one, line, TermsOf(line).Rules, people, known));
    }

    public async Task<EligibilityResult> WorkOutAsync(SupportApplication one, SupportLine line, IReadOnlyList<KnownPerson> people, CancellationToken cancel) =>
        WorkOut(one, line, TermsOf(line).Rules, people, await KnownAsync(one, [line], people, cancel));

    /// <summary>The most that these people can have on a line, whoever they are and whatever papers are there: nothing twice, nothing above the limits.</summary>
    /// <param name="from">The first day that is proposed; what was granted too small ends the day before.</param>
    public async Task<EligibilityResult> LimitsAsync(SupportApplication one, SupportLine line, IReadOnlyList<KnownPerson> people, DateOnly? from, CancellationToken cancel)
    {
        var rules = TermsOf(line).Rules with { Categories = [], MinAge = null, MaxAge = null, Circumstances = [], Papers = [] };
        return WorkOut(one, line, rules, people, await KnownAsync(one, [line], people, cancel, from), from);
    }

    /// <summary>What of an earlier grant on this line stays when it is granted anew from a day on; nought where there was none.</summary>
    public async Task<long> KeptAsync(SupportApplication one, SupportLine line, DateOnly? from, CancellationToken cancel) =>
        line.WasGranted ? (await awards.KeptAsync(one.Id, [line.Programme], from ?? StartOf(line), cancel)).GetValueOrDefault(line.Programme) : 0;

    public ProgrammeTerms TermsOf(SupportLine line) =>
        programmes.FindTerms(line.TermsId) ?? throw new InvalidOperationException($"The terms of {line.Programme} are gone.");

    public SupportKind? KindOf(SupportLine line) => programmes.Programme(line.Programme)?.Kind;

    /// <summary>The first day for which help can be given on this line.</summary>
    public DateOnly StartOf(SupportLine line) => line.WantedFrom > Today ? line.WantedFrom : Today;

    private DateOnly Today => Seoul.DateOf(time.GetUtcNow());

    // the terms of the day of filing hold for a line, also where others hold for new applications since
    private EligibilityResult WorkOut(SupportApplication one, SupportLine line, ProgrammeRules rules, IReadOnlyList<KnownPerson> people, Known known, DateOnly? from = null)
    {
        var terms = TermsOf(line);
        var result = Eligibility.Of(
            new() { Id = terms.Id, ProgrammeCode = terms.ProgrammeCode, ValidFrom = terms.ValidFrom, ValidTo = null, Rules = rules, Source = terms.Source },
            new([.. people.Select(person => person.ForRules())], one.Municipality!),
            known.Already,
            one.Papers.Where(paper => paper.SeenAt is not null).Select(paper => paper.Code).ToHashSet(StringComparer.Ordinal),
            from > StartOf(line) ? from.Value : StartOf(line),
            rules.Capacity is null ? null : known.Taken.GetValueOrDefault(line.Programme));
        return result.Won is { } won && known.Kept.TryGetValue(line.Programme, out var kept) ? result with { Won = Math.Max(0, won - kept) } : result;
    }

    // what the same people were given before, also by an earlier application of the household, and how many places are taken today
    private async Task<Known> KnownAsync(SupportApplication one, IReadOnlyList<SupportLine> lines, IReadOnlyList<KnownPerson> people, CancellationToken cancel, DateOnly? from = null)
    {
        string[] counted = [.. lines.Where(line => TermsOf(line).Rules.Capacity is not null).Select(line => line.Programme).Distinct()];
        var given = await awards.GivenAsync([.. people.Select(person => person.Key)], cancel);
        var again = one.Lines.Where(line => line is { WasGranted: true, State: LineState.Asked or LineState.Prepared }).ToDictionary(line => line.Programme, StringComparer.Ordinal);
        var taken = await awards.TakenAsync(counted, Today, cancel);
        if (again.Count == 0)
        {
            return new(given, taken, new Dictionary<string, long>());
        }

        var own = await db.Set<Award>().Where(award => award.CaseId == one.Id && again.Keys.Contains(award.ProgrammeCode)).Select(award => award.Id).ToListAsync(cancel);
        var kept = await awards.KeptAsync(one.Id, again.Keys, from ?? again.Values.Min(StartOf), cancel);
        return new([.. given.Select(had => had.Award is { } award && own.Contains(award) ? Ended(had) : had).OfType<GivenSupport>()], taken, kept);

        // it ends the day before; its months count, and its sum is deducted as a whole
        GivenSupport? Ended(GivenSupport had)
        {
            var last = (from ?? StartOf(again[had.Programme])).AddDays(-1);
            return had.From > last ? null : had with { To = had.To < last ? had.To : last, Won = 0 };
        }
    }

    /// <param name="Kept">What stays of help that was granted too small, by its programme: it ends when more is granted, and what was paid or falls due before counts.</param>
    private sealed record Known(IReadOnlyList<GivenSupport> Already, IReadOnlyDictionary<string, int> Taken, IReadOnlyDictionary<string, long> Kept);

    private KnownPerson Opened(HouseholdPerson person)
    {
        var (day, year) = SealedDays.Read(Open(person.Born, SealedField.Born));
        return new()
        {
            Key = person.Key,
            IsApplicant = person.IsApplicant,
            Name = vault.Open(person.Name, person.Id, SealedField.Name),
            Category = Open(person.Category, SealedField.Category),
            BornOn = day,
            BornYear = year,
            AskedRefugeOn = Open(person.AskedRefugeOn, SealedField.AskedRefugeOn) is { } asked ? DateOnly.ParseExact(asked, "O", CultureInfo.InvariantCulture) : null,
            Circumstances = Open(person.Circumstances, SealedField.Circumstances)?.Split(',', StringSplitOptions.RemoveEmptyEntries),
            AskedAbout = person.AskedAbout,
        };

        string? Open(SealedText? text, string field) => text is { } words ? vault.Open(words, person.Id, field) : null;
    }
}

/// <summary>One person of a household, opened for those who may read the file.</summary>
public sealed record KnownPerson
{
    public required Guid Key { get; init; }

    public required bool IsApplicant { get; init; }

    public required string Name { get; init; }

    public string? Category { get; init; }

    public DateOnly? BornOn { get; init; }

    public int? BornYear { get; init; }

    public DateOnly? AskedRefugeOn { get; init; }

    /// <summary>Null when they did not say.</summary>
    public IReadOnlyList<string>? Circumstances { get; init; }

    /// <summary>About which circumstances they were asked; null where that was not kept.</summary>
    public IReadOnlyList<string>? AskedAbout { get; init; }

    /// <summary>They were asked, and did not want to say.</summary>
    public bool KeepsCircumstances => Circumstances is null && AskedAbout is { Count: > 0 };

    public HouseholdMember ForRules() =>
        new(Key, Category, BornOn, BornYear, AskedRefugeOn, (Circumstances ?? []).ToHashSet(StringComparer.Ordinal), IsApplicant) { TellsCircumstances = Circumstances is not null, AskedAbout = AskedAbout?.ToHashSet(StringComparer.Ordinal) };
}
