using MigrantServices.Core.Notices;
using Xunit;

namespace MigrantServices.Portal.Tests.Notices;

/// <summary>What the sender makes of the answers of a mail server, and what stands on the wire.</summary>
public sealed class MailServerAnswerTests : IAsyncLifetime
{
    private readonly MailServer _server = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(MailStage.To, "550 no such box", MailEnd.NoSuchBox, "smtp-550")]
    [InlineData(MailStage.To, "451 later", MailEnd.Refused, "smtp-451")]
    [InlineData(MailStage.From, "530 who are you", MailEnd.Refused, "smtp-530")]
    [InlineData(MailStage.Taken, "452 full", MailEnd.Refused, "smtp-452")]
    [InlineData(MailStage.Taken, "", MailEnd.Unclear, "broke-off")]
    public async Task A_no_is_told_from_a_silence(MailStage stage, string instead, MailEnd end, string code)
    {
        _server.At = at => Task.FromResult(at == stage ? instead : null);

        Assert.Equal(new(end, code), await Sender(_server.Port).SendAsync(AMail(), CancellationToken.None));
    }

    [Fact]
    public async Task A_server_that_is_not_there_has_taken_nothing()
    {
        var port = _server.Port;
        await _server.CloseAsync();

        Assert.Equal(new(MailEnd.Refused, "not-reached"), await Sender(port).SendAsync(AMail(), CancellationToken.None));
    }

    [Theory]
    [InlineData("")]
    [InlineData("554 not now")]
    public async Task A_server_that_does_not_greet_has_taken_nothing(string greeting)
    {
        _server.At = at => Task.FromResult(at == MailStage.Connected ? greeting : null);

        Assert.Equal(new(MailEnd.Refused, "not-reached"), await Sender(_server.Port).SendAsync(AMail(), CancellationToken.None));
    }

    [Fact]
    public async Task Without_the_secrecy_that_was_asked_for_nothing_goes_out()
    {
        var sender = new SmtpMailSender(new() { Host = "127.0.0.1", Port = _server.Port, From = "mail@post.example", User = "portal", Password = "secret" });

        Assert.Equal(new(MailEnd.Refused, "not-secure"), await sender.SendAsync(AMail(), CancellationToken.None));
        Assert.Empty(_server.Arrived);
    }

    [Fact]
    public async Task The_wire_carries_the_number_the_words_and_nothing_of_the_sender()
    {
        var mail = AMail();

        Assert.Equal(new(MailEnd.Sent), await Sender(_server.Port).SendAsync(mail, CancellationToken.None));

        var arrived = Assert.Single(_server.Arrived);
        Assert.Equal(("a@example.invalid", $"<{mail.MessageId:N}@post.example>", "새 글이 있습니다", "Bạn có tin nhắn."), (arrived.To, arrived.MessageId, arrived.Subject, arrived.Body));
        Assert.Contains("Auto-Submitted: auto-generated", arrived.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Mailer", arrived.Raw, StringComparison.OrdinalIgnoreCase);
    }

    private static SmtpMailSender Sender(int port) => new(new() { Host = "127.0.0.1", Port = port, From = "mail@post.example", StartTls = false });

    private static Mail AMail() => new() { To = "a@example.invalid", Subject = "새 글이 있습니다", Body = "Bạn có tin nhắn.", MessageId = Guid.NewGuid() };
}
