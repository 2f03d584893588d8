using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>Fills an empty database with fictional colleagues and cases, made through the same verbs as real ones.</summary>
public sealed class DemoSeed(PortalDb db, UserManager<PortalUser> users, DemoCases cases, TimeProvider time)
{
    /// <summary>The code of one fictional resident, so that their pages can be tried.</summary>
    public const string ResidentCode = "1234 5678 9012 3456 7888";

    /// <summary>The code of a fictional household that was granted support.</summary>
    public const string HouseholdCode = "2345 6789 0123 4567 8944";

    public async Task SowAsync(CancellationToken cancel)
    {
        if (await db.Users.AnyAsync(cancel))
        {
            return;
        }

        var colleagues = new Dictionary<string, PortalUser>(StringComparer.Ordinal);
        foreach (var colleague in DemoColleagues.All)
        {
            colleagues[colleague.Email] = await AddAsync(colleague);
        }

        await db.SaveChangesAsync(cancel);
        await cases.SowAsync(colleagues, cancel);
    }

    private async Task<PortalUser> AddAsync(DemoColleague colleague)
    {
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            UserName = colleague.Email,
            Email = colleague.Email,
            DisplayName = colleague.Name,
            CreatedAt = time.GetUtcNow(),
        };
        var made = await users.CreateAsync(user, DemoColleagues.Password);
        if (!made.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', made.Errors.Select(e => e.Code)));
        }

        var grant = new RoleGrant
        {
            UserId = user.Id,
            Role = colleague.Role,
            Services = DemoColleagues.ServicesOf(colleague.Role),
            Municipalities = colleague.Municipalities,
            ForSetApart = colleague.ForSetApart,
            Centre = colleague.Centre,
            GrantedAt = time.GetUtcNow(),
        };
        db.Add(grant);
        db.Add(RightConfirmation.ByCommand(grant, user));
        return user;
    }
}
