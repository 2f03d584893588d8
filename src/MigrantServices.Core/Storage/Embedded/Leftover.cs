using System.Diagnostics;
using System.Globalization;

namespace MigrantServices.Core.Storage.Embedded;

/// <summary>What a portal that was killed has left running on its database folder. Whoever holds the folder's lock may end it.</summary>
internal static class Leftover
{
    public static async Task StopAsync(string cluster, PostgresPrograms programs, RunAs runAs, CancellationToken cancel)
    {
        var note = Path.Combine(cluster, "postmaster.pid");
        if (File.Exists(note) && int.TryParse(File.ReadLines(note).FirstOrDefault(), CultureInfo.InvariantCulture, out var id))
        {
            if (IsServerOf(cluster, id))
            {
                await Command.TryRunAsync([.. runAs.Prefix, programs.PathOf("pg_ctl"), "stop", "-D", cluster, "-m", "fast", "-w", "-t", "60"], cancel);
            }
            else if (IsRunning(id))
            {
                File.Delete(note); // after a restart of the machine the number belongs to somebody else
            }
        }

        await EndOrphansAsync(cluster, cancel);
    }

    private static bool IsServerOf(string cluster, int processId)
    {
        var commandLine = $"/proc/{processId}/cmdline";
        return OperatingSystem.IsLinux()
            ? File.Exists(commandLine) && File.ReadAllText(commandLine).Split('\0').Contains(cluster)
            : IsRunning(processId);
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return OperatingSystem.IsLinux() || process.ProcessName is "postgres";
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A session that outlived a killed server may work on for minutes and blocks the recovery; its work can no longer be kept.</summary>
    private static async Task EndOrphansAsync(string cluster, CancellationToken cancel)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                if (process.ProcessName.StartsWith("postgres", StringComparison.Ordinal) && WorksIn(cluster, process.Id))
                {
                    process.Kill();
                    await process.WaitForExitAsync(cancel);
                }
            }
        }
    }

    private static bool WorksIn(string cluster, int processId)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{processId}/cwd", returnFinalTarget: false)?.FullName == cluster;
        }
        catch (Exception notOurs) when (notOurs is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
