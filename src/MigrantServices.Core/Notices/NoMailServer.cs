namespace MigrantServices.Core.Notices;

/// <summary>Stands in where no mail server is set: the notices can be seen on the administrator's page, and none goes out.</summary>
public sealed class NoMailServer : IMailSender
{
    public Task<MailAnswer> SendAsync(Mail mail, CancellationToken cancel) => Task.FromResult(new MailAnswer(MailEnd.NoServer));
}
