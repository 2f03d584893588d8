using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.People;

/// <summary>Lets colleagues in by e-mail address and password. An unknown address looks and takes the same as a wrong password.</summary>
public sealed class SignInDesk(PortalDb db, SessionKeeper sessions, PasswordTurn turn, StrangerDelays strangers, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>account.wrong</c>, <c>account.wait</c> with the seconds, or <c>account.busy</c>.</exception>
    public async Task<SignedIn> SignInAsync(string email, string password, CancellationToken cancel)
    {
        // counting happens inside the turn, or a hundred tries at once would all pass before the first one counts
        var user = await turn.TakeAsync(() => CheckAsync(EmailAddress.Normal(email), password, cancel), cancel);
        return new(await sessions.StartForColleagueAsync(user.Id, cancel), user.Id, user.Language);
    }

    private async Task<Found> CheckAsync(string email, string password, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var user = await db.Users.AsNoTracking()
            .Where(u => u.NormalizedEmail == email && u.LeftAt == null && u.PasswordHash != null)
            .Select(u => new Found(u.Id, u.Language, u.PasswordHash, u.FailedSignIns, u.NextSignInAt))
            .FirstOrDefaultAsync(cancel);
        var wait = user is null ? strangers.WaitFor(email) : user.NextSignInAt - now;
        if (wait is { } left && left > TimeSpan.Zero)
        {
            throw new RefusedException(new("account.wait", (int)Math.Ceiling(left.TotalSeconds)));
        }

        var result = await Task.Run(() => turn.Verify(user?.PasswordHash, password), cancel);
        if (user is not null && result != PasswordVerificationResult.Failed)
        {
            await WelcomeAsync(user, result == PasswordVerificationResult.SuccessRehashNeeded ? turn.Hash(password) : null, cancel);
            return user;
        }

        await CountFailureAsync(user, email, now, cancel);
        throw new RefusedException(new("account.wrong"));
    }

    private async Task WelcomeAsync(Found user, string? newHash, CancellationToken cancel)
    {
        if (newHash is not null)
        {
            await db.Users.Where(u => u.Id == user.Id && u.PasswordHash == user.PasswordHash)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.PasswordHash, newHash), cancel);
        }

        if (user.FailedSignIns > 0)
        {
            await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(
                set => set.SetProperty(u => u.FailedSignIns, 0).SetProperty(u => u.NextSignInAt, (DateTimeOffset?)null), cancel);
        }
    }

    private async Task CountFailureAsync(Found? user, string email, DateTimeOffset now, CancellationToken cancel)
    {
        if (user is null)
        {
            strangers.CountFailure(email);
            return;
        }

        DateTimeOffset? next = SignInDelay.After(user.FailedSignIns + 1) is { Ticks: > 0 } delay ? now + delay : null;
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(
            set => set.SetProperty(u => u.FailedSignIns, u => u.FailedSignIns + 1).SetProperty(u => u.NextSignInAt, next), cancel);
    }

    private sealed record Found(Guid Id, string Language, string? PasswordHash, int FailedSignIns, DateTimeOffset? NextSignInAt);
}

/// <summary>What a successful sign-in yields: the key for the cookie, who it is and the language of their screens.</summary>
public sealed record SignedIn(string Key, Guid UserId, string Language);
