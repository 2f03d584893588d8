using System.Net;
using MigrantServices.Benchmarks.Running;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>One kind of request: how to make the next one, and the answer it must get.</summary>
public sealed record Side(Server Server, Func<HttpRequestMessage?> Next, HttpStatusCode Expected);

/// <summary>The raw endpoint and the portal in turns, three rounds each, after a warm-up of both.</summary>
public static class Duel
{
    private const int Rounds = 3;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    /// <param name="prepare">Makes what a round uses up; null when it uses nothing up.</param>
    public static async Task<(Round Raw, Round Portal)> FightAsync(Options options, int browsers, Side raw, Side portal, Func<double, TimeSpan, Task>? prepare = null)
    {
        var rate = 400d;
        List<Round> raws = [];
        List<Round> portals = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var time = round == 0 ? WarmUp : options.Time;
            raws.Add(await RunAsync(raw, browsers, time));
            if (prepare is not null)
            {
                await prepare(rate, time);
            }

            portals.Add(await RunAsync(portal, browsers, time));
            rate = Math.Max(rate, portals[^1].PerSecond);
        }

        return (Round.MedianOf(raws[1..]), Round.MedianOf(portals[1..]));
    }

    public static void Report(Figures figures, string goal, string what, Round raw, Round portal, double wanted)
    {
        var ratio = portal.PerSecond / raw.PerSecond;
        figures.Add(
            goal, what, Describe(raw), Describe(portal), Figures.Percent(ratio), "≥ " + Figures.Percent(wanted), ratio >= wanted);
    }

    private static async Task<Round> RunAsync(Side side, int browsers, TimeSpan time)
    {
        var before = side.Server.ProcessorTime;
        var round = await Load.RunAsync(browsers, time, side.Next, side.Expected);
        return round with { Processor = (side.Server.ProcessorTime - before).TotalMilliseconds / Math.Max(1, round.Requests) };
    }

    private static string Describe(Round round) =>
        $"{Figures.Number(round.PerSecond)}/s, p95 {Figures.Number(round.P95)} ms, {Figures.Number(round.Processor)} ms processor";
}
