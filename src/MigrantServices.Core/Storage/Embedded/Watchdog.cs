using System.Diagnostics;

namespace MigrantServices.Core.Storage.Embedded;

/// <summary>Runs the server so that it ends with the portal, however the portal ends.</summary>
internal sealed class Watchdog : IDisposable
{
    // The server is a child of this small shell, which waits on our end of its standard input: when the portal ends, even by
    // SIGKILL, the pipe closes, the server is asked for a fast shutdown, and what was temporary is removed. The request is repeated,
    // because a server that has only just been started does not listen to signals yet.
    private const string Script =
        """
        exec 3<&0; socket=$1; data=$2; shift 2
        "$@" </dev/null 3<&- & server=$!
        ( while read -r _ <&3; do :; done; n=0; while [ $n -lt 60 ] && kill -INT $server 2>/dev/null; do n=$((n+1)); sleep 1; done ) >/dev/null 2>&1 &
        wait $server; code=$?
        [ -z "$socket" ] || rm -rf "$socket"; [ -z "$data" ] || rm -rf "$data"; exit $code
        """;

    private const int LinesKept = 20;

    private readonly Process _process;
    private readonly Queue<string> _said = new();

    private Watchdog(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    /// <summary>The server's last lines. They hold no row and no statement: the server is set to keep both to itself.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join(' ', _said);
            }
        }
    }

    public static Watchdog Start(string? socketFolder, string? folderToRemove, string[] server)
    {
        // a session of its own, so that Ctrl+C in a terminal reaches the portal and not the server first
        string[] session = OperatingSystem.IsLinux() ? ["setsid"] : [];
        string[] command = OperatingSystem.IsWindows()
            ? server
            : [.. session, "sh", "-c", Script, "portal-postgres", socketFolder ?? "", folderToRemove ?? "", .. server];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var watchdog = new Watchdog(Process.Start(start)!);
        watchdog.Listen();
        return watchdog;
    }

    public void Stop()
    {
        _process.StandardInput.Close();
        _process.WaitForExit(TimeSpan.FromSeconds(15));
    }

    public void Dispose() => _process.Dispose();

    private void Listen()
    {
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
    }

    private void Keep(string? line)
    {
        lock (_said)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                _said.Enqueue(line.Trim());
            }

            if (_said.Count > LinesKept)
            {
                _said.Dequeue();
            }
        }
    }
}
