using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Testing;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Storage;

/// <summary>Jobs left in the outbox, done by real workers on a real database.</summary>
[Trait("Category", "Database")]
public sealed class OutboxTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 3, 0, 0, TimeSpan.Zero);

    private readonly ManualClock _clock = new(Noon);
    private readonly OutboxSignal _signal = new();
    private readonly Notebook _notebook = new();
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        await using var db = database.Open();
        await db.Set<OutboxJob>().ExecuteDeleteAsync();
        _services = new ServiceCollection()
            .AddScoped(_ => database.Open())
            .AddScoped<IOutboxHandler>(_ => _notebook)
            .AddScoped<IOutboxHandler, StoresAndFails>()
            .AddSingleton(_signal)
            .AddScoped<Outbox>()
            .BuildServiceProvider();
    }

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task Several_workers_do_every_job_exactly_once()
    {
        await LeaveAsync([.. Enumerable.Range(0, 60)]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            using var worker = Worker();
            while (await worker.DoNextAsync(CancellationToken.None))
            {
            }
        })));

        Assert.Equal(Enumerable.Range(0, 60), _notebook.Written.Order());
        Assert.All(await StoredAsync(), job => Assert.Equal(Noon, job.DoneAt));
    }

    [Fact]
    public async Task A_job_that_failed_is_done_later_and_leaves_a_code_without_any_words()
    {
        await LeaveAsync(1);
        _notebook.Fail = () => throw new InvalidOperationException("Kim Min-su, 010-1234-5678");
        using var worker = Worker();

        await worker.DoNextAsync(CancellationToken.None);
        var failed = Assert.Single(await StoredAsync());
        var isTooEarly = !await worker.DoNextAsync(CancellationToken.None);
        _notebook.Fail = null;
        _clock.Advance(OutboxWorker.PauseAfter(1));
        await worker.DoNextAsync(CancellationToken.None);

        Assert.Equal("InvalidOperationException", failed.LastError);
        Assert.Equal(1, failed.Attempts);
        Assert.True(isTooEarly);
        Assert.Equal([1], _notebook.Written);
        Assert.NotNull(Assert.Single(await StoredAsync()).DoneAt);
    }

    [Fact]
    public async Task What_a_failed_job_had_stored_is_gone()
    {
        await LeaveAsync("store and fail", 1);
        using var worker = Worker();

        await worker.DoNextAsync(CancellationToken.None);

        Assert.Equal("store and fail", Assert.Single(await StoredAsync()).Kind);
    }

    [Fact]
    public async Task A_worker_that_dies_gives_its_job_back()
    {
        await LeaveAsync(7);
        _notebook.Fail = () => KillSessionsAsync().GetAwaiter().GetResult();
        using var dying = Worker();
        using var other = Worker();

        await dying.DoNextAsync(CancellationToken.None);
        _notebook.Fail = null;
        _notebook.Written.Clear();
        _clock.Advance(OutboxWorker.PauseAfter(1));
        var isFound = await other.DoNextAsync(CancellationToken.None);

        Assert.True(isFound);
        Assert.Equal([7], _notebook.Written);
    }

    [Fact]
    public async Task A_running_worker_hears_of_a_new_job_at_once_and_survives_the_loss_of_its_database()
    {
        using var worker = Worker();
        await ((IHostedService)worker).StartAsync(CancellationToken.None);

        await LeaveAsync(1);
        await _notebook.WaitForAsync(1);
        await KillSessionsAsync(thenRun: $"insert into outbox_jobs (id, kind, payload, due_at, attempts) values (gen_random_uuid(), 'note', '2', '{Noon:O}', 0)");
        _signal.Wake();
        await _notebook.WaitForAsync(2);

        await ((IHostedService)worker).StopAsync(CancellationToken.None);
        Assert.Equal([1, 2], _notebook.Written.Order());
    }

    [Fact]
    public async Task Done_jobs_are_kept_for_a_week_and_open_ones_for_ever()
    {
        await LeaveAsync(1);
        using var worker = Worker();
        await worker.DoNextAsync(CancellationToken.None);
        await LeaveAsync(2);

        _clock.Advance(OutboxWorker.KeptAfterDone);
        await worker.SweepAsync(CancellationToken.None);
        Assert.Equal(2, (await StoredAsync()).Count);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await worker.SweepAsync(CancellationToken.None);
        Assert.Null(Assert.Single(await StoredAsync()).DoneAt);
    }

    [Fact]
    public async Task The_same_job_cannot_be_left_twice()
    {
        await using var scope = _services.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        outbox.Add("note", 1, Noon, "receipt:1");
        outbox.Add("note", 1, Noon, "receipt:1");

        await Assert.ThrowsAsync<DbUpdateException>(() => scope.ServiceProvider.GetRequiredService<PortalDb>().SaveChangesAsync());
        Assert.Empty(await StoredAsync());
    }

    private OutboxWorker Worker() =>
        new(_services.GetRequiredService<IServiceScopeFactory>(), _signal, _clock, NullLogger<OutboxWorker>.Instance);

    private Task LeaveAsync(params int[] numbers) => LeaveAsync("note", numbers);

    private async Task LeaveAsync(string kind, params int[] numbers)
    {
        await using var scope = _services.CreateAsyncScope();
        foreach (var number in numbers)
        {
            scope.ServiceProvider.GetRequiredService<Outbox>().Add(kind, number, _clock.GetUtcNow());
        }

        await scope.ServiceProvider.GetRequiredService<PortalDb>().SaveChangesAsync();
    }

    private async Task<List<OutboxJob>> StoredAsync()
    {
        await using var db = database.Open();
        return await db.Set<OutboxJob>().AsNoTracking().ToListAsync();
    }

    private async Task KillSessionsAsync(string thenRun = "")
    {
        await using var admin = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await admin.OpenAsync();
        await using var kill = new NpgsqlCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid();" + thenRun, admin);
        await kill.ExecuteNonQueryAsync();
    }

    private sealed class Notebook : IOutboxHandler
    {
        public string Kind => "note";

        public ConcurrentQueue<int> Written { get; } = new();

        public Action? Fail { get; set; }

        public Task HandleAsync(string payload, CancellationToken cancel)
        {
            Fail?.Invoke();
            Written.Enqueue(JsonSerializer.Deserialize<int>(payload));
            return Task.CompletedTask;
        }

        public async Task WaitForAsync(int number)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (!Written.Contains(number))
            {
                await Task.Delay(20, patience.Token);
            }
        }
    }

    private sealed class StoresAndFails(PortalDb db) : IOutboxHandler
    {
        public string Kind => "store and fail";

        public async Task HandleAsync(string payload, CancellationToken cancel)
        {
            db.Add(new OutboxJob { Kind = "never", Payload = payload, DueAt = Noon });
            await db.SaveChangesAsync(cancel);
            throw new TimeoutException();
        }
    }
}
