using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Seed;
using Npgsql;

namespace MigrantServices.Benchmarks.Data;

/// <summary>A database with colleagues and a number of cases, and the product's own services on it.</summary>
public sealed class Office : IAsyncDisposable
{
    private const int Colleagues = 20;
    private const int AtOnce = 2_000;

    private readonly ServiceProvider _services;

    private Office(string connectionString, KeyRing keys, VaultKeys vault, int cases)
    {
        (ConnectionString, Cases) = (connectionString, cases);
        // as the owner of the tables, who may also fill them and take their indexes aside; what is measured is the portal in its own role
        _services = new ServiceCollection().AddLogging().AddCore(new ConfigurationManager(), connectionString, keys, vault)
            .AddSingleton(NpgsqlDataSource.Create(connectionString))
            .BuildServiceProvider();
        Source = _services.GetRequiredService<NpgsqlDataSource>();
    }

    public string ConnectionString { get; }

    public int Cases { get; }

    public NpgsqlDataSource Source { get; }

    public IServiceProvider Services => _services;

    public IReadOnlyList<Actor> Handlers { get; private set; } = [];

    /// <summary>Opens the database of this many cases; when there is none it is made first, whole or not at all.</summary>
    public static async Task<Office> OpenAsync(Func<string, string> connectionString, KeyRing keys, VaultKeys vault, int cases)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"cases_{cases}");
        await using var server = NpgsqlDataSource.Create(connectionString("postgres") + ";Pooling=false");
        await using var question = server.CreateCommand($"select exists (select from pg_database where datname = '{name}')");
        if (!(bool)(await question.ExecuteScalarAsync())!)
        {
            const string Unfinished = "cases_unfinished";
            await RunAsync(server, $"drop database if exists {Unfinished} with (force)");
            await RunAsync(server, $"create database {Unfinished}");
            await using (var made = new Office(connectionString(Unfinished), keys, vault, cases))
            {
                await made.FillAsync();
            }

            await RunAsync(server, $"select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '{Unfinished}'");
            await RunAsync(server, $"alter database {Unfinished} rename to {name}");
        }

        var office = new Office(connectionString(name), keys, vault, cases);
        await using var scope = office.Scope();
        await office.PrepareAsync(scope.ServiceProvider.GetRequiredService<PortalDb>());
        await office.RestAsync();
        return office;
    }

    public AsyncServiceScope Scope() => _services.CreateAsyncScope();

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 0;
        return await command.ExecuteScalarAsync() is T value ? value : default!;
    }

    /// <summary>Brings tables and statistics to rest, so that one round does not pay for another.</summary>
    public Task RestAsync() => AskAsync<object?>("vacuum analyze").ContinueWith(_ => AskAsync<object?>("checkpoint"), TaskScheduler.Default).Unwrap();

    /// <summary>The cookie of a colleague who has just signed in.</summary>
    public async Task<string> SignedInAsync(int colleague = 0)
    {
        await using var scope = Scope();
        return "__Host-office=" + await scope.ServiceProvider.GetRequiredService<SessionKeeper>()
            .StartForColleagueAsync(Handlers[colleague].UserId!.Value, CancellationToken.None);
    }

    /// <summary>The cookies of all colleagues at once.</summary>
    public async Task<IReadOnlyList<string>> AllSignedInAsync()
    {
        List<string> cookies = [];
        for (var i = 0; i < Handlers.Count; i++)
        {
            cookies.Add(await SignedInAsync(i));
        }

        return cookies;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Source.DisposeAsync();
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task PrepareAsync(PortalDb db)
    {
        await db.Database.MigrateAsync();
        await ReferenceSeed.SowAsync(db, withExamples: true, CancellationToken.None);
        await LifecycleSeed.SowAsync(db, CancellationToken.None);
        await _services.GetRequiredService<ReferenceBook>().ReadAsync(db, CancellationToken.None);
        await db.Database.ExecuteSqlRawAsync("create extension if not exists pg_stat_statements");
        await HireAsync(db);
    }

    private async Task HireAsync(PortalDb db)
    {
        if (!await db.Users.AnyAsync())
        {
            var now = DateTimeOffset.UtcNow;
            for (var i = 0; i < Colleagues; i++)
            {
                var user = PortalUser.Invite($"colleague{i:00}@example.org", $"담당자 {i:00}", "ko", now);
                db.Add(user);
                foreach (var role in new[] { Role.Caseworker, Role.Supervisor })
                {
                    var grant = new RoleGrant { UserId = user.Id, Role = role, GrantedAt = now };
                    db.Add(grant);
                    db.Add(RightConfirmation.ByCommand(grant, user));
                }
            }

            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        var users = await db.Users.AsNoTracking().OrderBy(u => u.NormalizedEmail).ToListAsync();
        Handlers = [.. users.Select(u => new Actor(u.Id, u.DisplayName, [new(Role.Caseworker, null, null), new(Role.Supervisor, null, null)]))];
    }

    private async Task FillAsync()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"-- making {Cases} cases"));
        await using var scope = Scope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await PrepareAsync(db);
        var maker = new Cases(
            _services.GetRequiredService<GrievanceMaker>(), _services.GetRequiredService<CaseWords>(), _services.GetRequiredService<Clocks>(), Handlers, DateTimeOffset.UtcNow);
        var references = new HashSet<string>(StringComparer.Ordinal);
        await using var indexes = await IndexesAside.PutAsync(Source);
        for (var start = 0; start < Cases; start += AtOnce)
        {
            // a reference is drawn at random; the desk draws again when it is taken
            var made = ParallelEnumerable.Range(start, Math.Min(AtOnce, Cases - start)).AsOrdered().Select(maker.Make).AsEnumerable().Where(g => references.Add(g.Reference)).ToList();
            await Rows.CopyAsync(db, made);
            await Rows.CopyAsync(db, made.SelectMany(g => g.Events).ToList());
            await Rows.CopyAsync(db, made.SelectMany(g => g.People).ToList());
            await Rows.CopyAsync(db, made.SelectMany(g => g.Messages).ToList());
            await Rows.CopyAsync(db, made.Select(Code).ToList());
            await Rows.CopyAsync(db, made.Select(Access).ToList());
        }
    }

    // nobody comes back with these codes, so the slow hash is spared
    private static CaseCode Code(Grievance filed) => new()
    {
        Hash = RandomNumberGenerator.GetBytes(32),
        Holder = Role.Filer,
        CaseId = filed.Id,
        CreatedAt = filed.ReceivedAt,
    };

    private static AccessRecord Access(Grievance filed) => new()
    {
        At = filed.ReceivedAt,
        Role = Role.Filer,
        Deed = AccessDeed.Change,
        CaseId = filed.Id,
        Detail = Grievance.File.Code,
    };
}
