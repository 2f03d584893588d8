using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.People;

/// <summary>What colleagues change about themselves: the name others see, the language of their screens, their password.</summary>
public sealed class AccountDesk(PortalDb db, PasswordTurn turn, SessionKeeper sessions, TimeProvider time)
{
    public async Task DescribeAsync(Guid userId, string name, string language, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        (user.DisplayName, user.Language) = (name.Trim(), language);
        await db.SaveChangesAsync(cancel);
        sessions.RightsChanged(userId);
    }

    /// <summary>Sets a new password and ends every session; the key is that of a new one. The password must have passed its rules.</summary>
    /// <exception cref="RefusedException"><c>account.old-password-wrong</c>, <c>account.wait</c> or <c>account.busy</c>.</exception>
    public async Task<string> ChangePasswordAsync(Guid userId, string oldPassword, string newPassword, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        var now = time.GetUtcNow();
        if (user.NextSignInAt > now)
        {
            throw new RefusedException(new("account.wait", (int)Math.Ceiling((user.NextSignInAt.Value - now).TotalSeconds)));
        }

        var hash = await turn.TakeAsync(() => Task.Run(() => HashIfKnown(user, oldPassword, newPassword), cancel), cancel);
        if (hash is null)
        {
            user.CountFailure(now);
            await db.SaveChangesAsync(cancel);
            throw new RefusedException(new("account.old-password-wrong"));
        }

        user.SetPassword(hash);
        await db.SaveChangesAsync(cancel);
        await sessions.EndAllOfColleagueAsync(userId, cancel);
        return await sessions.StartForColleagueAsync(userId, cancel);
    }

    private string? HashIfKnown(PortalUser user, string oldPassword, string newPassword) =>
        turn.Verify(user.PasswordHash, oldPassword) == PasswordVerificationResult.Failed ? null : turn.Hash(newPassword);
}
