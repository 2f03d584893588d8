using System.Net;
using System.Net.Sockets;
using MigrantServices.Core.Documents.Scanning;
using Xunit;

namespace MigrantServices.Core.Tests.Documents;

public sealed class ClamdScannerTests
{
    private static readonly byte[] File = new byte[200_000];

    [Fact]
    public async Task A_clean_file_is_sent_whole_and_called_clean()
    {
        byte[]? received = null;
        await using var clamd = new FakeClamd(content =>
        {
            received = content;
            return "stream: OK";
        });
        File[^1] = 7;

        var report = await Scan(clamd.Setting);

        Assert.Equal(new ScanReport(ScanOutcome.Clean, null, FakeClamd.Version), report);
        Assert.Equal(File, received);
    }

    [Fact]
    public async Task An_infected_file_is_called_by_the_name_of_what_is_in_it()
    {
        await using var clamd = new FakeClamd(_ => "stream: Win.Test.EICAR_HDB-1 FOUND");

        Assert.Equal(new ScanReport(ScanOutcome.Infected, "Win.Test.EICAR_HDB-1", FakeClamd.Version), await Scan(clamd.Setting));
    }

    [Theory]
    [InlineData("stream: Heuristics.Limits.Exceeded.MaxRecursion FOUND")]
    [InlineData("stream: Heuristics.Encrypted.PDF FOUND")]
    public async Task What_the_scanner_could_not_see_is_neither_clean_nor_infected(string reply)
    {
        await using var clamd = new FakeClamd(_ => reply);

        Assert.Equal(ScanOutcome.NotSeenThrough, (await Scan(clamd.Setting)).Outcome);
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR")]
    [InlineData("stream: OK but odd")]
    [InlineData("")]
    [InlineData("COMMAND READ TIMED OUT")]
    public async Task Any_other_answer_is_no_answer(string reply)
    {
        await using var clamd = new FakeClamd(_ => reply);

        await Assert.ThrowsAsync<ScannerAwayException>(() => Scan(clamd.Setting));
    }

    [Fact]
    public async Task A_scanner_that_stays_silent_is_away()
    {
        await using var clamd = new FakeClamd(_ => null);
        var port = int.Parse(clamd.Setting.Split(':')[2]);
        var scanner = new ClamdScanner(new IPEndPoint(IPAddress.Loopback, port), TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAsync<ScannerAwayException>(() => scanner.ScanAsync(new MemoryStream(File), CancellationToken.None));
    }

    [Fact]
    public async Task A_scanner_that_is_not_there_is_away()
    {
        await Assert.ThrowsAsync<ScannerAwayException>(() => Scan("tcp:127.0.0.1:1"));
        await Assert.ThrowsAsync<ScannerAwayException>(() => Scan("unix:" + Path.Combine(Path.GetTempPath(), "no-such-scanner.sock")));
    }

    [Fact]
    public async Task It_is_asked_over_a_unix_socket_too()
    {
        var path = Path.Combine(Path.GetTempPath(), $"clamd-{Guid.NewGuid():N}.sock");
        await using (var clamd = new FakeClamd(_ => "stream: OK", new UnixDomainSocketEndPoint(path)))
        {
            Assert.Equal(ScanOutcome.Clean, (await Scan($"unix:{path}")).Outcome);
        }

        System.IO.File.Delete(path);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task Without_a_scanner_no_file_is_called_clean(string? setting) =>
        Assert.Equal(new ScanReport(ScanOutcome.NotScanned), await Scan(setting));

    [Theory]
    [InlineData("localhost:3310")]
    [InlineData("tcp:localhost")]
    [InlineData("tcp::3310")]
    [InlineData("tcp:localhost:0")]
    [InlineData("unix:clamd.sock")]
    public void A_setting_that_cannot_be_read_stops_the_start(string setting) => Assert.Throws<FormatException>(() => MalwareScanners.From(setting));

    private static Task<ScanReport> Scan(string? setting) => MalwareScanners.From(setting).ScanAsync(new MemoryStream(File), CancellationToken.None);
}
