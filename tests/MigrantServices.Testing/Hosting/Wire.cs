using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace MigrantServices.Testing.Hosting;

/// <summary>The line between the portal and its database, which a test can cut and mend.</summary>
public sealed class Wire : IDisposable
{
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private readonly EndPoint _database;
    private readonly int _port;
    private TcpListener? _listener;

    public Wire(string connectionString)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        _database = target.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint(Path.Combine(target.Host, $".s.PGSQL.{target.Port}"))
            : new DnsEndPoint(target.Host, target.Port);
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = _port, SslMode = SslMode.Disable, Timeout = 5 }.ConnectionString;
        _ = ServeAsync(_listener);
    }

    public string ConnectionString { get; }

    public void Cut()
    {
        _listener?.Dispose();
        _listener = null;
        foreach (var socket in _open.Keys)
        {
            socket.Dispose();
        }
    }

    public void Mend()
    {
        _listener = new TcpListener(IPAddress.Loopback, _port);
        _listener.Start();
        _ = ServeAsync(_listener);
    }

    public void Dispose() => Cut();

    private async Task ServeAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                _ = JoinAsync(await listener.AcceptSocketAsync());
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // nobody comes through any more
        }
    }

    private async Task JoinAsync(Socket portal)
    {
        var database = new Socket(_database.AddressFamily == AddressFamily.Unix ? AddressFamily.Unix : AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified);
        _open[portal] = _open[database] = 0;
        try
        {
            await database.ConnectAsync(_database);
            await using var here = new NetworkStream(portal);
            await using var there = new NetworkStream(database);
            await Task.WhenAny(here.CopyToAsync(there), there.CopyToAsync(here));
        }
        catch (Exception cut) when (cut is SocketException or IOException or ObjectDisposedException)
        {
            // the portal is told by the closed line
        }
        finally
        {
            portal.Dispose();
            database.Dispose();
            _open.TryRemove(portal, out _);
            _open.TryRemove(database, out _);
        }
    }
}
