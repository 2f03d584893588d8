using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Notices;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Testing.Hosting;
using Npgsql;

namespace MigrantServices.Portal.Tests.Notices;

/// <summary>A portal whose outbox works only when a test says so, with a letterbox where the mail server would be.</summary>
public sealed class MailHost(IMailSender? sender = null) : PortalHost
{
    public const string Hoa = "hoa.nguyen@example.invalid";

    public Letterbox Letterbox { get; } = new();

    public Mortality Mortality { get; } = new();

    /// <summary>Somebody who asked to be told.</summary>
    public static Action<FileGrievance> Asking(NoticeHours hours, string address = Hoa) =>
        form => (form.Contact.Notices, form.Contact.NoticeAddress) = (hours, address);

    public OutboxWorker Worker() => new(
        Services.GetRequiredService<IServiceScopeFactory>(), Services.GetRequiredService<OutboxSignal>(), Clock, Services.GetRequiredService<ILogger<OutboxWorker>>());

    /// <summary>Does everything that is due.</summary>
    public async Task DeliverAsync()
    {
        using var worker = Worker();
        while (await worker.DoNextAsync(CancellationToken.None))
        {
        }
    }

    /// <summary>What a power cut does to the portal: nothing more reaches the database, and its sessions end.</summary>
    public async Task ReviveAsync()
    {
        await using (var admin = new NpgsqlConnection(Database.ConnectionString + ";Pooling=false"))
        {
            await admin.OpenAsync();
            await using var end = new NpgsqlCommand(
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()", admin);
            await end.ExecuteNonQueryAsync();
        }

        // what each keeps of the sessions that ended would only fail at its next use
        Services.GetRequiredService<NpgsqlDataSource>().Clear();
        NpgsqlConnection.ClearPool(new(Database.ConnectionString));
        Mortality.Revive();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(OutboxWorker)));
            services.RemoveAll<IMailSender>().AddSingleton(sender ?? Letterbox);
            services.ConfigureDbContext<PortalDb>(options => options.AddInterceptors(Mortality));
        });
    }
}

/// <summary>Keeps the mails that would have gone out.</summary>
public sealed class Letterbox : IMailSender
{
    public ConcurrentQueue<Mail> Mails { get; } = new();

    public Func<MailAnswer> Answer { get; set; } = () => new(MailEnd.Sent);

    public Task<MailAnswer> SendAsync(Mail mail, CancellationToken cancel)
    {
        var answer = Answer();
        if (answer.End == MailEnd.Sent)
        {
            Mails.Enqueue(mail);
        }

        return Task.FromResult(answer);
    }
}

/// <summary>Once dead, the portal says nothing more to its database.</summary>
public sealed class Mortality : DbCommandInterceptor, IDbTransactionInterceptor
{
    private volatile bool _isDead;
    private int _commandsLeft = int.MaxValue;

    public bool IsDead => _isDead;

    public void Die() => _isDead = true;

    /// <summary>Dies at one of the next commands, counting commits as well.</summary>
    public void DieAfter(int commands) => _commandsLeft = commands;

    public void Revive() => (_isDead, _commandsLeft) = (false, int.MaxValue);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => Live(result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => Live(result);

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => Live(result);

    private ValueTask<T> Live<T>(T result)
    {
        if (Interlocked.Decrement(ref _commandsLeft) < 0)
        {
            _isDead = true;
        }

        return _isDead ? throw new InvalidOperationException("The portal is dead.") : ValueTask.FromResult(result);
    }
}
