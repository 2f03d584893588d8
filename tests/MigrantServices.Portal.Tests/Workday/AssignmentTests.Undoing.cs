using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Workday;
using MigrantServices.Testing.Hosting;
using Xunit;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Workday;

/// <content>Taking back what was given.</content>
public sealed partial class AssignmentTests
{
    [Fact]
    public async Task A_case_on_which_somebody_has_worked_since_is_left_and_named()
    {
        var (_, office) = await ASupervisorAsync();
        var (first, second) = (await host.Given.AGrievanceAsync(), await host.Given.AGrievanceAsync());
        var to = await host.Given.AColleagueAsync(Role.Caseworker);
        var preview = await PreviewAsync(office, [first, second], [to]);
        var done = await preview.SendAsync(preview.Form("Form.Plan"), null);
        await TakeOnAsync(second, to);

        var undone = await done.PressAsync("Undo");

        Assert.Equal((null, to.Id), (await HandlerAsync(first), await HandlerAsync(second)));
        var lines = undone.Document.QuerySelectorAll("tbody tr").ToDictionary(row => row.QuerySelector("a")!.TextContent, row => row.QuerySelector("td:last-child")!.TextContent);
        Assert.Equal(("Taken back", "Changed since, stays"), (lines[first.Reference], lines[second.Reference]));
        Assert.Null(undone.Document.QuerySelector("form[action*=Undo]"));
        office.Dispose();
    }

    [Theory]
    [InlineData(16, "assignment.too-late")]
    [InlineData(0, "assignment.all-changed")]
    public async Task Too_late_or_with_all_changed_nothing_is_taken_back(int minutes, string code)
    {
        var (_, office) = await ASupervisorAsync();
        var filed = await host.Given.AGrievanceAsync();
        var to = await host.Given.AColleagueAsync(Role.Caseworker);
        var preview = await PreviewAsync(office, [filed], [to]);
        var done = await preview.SendAsync(preview.Form("Form.Plan"), null);
        if (minutes == 0)
        {
            await TakeOnAsync(filed, to);
        }
        else
        {
            await RunAsync($"update bulk_assignments set made_at = made_at - interval '{minutes} minutes' where id = $1", Guid.Parse(done.Path.Split('/')[^1]));
        }

        var refused = await done.PressAsync("Undo");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(Shipped.Says("refusal." + code), Assert.Single(refused.Summary));
        Assert.Equal(to.Id, await HandlerAsync(filed));
        Assert.Null(await host.StoredAsync(db => db.Set<BulkAssignment>().OrderByDescending(b => b.Id).Select(b => b.UndoneAt).FirstAsync()));
        office.Dispose();
    }

    [Fact]
    public async Task Taken_back_once_it_is_not_taken_back_again()
    {
        var (_, office) = await ASupervisorAsync();
        var filed = await host.Given.AGrievanceAsync();
        var preview = await PreviewAsync(office, [filed], [await host.Given.AColleagueAsync(Role.Caseworker)]);
        var done = await preview.SendAsync(preview.Form("Form.Plan"), null);
        await done.PressAsync("Undo");

        var again = await done.PressAsync("Undo");

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains(Shipped.Says("refusal.assignment.undone-already"), again.Words, StringComparison.Ordinal);
        Assert.Equal(1, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == "undo-assignment")));
        office.Dispose();
    }

    [Fact]
    public async Task Nobody_else_opens_or_undoes_an_assignment()
    {
        var (_, office) = await ASupervisorAsync();
        var filed = await host.Given.AGrievanceAsync();
        var preview = await PreviewAsync(office, [filed], [await host.Given.AColleagueAsync(Role.Caseworker)]);
        var done = await preview.SendAsync(preview.Form("Form.Plan"), null);
        using var other = await host.SignInAsAsync(Colleagues.Supervisor);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(done.Path)).Status);
        var token = (await other.GetAsync("/office/load")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(done.Path + "?handler=Undo", ("__RequestVerificationToken", token))).Status);
        Assert.NotNull(await HandlerAsync(filed));
        office.Dispose();
    }
}
