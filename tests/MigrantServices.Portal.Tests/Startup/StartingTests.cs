using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.Startup;

/// <summary>The program itself, started as an office's server starts it, in Production.</summary>
[Trait("Category", "Database")]
public sealed class StartingTests(TestDatabase database) : IClassFixture<TestDatabase>, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private string _log = "";

    private readonly string _folder = Directory.CreateTempSubdirectory("portal-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Without_a_database_it_refuses_in_one_sentence_that_says_what_to_set()
    {
        var ended = await RunAsync(("Keys__File", KeyFile()));

        Assert.Equal((1, "There is no database: set ConnectionStrings__Portal. A private server is only for Development."), ended);
    }

    [Fact]
    public async Task Without_keys_it_refuses_in_one_sentence_that_says_what_to_set()
    {
        var ended = await RunAsync(("ConnectionStrings__Portal", database.ConnectionString));

        Assert.Equal((1, "There are no keys: set Keys__File to the path of the key file."), ended);
    }

    [Fact]
    public async Task Without_the_keys_of_the_vault_it_refuses_in_one_sentence_that_says_what_to_set()
    {
        var ended = await RunAsync(("ConnectionStrings__Portal", database.ConnectionString), ("Keys__File", KeyFile()));

        Assert.Equal(
            (1, "There are no keys for the identity vault: set Keys__VaultFile to the path of its key file and Keys__VaultFolder to the folder of people's keys."),
            ended);
    }

    [Fact]
    public async Task Without_signing_keys_it_refuses_in_one_sentence_that_says_what_to_set()
    {
        var ended = await RunAsync(
            ("ConnectionStrings__Portal", database.ConnectionString), ("Keys__File", KeyFile()), ("Keys__VaultFile", TestKeys.VaultFile), ("Keys__VaultFolder", TestKeys.VaultFolder));

        Assert.Equal((1, "There are no signing keys: set Keys__SigningFile to the path of their file."), ended);
    }

    [Fact]
    public async Task It_makes_the_signing_keys_when_asked_to_and_needs_no_database_for_it()
    {
        var file = Path.Combine(_folder, "made.json");

        Assert.Equal((0, ""), await RunAsync(["rotate-signing-key"], ("Keys__SigningFile", file)));

        Assert.NotEmpty(SigningKeys.Load(file).CurrentKeyId);
        Assert.Equal((1, "Set Keys__SigningFile to the path of the file, then run 'rotate-signing-key' again."), await RunAsync(["rotate-signing-key"]));
    }

    [Fact]
    public async Task It_seals_the_keys_of_people_anew_when_asked_to_and_needs_no_database_for_it()
    {
        var (file, folder) = (Path.Combine(_folder, "vault.json"), Path.Combine(_folder, "people"));
        await Core.IdentityVault.VaultKeys.LoadOrCreate(file, folder).CreateAsync(Guid.NewGuid(), CancellationToken.None);

        Assert.Equal((0, ""), await RunAsync(["renew-vault-keys"], ("Keys__VaultFile", file), ("Keys__VaultFolder", folder)));

        Assert.Equal(
            (1, "There are no keys for the identity vault: set Keys__VaultFile to the path of its key file and Keys__VaultFolder to the folder of people's keys."),
            await RunAsync(["renew-vault-keys"]));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}")]
    [InlineData("http://localhost:{0}")]
    public async Task Where_another_program_answers_already_it_says_so_in_one_sentence(string address)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = string.Format(null, address, ((IPEndPoint)other.LocalEndpoint).Port);

        var ended = await RunAsync(
            ("ConnectionStrings__Portal", database.ConnectionString), ("Keys__File", KeyFile()), ("Keys__VaultFile", TestKeys.VaultFile), ("Keys__VaultFolder", TestKeys.VaultFolder),
            ("Keys__SigningFile", SigningFile()), ("ASPNETCORE_URLS", taken));

        Assert.Equal((1, "Another program answers at this address already: end it, or choose another with ASPNETCORE_URLS."), ended);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("the same", true)]
    [InlineData("portal_vault", false)]
    public async Task It_warns_where_the_vault_has_no_user_of_its_own_in_the_database(string user, bool warns)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var vault = new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString);
        vault.Username = user == "portal_vault" ? user : vault.Username;

        await RunAsync(
            ("ConnectionStrings__Portal", database.ConnectionString), ("ConnectionStrings__Vault", user.Length == 0 ? "" : vault.ConnectionString), ("Keys__File", KeyFile()),
            ("Keys__VaultFile", TestKeys.VaultFile), ("Keys__VaultFolder", TestKeys.VaultFolder), ("Keys__SigningFile", SigningFile()),
            ("ASPNETCORE_URLS", $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}"), ("Serilog__WriteTo__0__Name", "Console"));

        Assert.Equal(warns, _log.Contains("The identity vault has no user of its own in the database. Name a user of the role portal_app in ConnectionStrings__Portal", StringComparison.Ordinal));
    }

    private Task<(int Code, string Said)> RunAsync(params (string Name, string Value)[] settings) => RunAsync([], settings);

    private async Task<(int Code, string Said)> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var program = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Longest);
        try
        {
            var output = program.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = await program.StandardError.ReadToEndAsync(patience.Token);
            _log = await output;
            await program.WaitForExitAsync(patience.Token);
            return (program.ExitCode, errors.Trim());
        }
        finally
        {
            program.Kill(entireProcessTree: true);
        }
    }

    /// <summary>What the machine that runs the tests may have set for the portal.</summary>
    private static bool IsOurs(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ConnectionStrings__", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Keys__", StringComparison.OrdinalIgnoreCase) || name is "DOTNET_ENVIRONMENT" or "PORT" or "DOTNET_URLS" or "URLS";

    private string SigningFile()
    {
        var file = Path.Combine(_folder, "signing.json");
        SigningKeys.LoadOrCreate(file, new(2026, 11, 23));
        return file;
    }

    private string KeyFile()
    {
        var file = Path.Combine(_folder, "keys.json");
        KeyRing.LoadOrCreate(file);
        return file;
    }
}
