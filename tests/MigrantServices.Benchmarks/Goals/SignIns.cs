using System.Net;
using System.Text.RegularExpressions;
using MigrantServices.Benchmarks.Running;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>P14: a flood of sign-ins leaves the other pages alone.</summary>
public sealed partial class SignIns() : Goal("signin")
{
    private const double Most = 2;
    private const int FloodPerSecond = 30;
    private const int Readers = 4;

    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(50);

    public override async Task MeasureAsync(Stage stage, Figures figures)
    {
        await using var portal = await stage.StartPortalAsync(await stage.OfficeAsync());
        Task<Round> Read(TimeSpan time) => Load.RunAsync(Readers, time, () => Get.Of(portal.Url + "/ko"), HttpStatusCode.OK, Rest);
        var (token, cookie) = await MeetAsync(portal);
        await Read(stage.Options.Time);
        List<Round> calm = [];
        List<Round> flooded = [];
        for (var round = 0; round < 3; round++)
        {
            calm.Add(await Read(stage.Options.Time));
            using var over = new CancellationTokenSource();
            var flood = FloodAsync(portal, token, cookie, over.Token);
            flooded.Add(await Read(stage.Options.Time));
            await over.CancelAsync();
            await flood;
        }

        var (before, during) = (Round.MedianOf(calm).P95, Round.MedianOf(flooded).P95);
        figures.Add(
            "P14", $"p95 of /ko while {FloodPerSecond} sign-ins a second arrive", Figures.Number(before) + " ms without", Figures.Number(during) + " ms", Figures.Times(during / before), "≤ 2 ×", during / before <= Most);
    }

    private static async Task<(string Token, string Cookie)> MeetAsync(Server portal)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false });
        using var answer = await client.GetAsync(new Uri(portal.Url + "/office/sign-in"));
        var html = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-af", StringComparison.Ordinal)).Split(';')[0];
        return (TokenInForm().Match(html).Groups[1].Value, cookie);
    }

    // every attempt with an address of its own, so that none is turned away for coming too often
    private static async Task FloodAsync(Server portal, string token, string cookie, CancellationToken over)
    {
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false });
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1d / FloodPerSecond));
        List<Task> attempts = [];
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                attempts.Add(TryAsync(client, portal, token, cookie));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(attempts);
        }
    }

    private static async Task TryAsync(HttpMessageInvoker client, Server portal, string token, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, portal.Url + "/office/sign-in")
        {
            Content = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", token), new("Form.Email", $"{Guid.NewGuid():N}@example.org"), new("Form.Password", "wrong-password-1234"),
            ]),
        };
        request.Headers.Add("Cookie", cookie);
        using var answer = await client.SendAsync(request, CancellationToken.None);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenInForm();
}
