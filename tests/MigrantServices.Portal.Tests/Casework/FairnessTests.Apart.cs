using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <content>Cases that are about the office itself.</content>
public sealed partial class FairnessTests
{
    [Fact]
    public async Task What_is_about_the_office_is_found_only_by_those_whose_task_it_is()
    {
        var inspector = await host.Given.AColleagueAsync(Role.Caseworker, forSetApart: true);
        var filed = await host.Given.AGrievanceAsync(but: form =>
        {
            Marked(form);
            form.Respondent.OfThisOffice = true;
        });
        var ordinary = await host.Given.AGrievanceAsync();

        foreach (var colleague in new[] { Colleagues.Caseworker, Colleagues.Supervisor, Colleagues.AnsanOfficer })
        {
            using var stranger = await host.SignInAsAsync(colleague);
            await AssertGoneAsync(stranger, filed);
        }

        using var office = await host.SignInAsAsync(inspector);
        Assert.Contains(filed.Reference, (await office.GetAsync("/office/grievances?tab=Unassigned")).Words, StringComparison.Ordinal);
        Assert.Contains(filed.Reference, (await office.GetAsync($"/office/grievances?search={Word}")).Words, StringComparison.Ordinal);
        await AssertGoneAsync(office, ordinary);
        var details = await office.GetAsync($"/office/grievances/{filed.Reference}");
        var taken = await details.SendAsync(details.Form("deeds/take-on"), null, ("Affirms", "true"));
        Assert.Equal(HttpStatusCode.OK, taken.Status);
        Assert.Contains("no interest in this case", taken.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_sets_a_case_apart_and_neither_they_nor_whom_it_is_about_find_it_again()
    {
        var (named, sameLine) = (await host.Given.AColleagueAsync(Role.Caseworker, forSetApart: true), await host.Given.AColleagueAsync(Role.Supervisor, forSetApart: true));
        var elsewhere = await host.Given.AColleagueAsync(Role.Caseworker, municipalities: [Colleagues.Suwon], forSetApart: true);
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview, Marked);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        await (await office.GetAsync($"/office/grievances/{filed.Reference}/set-apart")).SubmitAsync(("Form.ColleagueIds", named.Id.ToString()));

        await AssertGoneAsync(office, filed);
        foreach (var colleague in new[] { named, sameLine, elsewhere, Colleagues.Supervisor })
        {
            using var one = await host.SignInAsAsync(colleague);
            await AssertGoneAsync(one, filed);
        }

        using var officer = await host.SignInAsAsync(Colleagues.PrivacyOfficer);
        var shown = await officer.GetAsync("/office/fairness");
        Assert.Contains(filed.Reference, shown.Words, StringComparison.Ordinal);
        Assert.Contains("Nobody may see this case.", shown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Word, shown.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_privacy_officer_whom_a_case_is_about_does_not_learn_that_it_exists()
    {
        var officer = await host.Given.AColleagueAsync(Role.PrivacyOfficer);
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        using var named = await host.SignInAsAsync(officer);
        Assert.Contains(filed.Reference, (await named.GetAsync("/office/access-records")).Words, StringComparison.Ordinal);

        await (await office.GetAsync($"/office/grievances/{filed.Reference}/set-apart")).SubmitAsync(("Form.ColleagueIds", officer.Id.ToString()));

        Assert.DoesNotContain(filed.Reference, (await named.GetAsync("/office/fairness")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Reference, (await named.GetAsync("/office/access-records")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("set-apart", (await named.GetAsync("/office/access-records")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("set-apart", (await named.GetAsync($"/office/access-records?reference={filed.Reference}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lifting_a_declaration_keeps_a_case_closed_to_whom_it_is_about()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);
        await DeclareAsync(office, filed);
        await host.WithAsync(async services =>
        {
            var (db, desk) = (services.GetRequiredService<PortalDb>(), services.GetRequiredService<FairnessDesk>());
            var grievance = await db.Grievances.SingleAsync(g => g.Id == filed.Id);
            await desk.SetApartAsync(grievance, new() { ColleagueIds = [Colleagues.Caseworker2.Id] }, Colleagues.Supervisor.Actor, CancellationToken.None);
            var declaration = await db.InterestDeclarations.SingleAsync(d => d.CaseId == filed.Id);
            await desk.LiftAsync(grievance, declaration, new() { Words = "확인함." }, Colleagues.PrivacyOfficer.Actor, CancellationToken.None);

            Assert.True(grievance.IsClosedTo(Colleagues.Caseworker2.Id));
        });
    }

    [Fact]
    public async Task Nobody_holds_the_right_for_such_cases_together_with_a_right_to_others()
    {
        var colleague = await host.Given.AColleagueAsync(Role.Caseworker);
        await host.WithAsync(async services =>
        {
            var (desk, db) = (services.GetRequiredService<PeopleDesk>(), services.GetRequiredService<PortalDb>());

            var refused = await Assert.ThrowsAsync<RefusedException>(() => desk.GiveAsync(
                Colleagues.Administrator.Actor, colleague.Id, new() { Role = Role.Supervisor, ForSetApart = true }, CancellationToken.None));

            Assert.Equal("people.set-apart-alone", refused.Refusal.Code);
            Assert.Equal(1, await db.RoleGrants.AsNoTracking().CountAsync(g => g.UserId == colleague.Id));
        });
    }
}
