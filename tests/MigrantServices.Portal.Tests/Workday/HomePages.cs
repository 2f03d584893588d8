using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Workday;

/// <summary>Colleagues at their home page, and cases made to stand on it.</summary>
internal static class HomePages
{
    public static async Task<(Colleague Me, Browserless Browser)> ANewcomerAsync(this PortalHost host)
    {
        var me = await host.Given.AColleagueAsync(Role.Caseworker);
        return (me, await host.SignInAsAsync(me));
    }

    public static async Task<FiledCase> MineAsync(this PortalHost host, Colleague me)
    {
        var filed = await host.Given.AGrievanceAsync();
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id);
            await services.GetRequiredService<GrievanceDesk>().TakeOnAsync(grievance, affirms: true, me.Actor, CancellationToken.None);
        });
        return filed;
    }

    public static Task<int> RoundAsync(this PortalHost host, Colleague colleague, RoundThing thing) => host.WithAsync(async services =>
        (await services.GetRequiredService<RoundCounts>().AllAsync(host.Clock.GetUtcNow(), CancellationToken.None)).GetValueOrDefault(colleague.Id)?[(int)thing] ?? 0);

    public static Task<int> RevisionAsync(this PortalHost host, FiledCase filed) => host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.Revision).SingleAsync());

    public static Task DueAsync(this PortalHost host, FiledCase filed, string day) => host.RunAsync($"update cases set due_on = '{day}' where id = $1", filed.Id);

    public static Task ReceivedAsync(this PortalHost host, FiledCase filed, string moment) => host.RunAsync($"update cases set received_at = '{moment}' where id = $1", filed.Id);

    public static async Task RunAsync(this PortalHost host, string sql, Guid id)
    {
        await using var command = host.Database.Source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync();
    }

    public static IEnumerable<string> Rows(WebPage home, string section) =>
        home.Document.QuerySelectorAll($"section[aria-labelledby='day-{section}'] a.reference").Select(link => link.TextContent);
}
