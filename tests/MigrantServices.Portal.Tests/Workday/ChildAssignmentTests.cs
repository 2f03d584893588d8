using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Workday;
using MigrantServices.Testing.Hosting;
using Xunit;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Workday;

/// <summary>Cases of children are shared out as grievances are: chosen, seen, carried out, taken back; and nothing of a child stands on the way.</summary>
[Trait("Category", "Database")]
public sealed class ChildAssignmentTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Gunpo = "41410";

    [Fact]
    public async Task Chosen_in_the_list_seen_before_carried_out_and_taken_back()
    {
        var (fresh, taken) = (await host.Given.AChildAsync(), await host.ATakenChildAsync());
        var (supervisor, to) = (await host.Given.AColleagueAsync(Role.Supervisor), await host.Given.AColleagueAsync(Role.Caseworker));
        using var office = await host.SignInAsAsync(supervisor);
        Assert.NotNull((await office.GetAsync("/office/children?tab=All")).Document.QuerySelector($"input[type=checkbox][form=pick][name=case][value='{fresh.Reference}']"));

        var choose = await office.GetAsync($"/office/children/assign?case={fresh.Reference}&case={taken.Reference}");
        Assert.All(["Salma", "S. A.", "살마"], name => Assert.DoesNotContain(name, choose.Html, StringComparison.Ordinal));
        var preview = await choose.SubmitAsync(("Form.Colleagues", to.Id.ToString()));
        Assert.Contains("2 cases would change hands", preview.Words, StringComparison.Ordinal);
        Assert.Equal((null, Colleagues.Caseworker.Id), (await HandlerAsync(fresh), await HandlerAsync(taken)));

        var done = await preview.SendAsync(preview.Form("Form.Plan"), null);
        Assert.StartsWith("/office/assignments/", done.Path, StringComparison.Ordinal);
        Assert.NotNull(done.Document.QuerySelector($"a[href='/office/children/{fresh.Reference}']"));
        Assert.Equal((to.Id, to.Id), (await HandlerAsync(fresh), await HandlerAsync(taken)));
        using (var receiver = await host.SignInAsAsync(to))
        {
            var home = await receiver.GetAsync("/office");
            Assert.All([fresh, taken], one => Assert.NotNull(home.Document.QuerySelector($"a[href='/office/children/{one.Reference}']")));
        }

        var undone = await done.PressAsync("Undo");

        Assert.Contains("Taken back", undone.Words, StringComparison.Ordinal);
        Assert.Equal((null, Colleagues.Caseworker.Id), (await HandlerAsync(fresh), await HandlerAsync(taken)));
        foreach (var one in new[] { fresh, taken })
        {
            Assert.Equal(
                ["assign", "undo-assignment"],
                await host.StoredAsync(db => db.Events.Where(e => e.CaseId == one.Id && e.UserId == supervisor.Id).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Action).ToListAsync()));
            Assert.Equal(2, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == one.Id && r.UserId == supervisor.Id && r.Deed == AccessDeed.Change)));
        }

        Assert.Equal(0, await host.StoredAsync(db => db.Set<IdentityOpening>().CountAsync(o => o.OpenedById == supervisor.Id)));
    }

    [Fact]
    public async Task All_that_the_list_shows_are_those_of_its_places_only()
    {
        var (here, elsewhere) = (await host.Given.AChildAsync(form => (form.Place.City, form.Place.Waits) = (Gunpo, true)), await host.Given.AChildAsync());
        using var office = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Gunpo]));

        var page = await office.GetAsync("/office/children/assign?all=true&tab=All");

        Assert.Contains(here.Reference, page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere.Reference, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_a_right_there_gets_one_and_a_case_that_is_over_stays()
    {
        var (open, over) = (await host.ATakenChildAsync(), await host.Given.AChildAsync());
        using (var family = await host.ComeBackAsync(over.CodeId))
        {
            await (await family.GetAsync("/en/my-case/child/withdraw")).SubmitAsync(("Revision", "1"));
        }

        using var office = await host.SignInAsAsync(await host.Given.AColleagueAsync(Role.Supervisor));
        var preview = await PreviewAsync(office, [open, over], Colleagues.SuwonOfficer);

        Assert.Null(preview.Document.QuerySelector("[name='Form.Plan']"));
        Assert.Contains(Shipped.Says("refusal.assignment.no-right-there"), preview.Words, StringComparison.Ordinal);
        Assert.Contains(over.Reference + " – ", preview.Words, StringComparison.Ordinal);
        Assert.Equal(Colleagues.Caseworker.Id, await HandlerAsync(open));
    }

    [Fact]
    public async Task When_one_has_moved_on_none_goes()
    {
        var (first, second) = (await host.Given.AChildAsync(), await host.Given.AChildAsync());
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor);
        using var office = await host.SignInAsAsync(supervisor);
        var preview = await PreviewAsync(office, [first, second], Colleagues.Caseworker2);
        await host.PressAsync(second, ChildConfirmation.TakeOn.Code, Colleagues.Caseworker.Actor);

        var refused = await preview.SendAsync(preview.Form("Form.Plan"), null);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("nothing was assigned", Assert.Single(refused.Summary), StringComparison.Ordinal);
        Assert.Equal((null, Colleagues.Caseworker.Id), (await HandlerAsync(first), await HandlerAsync(second)));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<BulkAssignment>().CountAsync(b => b.MadeById == supervisor.Id)));
    }

    [Fact]
    public async Task A_case_of_another_service_does_not_go_with_it()
    {
        var (child, grievance) = (await host.Given.AChildAsync(), await host.Given.AGrievanceAsync());
        var revision = await host.StoredAsync(db => db.Grievances.Where(g => g.Id == grievance.Id).Select(g => g.Revision).SingleAsync());

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(services => services.GetRequiredService<AssignmentDesk>().CarryOutAsync(
            ChildConfirmation.Service, [new(child.Id, 1, Colleagues.Caseworker2.Id), new(grievance.Id, revision, Colleagues.Caseworker2.Id)], Colleagues.Supervisor.Actor, default)));

        Assert.Equal("assignment.changed", refused.Refusal.Code);
        Assert.Null(await HandlerAsync(child));
        Assert.Null(await host.StoredAsync(db => db.Grievances.Where(g => g.Id == grievance.Id).Select(g => g.HandlerId).SingleAsync()));
    }

    private static async Task<WebPage> PreviewAsync(Browserless office, FiledCase[] cases, Colleague to) =>
        await (await office.GetAsync("/office/children/assign?" + string.Join('&', cases.Select(one => "case=" + one.Reference)))).SubmitAsync(("Form.Colleagues", to.Id.ToString()));

    private Task<Guid?> HandlerAsync(FiledCase filed) => host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.HandlerId).SingleAsync());
}
