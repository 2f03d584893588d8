using System.Diagnostics;
using System.Net;

namespace MigrantServices.Benchmarks.Running;

/// <summary>What a round of load showed; times in milliseconds.</summary>
public sealed record Round(int Requests, double PerSecond, double Middle, double P95)
{
    /// <summary>Milliseconds of processor time that the server's process took for one request.</summary>
    public double Processor { get; init; }

    /// <summary>Each figure the median of the rounds'.</summary>
    public static Round MedianOf(IReadOnlyList<Round> rounds) =>
        new(rounds.Sum(r => r.Requests), Median(rounds.Select(r => r.PerSecond)), Median(rounds.Select(r => r.Middle)), Median(rounds.Select(r => r.P95)))
        {
            Processor = Median(rounds.Select(r => r.Processor)),
        };

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}

/// <summary>Many browsers at once on this machine's own address: each sends its next request when the last one was answered.</summary>
public static class Load
{
    /// <param name="next">The next request; null ends the round early.</param>
    /// <param name="expected">Any other answer is an error of the measurement and stops it.</param>
    /// <param name="pause">How long a browser rests between two requests.</param>
    public static async Task<Round> RunAsync(int browsers, TimeSpan time, Func<HttpRequestMessage?> next, HttpStatusCode expected, TimeSpan pause = default)
    {
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            MaxConnectionsPerServer = browsers,
            ActivityHeadersPropagator = null,
        };
        using var client = new HttpMessageInvoker(handler);
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, browsers).Select(_ => Task.Run(() => BrowseAsync(client, watch, time, next, expected, pause))));
        var seconds = watch.Elapsed.TotalSeconds;
        var sorted = times.SelectMany(t => t).Order().ToArray();
        return new(sorted.Length, sorted.Length / seconds, At(sorted, 0.5), At(sorted, 0.95));
    }

    /// <summary>One after the other, a fixed number of times.</summary>
    public static Task<Round> CountedAsync(int times, Func<HttpRequestMessage> next, HttpStatusCode expected)
    {
        var left = times;
        return RunAsync(1, TimeSpan.MaxValue, () => left-- > 0 ? next() : null, expected);
    }

    private static async Task<List<double>> BrowseAsync(
        HttpMessageInvoker client, Stopwatch watch, TimeSpan time, Func<HttpRequestMessage?> next, HttpStatusCode expected, TimeSpan pause)
    {
        var times = new List<double>();
        while (watch.Elapsed < time && next() is { } request)
        {
            var start = watch.Elapsed;
            using (request)
            using (var answer = await client.SendAsync(request, CancellationToken.None))
            {
                await answer.Content.CopyToAsync(Stream.Null);
                if (answer.StatusCode != expected)
                {
                    throw new InvalidOperationException($"{request.Method} {request.RequestUri} answered {(int)answer.StatusCode}.");
                }
            }

            times.Add((watch.Elapsed - start).TotalMilliseconds);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause);
            }
        }

        return times;
    }

    private static double At(double[] sorted, double part) => sorted.Length == 0 ? 0 : sorted[(int)(part * (sorted.Length - 1))];
}
