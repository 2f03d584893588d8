using System.ComponentModel;
using System.Diagnostics;

namespace MigrantServices.Core.Storage.Embedded;

/// <summary>Runs a short program to its end.</summary>
internal static class Command
{
    /// <summary>The exit code and all that was said; code 127 when the program cannot be run at all.</summary>
    public static async Task<(int Code, string Said)> TryRunAsync(string[] command, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync(cancel);
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, await output + await error);
        }
        catch (Win32Exception notRunnable)
        {
            return (127, notRunnable.Message);
        }
    }

    public static async Task RunAsync(string[] command, CancellationToken cancel)
    {
        var (code, said) = await TryRunAsync(command, cancel);
        if (code != 0)
        {
            throw new DatabaseMissingException($"PostgreSQL cannot be started: {said.Trim().Split('\n')[^1]}");
        }
    }
}
