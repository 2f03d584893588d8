using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MigrantServices.Benchmarks.Goals;

namespace MigrantServices.Benchmarks.Running;

/// <summary>A program that serves pages from a process of its own.</summary>
public sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private Server(Process process, string url)
    {
        (_process, Url) = (process, url);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Kill();
    }

    public string Url { get; }

    /// <summary>From the start of the process to the first answer of the page asked for.</summary>
    public TimeSpan TimeToFirstPage { get; private set; }

    /// <summary>What the process has used of the processors since its start; other programs on the machine hardly change it.</summary>
    public TimeSpan ProcessorTime => Process.GetProcessById(_process.Id).TotalProcessorTime;

    /// <summary>Resident memory in megabytes.</summary>
    public double Megabytes => File.ReadLines($"/proc/{_process.Id}/status")
        .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024d)
        .Single();

    /// <summary>Starts it and waits until the page answers 200.</summary>
    /// <param name="page">The address of a page that reads the database.</param>
    public static async Task<Server> StartAsync(string program, Func<string, string[]> arguments, string page, string? cookie = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [program, .. arguments(url)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program)!,
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        var server = new Server(Process.Start(start)!, url);
        var said = new List<string>();
        server._process.OutputDataReceived += (_, line) => Hear(said, line.Data);
        server._process.ErrorDataReceived += (_, line) => Hear(said, line.Data);
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        while (!await AnswersAsync(url + page, cookie))
        {
            if (server._process.HasExited || watch.Elapsed > LongestStart)
            {
                throw new InvalidOperationException($"{program} did not start: {string.Join('\n', said)}");
            }

            await Task.Delay(5);
        }

        server.TimeToFirstPage = watch.Elapsed;
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
    }

    // also when the benchmarks are ended early
    private void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
    }

    private static void Hear(List<string> said, string? line)
    {
        lock (said)
        {
            if (line is not null && said.Count < 50)
            {
                said.Add(line);
            }
        }
    }

    private static async Task<bool> AnswersAsync(string page, string? cookie)
    {
        try
        {
            using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false });
            using var request = Get.Of(page, cookie);
            using var answer = await client.SendAsync(request);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
