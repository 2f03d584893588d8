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

/// <summary>Cases given to colleagues in one go: chosen, seen, carried out, taken back.</summary>
[Trait("Category", "Database")]
public sealed partial class AssignmentTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Chosen_in_the_list_seen_before_carried_out_and_taken_back()
    {
        var (supervisor, office) = await ASupervisorAsync();
        var (fresh, taken) = (await host.Given.AGrievanceAsync(), await host.Given.AGrievanceAsync(CaseStatus.UnderReview));
        var to = await host.Given.AColleagueAsync(Role.Caseworker);
        var list = await office.GetAsync("/office/grievances?tab=All");
        Assert.NotNull(list.Document.QuerySelector($"input[type=checkbox][form=pick][name=case][value='{fresh.Reference}']"));

        var choose = await office.GetAsync($"/office/assign?case={fresh.Reference}&case={taken.Reference}");
        var preview = await choose.SubmitAsync(("Form.Colleagues", to.Id.ToString()));
        Assert.Contains("2 cases would change hands", preview.Words, StringComparison.Ordinal);
        Assert.Contains("0 → 2", preview.Words, StringComparison.Ordinal);
        Assert.Equal((null, Colleagues.Caseworker.Id), (await HandlerAsync(fresh), await HandlerAsync(taken)));

        var done = await preview.SendAsync(preview.Form("Form.Plan"), null);
        Assert.StartsWith("/office/assignments/", done.Path, StringComparison.Ordinal);
        Assert.Equal((to.Id, to.Id), (await HandlerAsync(fresh), await HandlerAsync(taken)));
        using (var receiver = await host.SignInAsAsync(to))
        {
            var home = await receiver.GetAsync("/office");
            Assert.Equal(2, home.Document.QuerySelectorAll("section[aria-labelledby='day-HandedToMe'] a.reference").Length);
            // to have looked at it is no change
            await receiver.GetAsync($"/office/grievances/{fresh.Reference}");
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

        var history = await office.GetAsync($"/office/grievances/{fresh.Reference}");
        Assert.Contains("assigned it to", history.Words, StringComparison.Ordinal);
        office.Dispose();
    }

    [Fact]
    public async Task Among_several_they_are_shared_out_evenly()
    {
        var (_, office) = await ASupervisorAsync();
        Colleague[] to = [await host.Given.AColleagueAsync(Role.Caseworker), await host.Given.AColleagueAsync(Role.Caseworker)];
        FiledCase[] filed = [await host.Given.AGrievanceAsync(), await host.Given.AGrievanceAsync(), await host.Given.AGrievanceAsync(), await host.Given.AGrievanceAsync()];

        var preview = await PreviewAsync(office, filed, to);
        await preview.SendAsync(preview.Form("Form.Plan"), null);

        var handlers = new List<Guid?>();
        foreach (var one in filed)
        {
            handlers.Add(await HandlerAsync(one));
        }

        Assert.All(to, colleague => Assert.Equal(2, handlers.Count(id => id == colleague.Id)));
        office.Dispose();
    }

    [Fact]
    public async Task What_cannot_go_stays_with_its_reason()
    {
        var (_, office) = await ASupervisorAsync();
        var objected = await host.Given.AGrievanceAsync(CaseStatus.Objected);
        var closed = await host.Given.AGrievanceAsync(CaseStatus.Closed);
        var has = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);

        var preview = await PreviewAsync(office, [objected, closed, has], [Colleagues.Caseworker]);
        var elsewhere = await PreviewAsync(office, [has], [Colleagues.SuwonOfficer]);

        Assert.Null(preview.Document.QuerySelector("[name='Form.Plan']"));
        Assert.Contains($"{objected.Reference} – This colleague took part in the decision", preview.Words, StringComparison.Ordinal);
        Assert.Contains($"{has.Reference} – It already lies with the right colleague", preview.Words, StringComparison.Ordinal);
        Assert.Contains(closed.Reference + " – ", preview.Words, StringComparison.Ordinal);
        Assert.Contains(Shipped.Says("refusal.assignment.no-right-there"), elsewhere.Words, StringComparison.Ordinal);
        office.Dispose();
    }

    [Fact]
    public async Task When_one_case_has_moved_on_none_goes_and_the_preview_comes_again()
    {
        var (supervisor, office) = await ASupervisorAsync();
        var (first, second) = (await host.Given.AGrievanceAsync(), await host.Given.AGrievanceAsync());
        var to = await host.Given.AColleagueAsync(Role.Caseworker);
        var preview = await PreviewAsync(office, [first, second], [to]);
        await TakeOnAsync(second, Colleagues.Caseworker2);

        var refused = await preview.SendAsync(preview.Form("Form.Plan"), null);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("nothing was assigned", Assert.Single(refused.Summary), StringComparison.Ordinal);
        Assert.Contains("2 cases would change hands", refused.Words, StringComparison.Ordinal);
        Assert.Equal((null, Colleagues.Caseworker2.Id), (await HandlerAsync(first), await HandlerAsync(second)));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<BulkAssignment>().CountAsync(b => b.MadeById == supervisor.Id)));
        Assert.Equal(0, await host.StoredAsync(db => db.Events.CountAsync(e => e.UserId == supervisor.Id)));

        await refused.SendAsync(refused.Form("Form.Plan"), null);
        Assert.Equal((to.Id, to.Id), (await HandlerAsync(first), await HandlerAsync(second)));
        office.Dispose();
    }

    [Fact]
    public async Task Of_two_who_save_at_once_one_is_told_and_nothing_of_theirs_is_kept()
    {
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor);
        var (first, second) = (await host.Given.AGrievanceAsync(), await host.Given.AGrievanceAsync());
        var to = await host.Given.AColleagueAsync(Role.Caseworker);

        await host.WithAsync(async services =>
        {
            var db = services.GetRequiredService<Core.Storage.PortalDb>();
            // this request has read the cases already when somebody else takes one on
            var cases = await db.Grievances.Where(g => g.Id == first.Id || g.Id == second.Id).ToListAsync();
            await TakeOnAsync(second, Colleagues.Caseworker2);
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => services.GetRequiredService<AssignmentDesk>().CarryOutAsync(
                Grievance.Service, [.. cases.Select(one => new AssignmentLine(one.Id, one.Revision, to.Id))], supervisor.Actor, CancellationToken.None));
            // whoever writes next in this request, such as the record of the page that is shown, saves nothing of it
            await services.GetRequiredService<AccessLog>().WriteAsync(supervisor.Actor, AccessDeed.List, [first.Id], AssignmentReads.Detail, CancellationToken.None);
        });

        Assert.Equal((null, Colleagues.Caseworker2.Id), (await HandlerAsync(first), await HandlerAsync(second)));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<BulkAssignment>().CountAsync(b => b.MadeById == supervisor.Id)));
    }

    [Fact]
    public async Task A_foreign_case_is_neither_shown_nor_counted_nor_given_away()
    {
        var foreign = await host.Given.AGrievanceAsync();
        var own = await host.Given.AGrievanceAsync(but: form => form.WhenWhere.Municipality = Colleagues.Suwon);
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Colleagues.Suwon]);
        var to = await host.Given.AColleagueAsync(Role.Caseworker);
        using var office = await host.SignInAsAsync(supervisor);

        var choose = await office.GetAsync($"/office/assign?case={own.Reference}&case={foreign.Reference}");
        Assert.DoesNotContain(foreign.Reference, choose.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign.Reference, (await office.GetAsync("/office/assign?all=true&tab=All")).Words, StringComparison.Ordinal);
        var preview = await choose.SubmitAsync(("Form.Cases", own.Reference), ("Form.Cases", foreign.Reference), ("Form.Colleagues", to.Id.ToString()));
        Assert.Contains("1 case would change hands", preview.Words, StringComparison.Ordinal);
        var guessed = await preview.SendAsync(
            preview.Form("Form.Plan"), null, ("Form.Plan", preview.ValueOf("Form.Plan")!), ("Form.Plan", new AssignmentLine(foreign.Id, 1, to.Id).ToString()));

        Assert.Equal(HttpStatusCode.Conflict, guessed.Status);
        Assert.Equal((null, null), (await HandlerAsync(own), await HandlerAsync(foreign)));
        Assert.DoesNotContain(foreign.Id, await host.StoredAsync(db => db.AccessRecords.Where(r => r.UserId == supervisor.Id && r.CaseIds != null).SelectMany(r => r.CaseIds!).ToListAsync()));
    }

    [Fact]
    public async Task A_colleague_without_a_right_to_the_place_gets_it_by_no_forged_form()
    {
        var (_, office) = await ASupervisorAsync();
        var filed = await host.Given.AGrievanceAsync();
        var preview = await PreviewAsync(office, [filed], [await host.Given.AColleagueAsync(Role.Caseworker)]);
        var plan = AssignmentLine.Read(preview.ValueOf("Form.Plan")!)!;

        foreach (var nobody in new[] { Colleagues.SuwonOfficer.Id, Colleagues.Administrator.Id, Guid.NewGuid() })
        {
            var refused = await preview.SendAsync(preview.Form("Form.Plan"), null, ("Form.Plan", (plan with { ColleagueId = nobody }).ToString()));
            Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        }

        Assert.Null(await HandlerAsync(filed));
        office.Dispose();
    }

    [Theory]
    [InlineData("Form.Cases", "Choose at least one case")]
    [InlineData("Form.Colleagues", "Choose at least one colleague")]
    public async Task What_is_missing_is_said_and_the_choice_comes_again(string missing, string said)
    {
        var (_, office) = await ASupervisorAsync();
        var filed = await host.Given.AGrievanceAsync();
        var choose = await office.GetAsync($"/office/assign?case={filed.Reference}");

        (string, string)[] answers = missing == "Form.Cases" ? [("Form.Cases", ""), ("Form.Colleagues", Colleagues.Caseworker.Id.ToString())] : [("Form.Cases", filed.Reference)];
        var again = await choose.SubmitAsync(answers);

        Assert.Contains(said, again.Words, StringComparison.Ordinal);
        Assert.Null(await HandlerAsync(filed));
        office.Dispose();
    }

    [Fact]
    public async Task More_than_two_hundred_do_not_go_at_once()
    {
        var rules = new AssignCases.Rules();
        var form = new AssignCases { Cases = [.. Enumerable.Range(0, 201).Select(n => $"DG-{n}")], Colleagues = [Guid.NewGuid()] };

        Assert.False((await rules.ValidateAsync(form)).IsValid);
        form.Cases.RemoveAt(0);
        Assert.True((await rules.ValidateAsync(form)).IsValid);
    }

    private async Task<(Colleague Supervisor, Browserless Office)> ASupervisorAsync()
    {
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor);
        return (supervisor, await host.SignInAsAsync(supervisor));
    }

    private static async Task<WebPage> PreviewAsync(Browserless office, FiledCase[] filed, Colleague[] to)
    {
        var choose = await office.GetAsync("/office/assign?" + string.Join('&', filed.Select(one => "case=" + one.Reference)));
        return await choose.SubmitAsync([.. to.Select(colleague => ("Form.Colleagues", colleague.Id.ToString()))]);
    }

    private Task TakeOnAsync(FiledCase filed, Colleague by) => host.WithAsync(async services =>
    {
        var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id);
        await services.GetRequiredService<GrievanceDesk>().TakeOnAsync(grievance, affirms: true, by.Actor, CancellationToken.None);
    });

    private Task<Guid?> HandlerAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.HandlerId).SingleAsync());

    private async Task RunAsync(string sql, Guid id)
    {
        await using var command = host.Database.Source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync();
    }
}
