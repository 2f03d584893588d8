using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace MigrantServices.Portal.Tests.Notices;

/// <summary>How far a conversation with the mail server has come.</summary>
public enum MailStage
{
    Connected,
    From,
    To,

    /// <summary>The client asks to send the mail itself.</summary>
    Data,

    /// <summary>The server has the whole mail and has not said so.</summary>
    Taken,
}

/// <summary>A mail as it arrived.</summary>
public sealed record ArrivedMail(string To, string MessageId, string Subject, string Body, string Raw);

/// <summary>A small SMTP server that keeps what arrives, and can be told to break off or to say no.</summary>
public sealed partial class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;

    public MailServer()
    {
        _listener.Start();
        _work = ListenAsync();
    }

    /// <summary>Asked at each stage: null to go on, an answer to give instead, or empty to break off.</summary>
    public Func<MailStage, Task<string?>> At { get; set; } = _ => Task.FromResult<string?>(null);

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public ConcurrentQueue<ArrivedMail> Arrived { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _end.Dispose();
    }

    /// <summary>Nobody answers here any more.</summary>
    public async Task CloseAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _work;
    }

    private async Task ListenAsync()
    {
        var conversations = new List<Task>();
        try
        {
            while (true)
            {
                conversations.Add(TalkAsync(await _listener.AcceptSocketAsync(_end.Token)));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task TalkAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        try
        {
            var to = "";
            var goesOn = await SayAsync(stream, MailStage.Connected, "220 test");
            while (goesOn && await reader.ReadLineAsync(_end.Token) is { } line)
            {
                var word = line.Split(' ', ':')[0].ToUpperInvariant();
                (goesOn, to) = word switch
                {
                    "EHLO" or "HELO" => (await SayAsync(stream, null, "250 test"), to),
                    "MAIL" => (await SayAsync(stream, MailStage.From, "250 yes"), to),
                    "RCPT" => (await SayAsync(stream, MailStage.To, "250 yes"), line.Split('<', '>')[1]),
                    "DATA" => (await SayAsync(stream, MailStage.Data, "354 go on") && await TakeAsync(stream, reader, to), to),
                    "QUIT" => (await SayAsync(stream, null, "221 bye") && false, to),
                    _ => (await SayAsync(stream, null, "502 no"), to),
                };
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
        {
            // the client broke off
        }
    }

    private async Task<bool> TakeAsync(NetworkStream stream, StreamReader reader, string to)
    {
        var lines = new List<string>();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
        {
            lines.Add(line);
        }

        Arrived.Enqueue(Read(to, lines));
        return await SayAsync(stream, MailStage.Taken, "250 taken");
    }

    private async Task<bool> SayAsync(NetworkStream stream, MailStage? stage, string answer)
    {
        var instead = stage is { } at ? await At(at) : null;
        if (instead == "")
        {
            return false;
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes((instead ?? answer) + "\r\n"), _end.Token);
        return true;
    }

    private static ArrivedMail Read(string to, List<string> lines)
    {
        var blank = lines.IndexOf("");
        var headers = Fold().Replace(string.Join("\r\n", lines.Take(blank)), " ").Split("\r\n").Select(line => line.Split(": ", 2)).ToLookup(parts => parts[0], parts => parts[^1], StringComparer.OrdinalIgnoreCase);
        var body = Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(lines.Skip(blank + 1))));
        var subject = Encoded().Replace(headers["Subject"].Single().Replace("?= =?", "?==?", StringComparison.Ordinal), word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["word"].Value)));
        return new(to, headers["Message-ID"].Single(), subject, body, string.Join('\n', lines));
    }

    [GeneratedRegex(@"\r\n[ \t]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Fold();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<word>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Encoded();
}
