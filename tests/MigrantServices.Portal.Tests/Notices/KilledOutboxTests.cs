using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Notices;
using MigrantServices.Core.Storage.Outbox;
using Xunit;

namespace MigrantServices.Portal.Tests.Notices;

/// <summary>The outbox dies fifty times while it sends, before, at and after the wire: every notice arrives all the same, and none twice unsaid.</summary>
[Trait("Category", "Database")]
public sealed class KilledOutboxTests : IAsyncLifetime
{
    private const int Kills = 50;
    private const int MostJobs = 1000;

    private readonly MailServer _server = new();
    private readonly MailHost _host;
    private readonly Random _chance = new(20261123);

    public KilledOutboxTests() =>
        _host = new(new SmtpMailSender(new() { Host = "127.0.0.1", Port = _server.Port, From = "mail@post.example", StartTls = false }));

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public async Task DisposeAsync()
    {
        await ((IAsyncLifetime)_host).DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Killed_fifty_times_it_loses_nothing_and_doubles_nothing_unsaid()
    {
        for (var i = 0; i < Kills; i++)
        {
            // they name no respondent, so that the worker has nothing to do but the mails
            var asking = MailHost.Asking(NoticeHours.AnyTime, $"person{i}@example.invalid");
            await _host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement, asking + (form => form.Respondent.Name = null));
        }

        // the comparison with other cases is another job, and is not what is killed here
        await _host.StoredAsync(db => db.Set<OutboxJob>().Where(job => job.Kind == DuplicateHandler.JobKind).ExecuteDeleteAsync());
        for (var kill = 0; kill < Kills; kill++)
        {
            await SendUntilKilledAsync();
            Assert.True(_host.Mortality.IsDead, $"It lived on at attempt {kill + 1}.");
            await _host.ReviveAsync();
            using var next = _host.Worker();
            await next.DoNextAsync(CancellationToken.None);
        }

        await _host.DeliverAsync();

        var copies = _server.Arrived.ToLookup(mail => mail.MessageId);
        var notices = await _host.StoredAsync(db => db.Set<Notice>().AsNoTracking().ToListAsync());
        Assert.Equal(Kills, notices.Count);
        Assert.All(notices, notice =>
        {
            Assert.Equal(NoticeState.Sent, notice.State);
            Assert.InRange(copies[$"<{notice.MessageId:N}@post.example>"].Count(), 1, notice.MayBeTwice ? 2 : 1);
        });
        Assert.Equal(Kills, _server.Arrived.Select(mail => mail.To).Distinct().Count());
        Assert.Contains(notices, notice => notice.MayBeTwice);
        Assert.Contains(copies, copy => copy.Count() == 2);
    }

    // a fifth of the time between two words to the database, else somewhere in the conversation with the mail server
    private async Task SendUntilKilledAsync()
    {
        if (_chance.Next(5) == 0)
        {
            // no sending has fewer
            _host.Mortality.DieAfter(_chance.Next(5));
        }
        else
        {
            var fatal = (MailStage)_chance.Next(5);
            var heardOfIt = _chance.Next(2) == 0;
            _server.At = stage =>
            {
                if (stage == fatal)
                {
                    _host.Mortality.Die();
                }

                return Task.FromResult(!_host.Mortality.IsDead || (stage == MailStage.Taken && heardOfIt) ? null : "");
            };
        }

        // what is no mail goes by until one is, and none of those that are left ends before it dies
        using var worker = _host.Worker();
        for (var jobs = 0; jobs < MostJobs && !_host.Mortality.IsDead; jobs++)
        {
            await Record.ExceptionAsync(() => worker.DoNextAsync(CancellationToken.None));
        }

        _server.At = _ => Task.FromResult<string?>(null);
    }
}
