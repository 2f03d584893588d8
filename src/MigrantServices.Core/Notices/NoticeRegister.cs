using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Notices;

/// <summary>What an administrator sees of the notices: that they went or did not, never to whom and about what.</summary>
public sealed class NoticeRegister(PortalDb db)
{
    /// <summary>A page, the latest first: all of them, or those in one state.</summary>
    /// <param name="after">The last line of the page before; null for the first.</param>
    public async Task<NoticePage> ReadAsync(NoticeState? state, Guid? after, CancellationToken cancel)
    {
        var notices = db.Set<Notice>().AsNoTracking();
        if (state is { } wanted)
        {
            notices = notices.Where(n => n.State == wanted);
        }

        if (after is { } last && await notices.Where(n => n.Id == last).Select(n => (DateTimeOffset?)n.MadeAt).FirstOrDefaultAsync(cancel) is { } madeAt)
        {
            notices = notices.Where(n => EF.Functions.LessThan(ValueTuple.Create(n.MadeAt, n.Id), ValueTuple.Create(madeAt, last)));
        }

        var found = await notices.OrderByDescending(n => n.MadeAt).ThenByDescending(n => n.Id).Take(NoticePage.Size + 1)
            .Select(n => new NoticeLine(n.Id, n.Kind, n.Language, n.MadeAt, n.DueAt, n.State, n.Attempts, n.SentAt, n.MayBeTwice, n.LastError, db.Users.Where(u => u.Id == n.AgainById).Select(u => u.DisplayName).FirstOrDefault(), n.AgainAt))
            .ToListAsync(cancel);
        var lines = found.Take(NoticePage.Size).ToList();
        return new(lines, found.Count > lines.Count ? lines[^1].Id : null);
    }
}

/// <summary>A page of the notices.</summary>
/// <param name="Next">After which the next page begins; null on the last.</param>
public sealed record NoticePage(IReadOnlyList<NoticeLine> Lines, Guid? Next)
{
    public const int Size = 50;
}

/// <summary>One notice as an administrator sees it.</summary>
/// <param name="Error">Why it did not go out, as a code.</param>
/// <param name="AgainBy">The administrator who last had it sent again.</param>
public sealed record NoticeLine(
    Guid Id, NoticeKind Kind, string Language, DateTimeOffset MadeAt, DateTimeOffset DueAt, NoticeState State, int Attempts, DateTimeOffset? SentAt, bool MayBeTwice, string? Error,
    string? AgainBy, DateTimeOffset? AgainAt);
