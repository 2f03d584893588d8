using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace MigrantServices.Core.Storage.Embedded;

/// <summary>The folder of one private database: the cluster, a lock that one portal holds at a time, and the password.</summary>
internal sealed class ClusterFolder : IDisposable
{
    private readonly string _folder;
    private readonly FileStream _lock;

    private ClusterFolder(string folder, FileStream held)
    {
        _folder = folder;
        _lock = held;
        Cluster = Path.Combine(folder, "cluster");
    }

    public string Cluster { get; }

    /// <summary>Asked for on the loopback address only; the socket lies in a folder that nobody else can enter.</summary>
    public string Password => File.ReadAllText(PasswordFile).Trim();

    private string PasswordFile => Path.Combine(_folder, "password");

    public static async Task<ClusterFolder> HoldAsync(string folder, CancellationToken cancel)
    {
        folder = Path.GetFullPath(folder);
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                Directory.CreateDirectory(folder);
                return new(folder, new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (UnauthorizedAccessException refused)
            {
                throw new DatabaseMissingException(
                    $"The database folder {folder} belongs to another user: run 'sudo chown -R \"$USER\" {folder}', or start as that user.", refused);
            }
            catch (IOException) when (waited.Elapsed < TimeSpan.FromSeconds(2))
            {
                await Task.Delay(100, cancel);
            }
            catch (IOException inUse)
            {
                throw new DatabaseMissingException(
                    $"Another portal is running on the database folder {folder}: end it first, or set ConnectionStrings__Portal.", inUse);
            }
        }
    }

    /// <summary>Makes the cluster when there is none; refuses one that another release has made.</summary>
    public async Task PrepareAsync(PostgresPrograms programs, RunAs runAs, bool isEphemeral, CancellationToken cancel)
    {
        var version = Path.Combine(Cluster, "PG_VERSION");
        if (!Directory.Exists(Cluster))
        {
            await MakeAsync(programs, runAs, isEphemeral, cancel);
        }
        else if (!File.Exists(version))
        {
            throw new DatabaseMissingException($"The database in {_folder} is damaged: restore it from a backup, or move the folder away to start with an empty one.");
        }
        else if (File.ReadAllText(version).Trim() is var made && made != programs.Major.ToString(CultureInfo.InvariantCulture))
        {
            throw new DatabaseMissingException(
                $"The database in {_folder} was made by PostgreSQL {made} and cannot be opened by {programs.Major} from {programs.Folder}: "
                + $"set {PostgresPrograms.Variable} to the programs of {made}, or move the folder away to start with an empty database.");
        }

        await Leftover.StopAsync(Cluster, programs, runAs, cancel);
    }

    public void Dispose() => _lock.Dispose();

    private async Task MakeAsync(PostgresPrograms programs, RunAs runAs, bool isEphemeral, CancellationToken cancel)
    {
        // made aside and moved at the end: an initdb that was cut short must not be taken for a database
        var unfinished = Cluster + ".unfinished";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        await File.WriteAllTextAsync(PasswordFile, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), cancel);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(PasswordFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await runAs.HandOverAsync(_folder, cancel);

        // C.UTF-8 and never C: with C, pg_trgm silently finds nothing in Korean, Arabic or Thai
        await Command.RunAsync(
            [
                .. runAs.Prefix, programs.PathOf("initdb"), "-D", unfinished, "-U", EmbeddedPostgres.UserName,
                "--auth-local=trust", "--auth-host=scram-sha-256", $"--pwfile={PasswordFile}",
                "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions", isEphemeral ? "--no-sync" : "--data-checksums",
            ],
            cancel);
        Directory.Move(unfinished, Cluster);
    }
}
