using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Notices;

/// <summary>Writes down each attempt before it begins and after it ended, each at once and for itself: whoever comes after a crash sees how far it got.</summary>
public sealed class NoticePost(IDbContextFactory<PortalDb> rooms, NoticeAddresses addresses, NoticeWording words, TimeProvider time)
{
    /// <summary>Refused so often, a notice is given up: half a day after the first attempt.</summary>
    public const int MostAttempts = 20;

    /// <summary>The mail to send now, or when to come again; neither when there is nothing to be done any more.</summary>
    public async Task<NoticeStep> BeginAsync(Guid id, CancellationToken cancel)
    {
        await using var db = await rooms.CreateDbContextAsync(cancel);
        if (await db.Set<Notice>().SingleOrDefaultAsync(n => n.Id == id, cancel) is not { State: NoticeState.Waiting } notice)
        {
            return new(null, null);
        }

        var now = time.GetUtcNow();
        var destination = await addresses.OfAsync(db, notice, now, cancel);
        if (destination.NotBefore is { } later)
        {
            notice.DueAt = later;
        }
        else if (destination.WhyNowhere is { } why)
        {
            notice.Drop(why);
        }

        var goes = destination.Address is not null && notice.TryToSend(now);
        await db.SaveChangesAsync(cancel);
        return new(goes ? MailOf(notice, destination.Address!) : null, destination.NotBefore);
    }

    /// <returns>False when it is to be tried again.</returns>
    public async Task<bool> EndAsync(Guid id, MailAnswer answer)
    {
        // what the server said is kept even when the portal is asked to stop
        await using var db = await rooms.CreateDbContextAsync(CancellationToken.None);
        var notice = await db.Set<Notice>().SingleAsync(n => n.Id == id, CancellationToken.None);
        Keep(notice, answer);
        await db.SaveChangesAsync(CancellationToken.None);
        return notice.State != NoticeState.Waiting;
    }

    private void Keep(Notice notice, MailAnswer answer)
    {
        switch (answer.End)
        {
            case MailEnd.Sent:
                notice.Sent(time.GetUtcNow());
                break;
            case MailEnd.NoServer:
                notice.NotSent(time.GetUtcNow());
                break;
            case MailEnd.NoSuchBox:
                notice.GiveUp(answer.Code!);
                break;
            case MailEnd.Refused when notice.Attempts >= MostAttempts:
                notice.GiveUp(answer.Code!);
                break;
            case MailEnd.Refused:
                notice.Refused(answer.Code!);
                break;
            default:
                notice.LeaveUnclear(answer.Code!);
                break;
        }
    }

    private Mail MailOf(Notice notice, string address)
    {
        var (subject, body) = words(notice.Kind, notice.Language, notice.Things, notice.Counts ?? []);
        return new() { To = address, Subject = subject, Body = body, MessageId = notice.MessageId };
    }
}

/// <summary>What is to be done with a notice now.</summary>
public sealed record NoticeStep(Mail? Mail, DateTimeOffset? NotBefore);
