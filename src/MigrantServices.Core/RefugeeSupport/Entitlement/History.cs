using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.RefugeeSupport.Entitlement;

/// <summary>The rules that look at what was given before: nothing twice for one need, and nothing above the limits.</summary>
internal sealed class History(ProgrammeTerms terms, Household household, IReadOnlyList<GivenSupport> already, DateOnly day)
{
    private readonly ProgrammeRules _rules = terms.Rules;
    private readonly ILookup<Guid, GivenSupport> _given = already.ToLookup(given => given.Member);

    public void Overlap(List<EligibilityFinding> findings)
    {
        foreach (var member in household.Members)
        {
            var conflicts = Conflicts(member.Key).OrderBy(given => given.From).ToList();
            findings.Add(conflicts.Find(given => given.From <= day) is { } now
                ? new(EligibilityItem.Overlap, Met.No, now.Need == _rules.Need ? "support.reason.need-met" : "support.reason.excluded", [now.Need, now.To], member.Key)
                : conflicts is [var next, ..] && next.From <= SupportPeriod.OfMonths(day, _rules.Months).To
                    ? new(EligibilityItem.Overlap, Met.Yes, "support.reason.need-met-later", [next.Need, next.From], member.Key)
                    : new(EligibilityItem.Overlap, Met.Yes, "support.reason.nothing-beside", [], member.Key));
        }
    }

    public void Cap(List<EligibilityFinding> findings)
    {
        foreach (var member in household.Members)
        {
            if (MonthsLeft(member.Key) is { } months)
            {
                findings.Add(months > 0
                    ? new(EligibilityItem.Cap, Met.Yes, "support.reason.months-left", [months, _rules.MonthsInAll!], member.Key)
                    : new(EligibilityItem.Cap, Met.No, "support.reason.months-used", [_rules.MonthsInAll!], member.Key));
            }
        }

        if (_rules.Covers == SupportCover.Household)
        {
            CapWon(null, findings);
            return;
        }

        foreach (var member in household.Members)
        {
            CapWon(member.Key, findings);
        }
    }

    private void CapWon(Guid? member, List<EligibilityFinding> findings)
    {
        if (WonLeft(member) is { } won)
        {
            findings.Add(won > 0
                ? new(EligibilityItem.Cap, Met.Yes, "support.reason.won-left", [won, _rules.WonInAll!], member)
                : new(EligibilityItem.Cap, Met.No, "support.reason.won-used", [_rules.WonInAll!], member));
        }
    }

    /// <summary>A period cut to what every one of these can have; null where nothing is left.</summary>
    public SupportPeriod? Shorten(SupportPeriod longest, IReadOnlyList<Guid> members)
    {
        var to = longest.To;
        foreach (var member in members)
        {
            to = Conflicts(member).Where(given => given.From > day).Select(given => given.From.AddDays(-1)).Append(to).Min();
            to = MonthsLeft(member) is { } months ? Earlier(to, SupportPeriod.OfMonths(day, months).To) : to;
        }

        return to < day ? null : new(day, to);
    }

    /// <summary>What the rules give these people for a period, within the ceiling and what is left of the limit; null for support that is no money.</summary>
    public long? Won(IReadOnlyList<Guid> members, SupportPeriod period) => !_rules.GivesMoney ? null
        : _rules.Covers == SupportCover.Household ? Math.Min(_rules.WonFor(members.Count, period), WonLeft(null) ?? long.MaxValue)
        : members.Sum(member => Math.Min(_rules.WonFor(1, period), WonLeft(member) ?? long.MaxValue));

    private IEnumerable<GivenSupport> Conflicts(Guid member) => _given[member].Where(given =>
        given.To >= day && (given.Need == _rules.Need || given.Excludes(terms.ProgrammeCode, _rules)));

    private IEnumerable<GivenSupport> Counting(Guid member) => _given[member].Where(given =>
        given.Need == _rules.Need && (_rules.LimitYears is not { } years || given.To > day.AddYears(-years)));

    private int? MonthsLeft(Guid member) => _rules.MonthsInAll is not { } most ? null : most - Counting(member).Sum(given => given.Period.Months);

    /// <param name="member">Null for the whole household, where an award for several of them counts once.</param>
    private long? WonLeft(Guid? member)
    {
        if (_rules.WonInAll is not { } most)
        {
            return null;
        }

        var given = (member is { } one ? [one] : household.Members.Select(each => each.Key)).SelectMany(Counting).ToLookup(line => line.Award is null);
        return most - given[true].Sum(line => line.Won) - given[false].DistinctBy(line => line.Award).Sum(line => line.Won);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
