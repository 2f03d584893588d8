using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.People;

/// <summary>Begins and ends sessions, and tells whose request this is and what they may do today.</summary>
public sealed class SessionKeeper(PortalDb db, SessionCache cache, TimeProvider time)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>The key for the cookie. It is new each time and kept nowhere else.</summary>
    public Task<string> StartForColleagueAsync(Guid userId, CancellationToken cancel) => StartAsync(userId, null, cancel);

    public Task<string> StartForVisitorAsync(Guid codeId, CancellationToken cancel) => StartAsync(null, codeId, cancel);

    /// <summary>Who holds this key, with the rights in force today; null when the session has ended or never was.</summary>
    /// <param name="place">The network address, remembered for colleagues only.</param>
    public async Task<Actor?> FindAsync(string? key, string? place, CancellationToken cancel)
    {
        if (!RandomKey.LooksRight(key))
        {
            return null;
        }

        var hash = RandomKey.Hash(key);
        var actor = cache.Find(hash) ?? await LoadAsync(hash, cancel);
        return actor?.UserId is null ? actor : actor with { Place = place };
    }

    public async Task EndAsync(string? key, CancellationToken cancel)
    {
        if (RandomKey.LooksRight(key))
        {
            var hash = RandomKey.Hash(key);
            await EndWhereAsync(session => session.KeyHash == hash, cancel);
            cache.ForgetSession(hash);
        }
    }

    public async Task EndAllOfColleagueAsync(Guid userId, CancellationToken cancel)
    {
        await EndWhereAsync(session => session.UserId == userId, cancel);
        cache.ForgetColleague(userId);
    }

    public async Task EndAllOfCodeAsync(Guid codeId, CancellationToken cancel)
    {
        await EndWhereAsync(session => session.CodeId == codeId, cancel);
        cache.ForgetCode(codeId);
    }

    /// <summary>Cuts one of a colleague's own sessions.</summary>
    public async Task EndOneOfColleagueAsync(Guid userId, Guid sessionId, CancellationToken cancel)
    {
        await EndWhereAsync(session => session.Id == sessionId && session.UserId == userId, cancel);
        cache.ForgetColleague(userId);
    }

    /// <summary>The sessions of a colleague that are still open, the latest first.</summary>
    public async Task<IReadOnlyList<OpenSession>> OpenOfColleagueAsync(Guid userId, string? currentKey, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var current = RandomKey.Hash(currentKey ?? "");
        return await db.Sessions.AsNoTracking()
            .Where(s => s.UserId == userId && s.EndedAt == null && s.EndsAt > now && s.LastSeenAt > now - Session.ColleagueIdle)
            .OrderByDescending(s => s.StartedAt)
            .Select(s => new OpenSession(s.Id, s.StartedAt, s.LastSeenAt, s.KeyHash == current))
            .ToListAsync(cancel);
    }

    /// <summary>Rights of this colleague have changed: ask anew at their next request.</summary>
    public void RightsChanged(Guid userId) => cache.ForgetColleague(userId);

    /// <summary>Removes the rows of sessions that are over; nobody needs to know when a resident came back.</summary>
    public Task<int> SweepAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return db.Sessions
            .Where(s => s.EndedAt != null || s.EndsAt <= now
                || s.LastSeenAt <= now - (s.UserId == null ? Session.VisitorIdle : Session.ColleagueIdle))
            .ExecuteDeleteAsync(cancel);
    }

    private async Task<string> StartAsync(Guid? userId, Guid? codeId, CancellationToken cancel)
    {
        var (key, now) = (RandomKey.New(), time.GetUtcNow());
        db.Add(new Session
        {
            KeyHash = RandomKey.Hash(key),
            UserId = userId,
            CodeId = codeId,
            StartedAt = now,
            LastSeenAt = now,
            EndsAt = now + Session.Longest,
        });
        await db.SaveChangesAsync(cancel);
        return key;
    }

    private async Task<Actor?> LoadAsync(byte[] hash, CancellationToken cancel)
    {
        var (now, moment) = (time.GetUtcNow(), cache.Moment);
        var open = OpenRights.On(db, Seoul.DateOf(now));
        // joined, because the first of the codes as a whole row would number every code there is
        var found = await db.Sessions.AsNoTracking()
            .Where(s => s.KeyHash == hash && s.EndedAt == null && s.EndsAt > now)
            .LeftJoin(db.Codes.Where(c => c.EndedAt == null && c.CaseId != null), s => s.CodeId, c => c.Id, (s, c) => new
            {
                s.Id,
                s.UserId,
                s.LastSeenAt,
                s.EndsAt,
                Name = db.Users.Where(u => u.Id == s.UserId && u.LeftAt == null).Select(u => u.DisplayName).FirstOrDefault(),
                Grants = open.Where(g => g.UserId == s.UserId).Select(g => new { g.Role, g.Services, g.Municipalities, g.ForSetApart, g.Centre }).ToList(),
                Code = c == null ? null : new { c.Id, c.Holder, CaseId = c.CaseId!.Value },
            })
            .FirstOrDefaultAsync(cancel);

        var idle = found?.UserId is null ? Session.VisitorIdle : Session.ColleagueIdle;
        if (found is null || found.LastSeenAt + idle <= now)
        {
            return null;
        }

        var actor = found switch
        {
            { UserId: { } userId, Name: { } name } =>
                new Actor(userId, name, [.. found.Grants.Select(g => new Grant(g.Role, g.Services, g.Municipalities) { ForSetApart = g.ForSetApart, Centre = g.Centre })]),
            { Code: { Holder: Role.Helper } helper } => Actor.Helper(helper.CaseId, helper.Id),
            { Code: { Holder: Role.Requester } requester } => Actor.Requester(requester.CaseId, requester.Id),
            { Code: { } filer } => Actor.Filer(filer.CaseId, filer.Id),
            _ => null,
        };
        if (actor is null)
        {
            return null;
        }

        if (found.LastSeenAt + SeenEvery <= now)
        {
            await db.Sessions.Where(s => s.Id == found.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), cancel);
        }

        cache.Put(hash, actor, found.EndsAt, moment);
        return actor;
    }

    private Task<int> EndWhereAsync(Expression<Func<Session, bool>> chosen, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        return db.Sessions.Where(chosen).Where(s => s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
    }
}

/// <summary>A colleague's session as they see it on their own page.</summary>
public sealed record OpenSession(Guid Id, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, bool IsThisOne);
