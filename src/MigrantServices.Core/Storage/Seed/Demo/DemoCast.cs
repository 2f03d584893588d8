using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>Who acts in the fictional cases: the demonstration's colleagues by the first part of their address, the filer and their helper.</summary>
public sealed class DemoCast(PortalDb db, IReadOnlyDictionary<string, PortalUser> colleagues)
{
    private const string Filer = "filer";
    private const string Helper = "helper";

    public static bool IsColleague(string who) => who is not (Filer or Helper);

    public Guid IdOf(string colleague) => colleagues[AddressOf(colleague)].Id;

    public Actor Colleague(string who)
    {
        var (user, part) = (colleagues[AddressOf(who)], DemoColleagues.All.Single(c => c.Email == AddressOf(who)));
        return new(user.Id, user.DisplayName, [new(part.Role, DemoColleagues.ServicesOf(part.Role), part.Municipalities) { ForSetApart = part.ForSetApart, Centre = part.Centre }]);
    }

    public async Task<Actor> ActorAsync(string who, Grievance grievance, CancellationToken cancel) => who switch
    {
        Filer => Actor.Filer(grievance.Id, await CodeAsync(grievance, Role.Filer, cancel)),
        Helper => Actor.Helper(grievance.Id, await CodeAsync(grievance, Role.Helper, cancel)),
        _ => Colleague(who),
    };

    /// <summary>The code in force of the person or of their helper.</summary>
    public Task<Guid> CodeAsync(Grievance grievance, Role holder, CancellationToken cancel) =>
        db.Codes.Where(c => c.CaseId == grievance.Id && c.Holder == holder && c.EndedAt == null).Select(c => c.Id).SingleAsync(cancel);

    private static string AddressOf(string colleague) => colleague + "@demo.invalid";
}
