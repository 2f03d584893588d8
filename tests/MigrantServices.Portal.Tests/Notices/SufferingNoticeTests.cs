using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Notices;

/// <summary>Who suffers for having complained in a case that is handled with another is heard by those who have the other.</summary>
[Trait("Category", "Database")]
public sealed class SufferingNoticeTests : IAsyncLifetime
{
    private readonly MailHost _host = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Its_handler_hears_of_it_and_the_supervisors_only_where_somebody_suffers(bool suffers)
    {
        var filed = await _host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await _host.DeliverAsync();
        _host.Letterbox.Mails.Clear();
        _host.Clock.Advance(CaseNewsHandler.Quiet);

        await _host.WithAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDb>();
            var now = _host.Clock.GetUtcNow();
            (await db.Grievances.SingleAsync(g => g.Id == filed.Id)).PassOnBy(Actor.Portal, now, suffers ? now : null);
            await db.SaveChangesAsync();
        });
        await _host.DeliverAsync();

        var told = _host.Letterbox.Mails.Select(mail => mail.To).Distinct().Order(StringComparer.Ordinal);
        MigrantServices.Testing.Hosting.Colleague[] expected = suffers ? [Colleagues.Caseworker, Colleagues.Supervisor, Colleagues.Supervisor2] : [Colleagues.Caseworker];
        Assert.Equal(expected.Select(one => one.Email).Order(StringComparer.Ordinal), told);
    }
}
