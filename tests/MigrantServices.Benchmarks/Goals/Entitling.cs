using System.Diagnostics;
using MigrantServices.Benchmarks.Running;
using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Storage.Seed;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>S1: all programmes for a household of eight with a history, without the database.</summary>
public sealed class Entitling() : Goal("entitle")
{
    private const int Rounds = 2000;
    private const double WantedMs = 5;

    public override Task MeasureAsync(Stage stage, Figures figures)
    {
        var day = new DateOnly(2026, 12, 1);
        var terms = ProgrammeSeed.Shipped().Select(one => one.Terms).ToList();
        HouseholdMember[] members = [.. Enumerable.Range(0, 8).Select(n => new HouseholdMember(Guid.NewGuid(), "g-1-5", day.AddYears(-5 - (n * 6)), null, null, new HashSet<string> { "illness" }, n == 0))];
        var household = new Household(members, "41270");
        GivenSupport[] given = [.. members.SelectMany(member => terms.Select((one, n) =>
            new GivenSupport(member.Key, one.Rules.Need, one.ProgrammeCode, day.AddMonths(-2 - n), day.AddMonths(-1 - n).AddDays(-1), 100_000)))];
        var papers = new HashSet<string> { "identity-paper", "lease" };

        var first = Once();
        for (var i = 0; i < Rounds; i++)
        {
            Once();
        }

        double[] times = [.. Enumerable.Range(0, Rounds).Select(_ => Once()).Order()];
        var (median, p99) = (times[Rounds / 2], times[Rounds * 99 / 100]);
        figures.Add("S1", $"eligibility, {terms.Count} programmes, household of 8, {given.Length} things given before, p99", $"first {Figures.Number(first)} ms",
            $"{Figures.Number(p99)} ms", $"median {Figures.Number(median)} ms", "≤ 5 ms", p99 <= WantedMs);
        return Task.CompletedTask;

        double Once()
        {
            var began = Stopwatch.GetTimestamp();
            foreach (var one in terms)
            {
                _ = Eligibility.Of(one, household, given, papers, day).Met;
            }

            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
    }
}
