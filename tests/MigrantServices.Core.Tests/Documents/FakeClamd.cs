using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MigrantServices.Core.Tests.Documents;

/// <summary>Speaks clamd's INSTREAM; what it answers is decided from the bytes it received.</summary>
internal sealed class FakeClamd : IAsyncDisposable
{
    public const string Version = "ClamAV 1.4.3/27800/Sun Nov 22 08:00:00 2026";

    private readonly Socket _listener;
    private readonly Func<byte[], string?> _judge;
    private readonly Task _serving;

    public FakeClamd(Func<byte[], string?> judge, EndPoint? address = null)
    {
        address ??= new IPEndPoint(IPAddress.Loopback, 0);
        _judge = judge;
        _listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(address);
        _listener.Listen();
        _serving = ServeAsync();
    }

    public string Setting => _listener.LocalEndPoint is IPEndPoint tcp ? $"tcp:127.0.0.1:{tcp.Port}" : $"unix:{_listener.LocalEndPoint}";

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                await using var connection = new NetworkStream(await _listener.AcceptAsync(), ownsSocket: true);
                await AnswerAsync(connection);
            }
            catch (Exception gone) when (gone is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted })
            {
                return;
            }
            catch (Exception broken) when (broken is IOException or OperationCanceledException)
            {
                // the client hung up; the next one may come
            }
        }
    }

    private async Task AnswerAsync(NetworkStream connection)
    {
        var command = new StringBuilder();
        for (var letter = connection.ReadByte(); letter > 0; letter = connection.ReadByte())
        {
            command.Append((char)letter);
        }

        var reply = command.ToString() switch
        {
            "zVERSION" => Version,
            "zINSTREAM" => _judge(await ContentAsync(connection)),
            _ => "UNKNOWN COMMAND",
        };
        if (reply is null)
        {
            await connection.CopyToAsync(Stream.Null); // says nothing until the client loses patience
            return;
        }

        await connection.WriteAsync(Encoding.UTF8.GetBytes(reply + "\0"));
    }

    private static async Task<byte[]> ContentAsync(NetworkStream connection)
    {
        var content = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await connection.ReadExactlyAsync(length);
            var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (piece.Length == 0)
            {
                return content.ToArray();
            }

            await connection.ReadExactlyAsync(piece);
            content.Write(piece);
        }
    }
}
