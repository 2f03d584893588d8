using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Notices;

/// <summary>Where a notice goes, asked at the moment of sending: to nobody who has seen it, taken back the wish, left, or lost the right.</summary>
public sealed class NoticeAddresses(Vault vault, WorkingCalendar calendar, EmbassyGuard embassies)
{
    internal Task<Destination> OfAsync(PortalDb db, Notice notice, DateTimeOffset now, CancellationToken cancel) =>
        notice.Kind == NoticeKind.Message ? OfPersonAsync(db, notice, now, cancel) : OfColleagueAsync(db, notice, now, cancel);

    private async Task<Destination> OfPersonAsync(PortalDb db, Notice notice, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await db.Set<ServiceCase>().Where(c => c.Id == notice.CaseId && c.Status != CaseStatus.Withdrawn).Select(c => new
        {
            Wish = c.NoticeWish,
            IsOfRefuge = EF.Property<string>(c, "service") == SupportApplication.Prefix,
            IsSeen = db.Messages.Any(m => m.Id == notice.Id && m.ReadAt != null),
            IsJoined = db.Set<Notice>().Any(n =>
                n.CaseId == c.Id && n.State == NoticeState.Waiting && n.DueAt <= now && n.TryingSince == null
                && (n.MadeAt > notice.MadeAt || (n.MadeAt == notice.MadeAt && n.Id > notice.Id))),
        }).AsNoTracking().FirstOrDefaultAsync(cancel);
        if (found?.Wish is not { } wish)
        {
            return Destination.Nowhere(NoticeErrors.NotWanted);
        }

        return found.IsSeen ? Destination.Nowhere(NoticeErrors.Seen)
            : NoticeTimes.Next(wish.Hours, now, calendar.Current.IsWorkingDay) is var next && next > now ? Destination.Later(next)
            : found.IsJoined && notice.Attempts == 0 ? Destination.Nowhere(NoticeErrors.Joined)
            : vault.Open(wish.Address, wish.CaseId, SealedField.NoticeAddress) is var address && found.IsOfRefuge && embassies.Refuses(address) ? Destination.Nowhere(NoticeErrors.Embassy)
            : Destination.To(address);
    }

    private async Task<Destination> OfColleagueAsync(PortalDb db, Notice notice, DateTimeOffset now, CancellationToken cancel)
    {
        var (today, handlers) = (Seoul.DateOf(now), (Role.AllHandlers | Role.BudgetOfficer).Each().ToArray());
        var open = OpenRights.On(db, today);
        var found = await db.Users
            .Where(u => u.Id == notice.ColleagueId && u.LeftAt == null && open.Any(g => g.UserId == u.Id && handlers.Contains(g.Role)))
            .Select(u => new
            {
                u.Email,
                HasLooked = db.AccessRecords.Any(r => r.UserId == u.Id && r.At > notice.NewsAt && r.Deed == AccessDeed.List),
            })
            .FirstOrDefaultAsync(cancel);
        if (found?.Email is not { } address)
        {
            return Destination.Nowhere(NoticeErrors.NoRight);
        }

        return notice.Kind == NoticeKind.Alarm ? Destination.To(address)
            : found.HasLooked && notice.Kind == NoticeKind.Work ? Destination.Nowhere(NoticeErrors.Seen)
            : NoticeTimes.NextForColleagues(now, calendar.Current.IsWorkingDay) is var next && next > now ? Destination.Later(next)
            : Destination.To(address);
    }
}

/// <summary>Where a notice goes now: to an address, later, or nowhere and why.</summary>
internal sealed class Destination
{
    public string? Address { get; private init; }

    public DateTimeOffset? NotBefore { get; private init; }

    public string? WhyNowhere { get; private init; }

    public static Destination To(string address) => new() { Address = address };

    public static Destination Later(DateTimeOffset at) => new() { NotBefore = at };

    public static Destination Nowhere(string why) => new() { WhyNowhere = why };
}
