using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Notices;

/// <summary>A child's confirmation that waits for a second and then for a third person is told to those who may say the word, without content.</summary>
[Trait("Category", "Database")]
public sealed class ChildNewsTests : IAsyncLifetime
{
    private readonly MailHost _host = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Who_may_approve_and_then_who_may_issue_hears_of_it_and_nobody_who_had_a_part()
    {
        var filed = await _host.AFoundChildAsync();
        await _host.DeliverAsync();
        var before = _host.Letterbox.Mails.Count;

        await _host.PressAsync(filed, ChildConfirmation.ProposeConfirmation.Code, Colleagues.Caseworker.Actor);
        await _host.DeliverAsync();
        var proposed = _host.Letterbox.Mails.Skip(before).ToList();
        await _host.PressAsync(filed, ChildConfirmation.ApproveConfirmation.Code, Colleagues.Supervisor.Actor);
        await _host.DeliverAsync();
        var approved = _host.Letterbox.Mails.Skip(before + proposed.Count).ToList();

        Assert.Contains(proposed, mail => mail.To == Colleagues.Supervisor.Email);
        Assert.DoesNotContain(proposed, mail => mail.To == Colleagues.Caseworker.Email);
        Assert.Contains(approved, mail => mail.To == Colleagues.Caseworker2.Email);
        Assert.DoesNotContain(approved, mail => mail.To == Colleagues.Supervisor.Email || mail.To == Colleagues.Caseworker.Email);
        Assert.All(proposed.Concat(approved), mail => Assert.DoesNotContain(filed.Reference, mail.Subject + mail.Body, StringComparison.Ordinal));
    }
}
