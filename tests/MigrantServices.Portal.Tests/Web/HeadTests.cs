using System.Net;
using System.Net.Sockets;
using System.Text;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

/// <summary>On the real server: the one for tests gives out a body that nobody asked for.</summary>
public sealed class HeadTests(HeadTests.Host host) : IClassFixture<HeadTests.Host>
{
    private static readonly string[] SaidAlike = ["Location", "Content-Type", "Content-Language", "Cache-Control", "Content-Security-Policy", "X-Content-Type-Options"];

    [Theory]
    [InlineData("/", 302)]
    [InlineData("/ko", 200)]
    [InlineData("/en/grievances/new", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/en/nowhere", 404)]
    [InlineData("/office", 302)]
    public async Task Whoever_asks_for_the_head_alone_is_answered_as_for_the_whole_without_its_body(string address, int status)
    {
        var whole = await AskAsync("GET", address);

        var head = await AskAsync("HEAD", address);

        Assert.StartsWith($"HTTP/1.1 {status} ", head.Head, StringComparison.Ordinal);
        Assert.Equal(Said(whole.Head), Said(head.Head));
        Assert.Equal(("", status != 302), (head.Body, whole.Body.Length > 0));
    }

    private async Task<(string Head, string Body)> AskAsync(string method, string address)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(host.Place.Host, host.Place.Port);
        await using var stream = line.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{method} {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = (await reader.ReadToEndAsync()).Split("\r\n\r\n", 2);
        return (answer[0], answer[1]);
    }

    /// <summary>The first line and the headers that are the same for everybody.</summary>
    private static IEnumerable<string> Said(string head) =>
        head.Split("\r\n").Where((line, number) => number == 0 || SaidAlike.Contains(line.Split(':')[0], StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);

    /// <summary>The portal on a port of its own, and ready.</summary>
    public sealed class Host : PortalHost, IAsyncLifetime
    {
        public Host() => UseKestrel(0);

        public Uri Place => ClientOptions.BaseAddress;

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            using var client = new HttpClient { BaseAddress = Place };
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative), patience.Token)).StatusCode != HttpStatusCode.OK)
            {
                // it opens its own pages first
            }
        }
    }
}
