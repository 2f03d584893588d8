using System.Text.Json;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Notices;

/// <summary>Sends one notice. The job is done when its notice is; a notice that was sent before a crash is not sent again.</summary>
public sealed class NoticeHandler(NoticePost post, IMailSender sender, PortalDb db) : IOutboxHandler
{
    public const string JobKind = "mail.send";

    public string Kind => JobKind;

    public OutboxLane Lane => OutboxLane.Mail;

    public static OutboxJob Job(Guid noticeId, DateTimeOffset dueAt) => new()
    {
        Kind = JobKind,
        Payload = JsonSerializer.Serialize(noticeId),
        DueAt = dueAt,
        DedupeKey = $"{JobKind}:{noticeId}:{dueAt.UtcTicks}",
    };

    public async Task HandleAsync(string payload, CancellationToken cancel)
    {
        var id = JsonSerializer.Deserialize<Guid>(payload);
        var (mail, notBefore) = await post.BeginAsync(id, cancel);
        if (mail is not null && !await post.EndAsync(id, await sender.SendAsync(mail, cancel)))
        {
            throw new MailNotSentException();
        }

        if (notBefore is { } later)
        {
            db.Add(Job(id, later));
            await db.SaveChangesAsync(cancel);
        }
    }
}
