using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MigrantServices.Core.Documents.Scanning;

/// <summary>Asks the office's own ClamAV service; the file goes to nobody else.</summary>
public sealed class ClamdScanner(EndPoint address, TimeSpan? patience = null) : IMalwareScanner
{
    private const int PieceLength = 64 * 1024;
    private const int MaxReplyLength = 4096;
    private const string Found = " FOUND";

    // Set in clamd.conf (AlertExceedsMax, AlertEncrypted), these name what clamd did not see, not what it found.
    private static readonly string[] Unseen = ["Heuristics.Limits.Exceeded", "Heuristics.Encrypted"];

    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(60);

    public async Task<ScanReport> ScanAsync(Stream file, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_patience);
        try
        {
            var version = await AskAsync("zVERSION\0", content: null, limit.Token);
            return Read(await AskAsync("zINSTREAM\0", file, limit.Token), version);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new ScannerAwayException("The malware scanner did not answer in time.", late);
        }
        catch (SocketException unreachable)
        {
            throw new ScannerAwayException("The malware scanner cannot be reached.", unreachable);
        }
    }

    private static ScanReport Read(string reply, string version)
    {
        const string prefix = "stream: ";
        if (reply == "stream: OK")
        {
            return new ScanReport(ScanOutcome.Clean, Scanner: version);
        }

        if (!reply.StartsWith(prefix, StringComparison.Ordinal) || !reply.EndsWith(Found, StringComparison.Ordinal))
        {
            throw new ScannerAwayException("The malware scanner gave no verdict; its limits may be set below the portal's.");
        }

        var signature = reply[prefix.Length..^Found.Length];
        var isUnseen = Array.Exists(Unseen, name => signature.StartsWith(name, StringComparison.Ordinal));
        return new ScanReport(isUnseen ? ScanOutcome.NotSeenThrough : ScanOutcome.Infected, signature, version);
    }

    private async Task<string> AskAsync(string command, Stream? content, CancellationToken cancel)
    {
        using var socket = address is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address, cancel);
        await SendAsync(socket, Encoding.ASCII.GetBytes(command), cancel);
        if (content is not null)
        {
            await SendContentAsync(socket, content, cancel);
        }

        return await ReplyAsync(socket, cancel);
    }

    private static async Task SendContentAsync(Socket socket, Stream content, CancellationToken cancel)
    {
        var piece = new byte[sizeof(int) + PieceLength];
        int read;
        do
        {
            // a piece of length 0 says that the file ends
            read = await content.ReadAsync(piece.AsMemory(sizeof(int)), cancel);
            BinaryPrimitives.WriteInt32BigEndian(piece, read);
            await SendAsync(socket, piece.AsMemory(0, sizeof(int) + read), cancel);
        }
        while (read > 0);
    }

    private static async Task SendAsync(Socket socket, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, cancel)..];
        }
    }

    private static async Task<string> ReplyAsync(Socket socket, CancellationToken cancel)
    {
        var reply = new byte[MaxReplyLength];
        var length = 0;
        int read;
        while (length < reply.Length && (read = await socket.ReceiveAsync(reply.AsMemory(length), cancel)) > 0)
        {
            length += read;
        }

        return Encoding.UTF8.GetString(reply, 0, length).TrimEnd('\0', '\n');
    }
}
