using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Notices;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using Xunit;

namespace MigrantServices.Portal.Tests.Notices;

/// <summary>A mail server that takes a mail and says nothing: mails wait for it, and nothing else does.</summary>
[Trait("Category", "Database")]
public sealed class SlowMailServerTests : IAsyncLifetime
{
    private readonly MailServer _server = new();
    private readonly MailHost _host;

    public SlowMailServerTests() =>
        _host = new(new SmtpMailSender(new() { Host = "127.0.0.1", Port = _server.Port, From = "mail@post.example", StartTls = false }));

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public async Task DisposeAsync()
    {
        await ((IAsyncLifetime)_host).DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task It_holds_up_no_job_of_another_kind_and_each_mail_arrives_once()
    {
        var (asked, speaks) = (0, new TaskCompletionSource<string?>());
        _server.At = stage =>
        {
            Interlocked.Add(ref asked, stage == MailStage.Data ? 1 : 0);
            return stage == MailStage.Data ? speaks.Task : Task.FromResult<string?>(null);
        };
        for (var i = 0; i < 3; i++)
        {
            await _host.Given.AGrievanceAsync(CaseStatus.Proposed);
        }

        using var worker = _host.Worker();
        await ((IHostedService)worker).StartAsync(CancellationToken.None);
        await UntilAsync(() => Task.FromResult(Volatile.Read(ref asked) > 0));
        var id = await _host.WithAsync(async services =>
        {
            var job = services.GetRequiredService<Outbox>().Add(OlderRightsHandler.JobKind, Guid.Empty, _host.Clock.GetUtcNow());
            await services.GetRequiredService<PortalDb>().SaveChangesAsync();
            return job.Id;
        });

        await UntilAsync(() => _host.StoredAsync(db => db.Set<OutboxJob>().AnyAsync(j => j.Id == id && j.DoneAt != null)));
        Assert.Empty(_server.Arrived);
        Assert.NotEqual(0, await _host.StoredAsync(db => db.Set<Notice>().CountAsync(n => n.State == NoticeState.Waiting)));

        speaks.SetResult(null);
        await UntilAsync(() => _host.StoredAsync(async db => !await db.Set<Notice>().AnyAsync(n => n.State == NoticeState.Waiting)));
        await ((IHostedService)worker).StopAsync(CancellationToken.None);
        Assert.Distinct(_server.Arrived.Select(mail => mail.MessageId));
        Assert.Equal(await _host.StoredAsync(db => db.Set<Notice>().CountAsync(n => n.State == NoticeState.Sent)), _server.Arrived.Count);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await isSo())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
