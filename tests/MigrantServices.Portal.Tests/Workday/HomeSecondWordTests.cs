using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.Workday.HomePages;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Workday;

/// <summary>A colleague's day: what waits for a second person's word, and what comes back from them.</summary>
[Trait("Category", "Database")]
public sealed class HomeSecondWordTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_proposal_waits_for_a_second_person_and_comes_back_when_it_is_not_signed()
    {
        var supervisor = await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Colleagues.Ansan]);
        using var second = await host.SignInAsAsync(supervisor);
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Proposed);

        Assert.Contains(filed.Reference, Rows(await second.GetAsync("/office"), "ToApprove"));
        Assert.Empty(Rows(await caseworker.GetAsync("/office"), "ToApprove"));
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id);
            await services.GetRequiredService<DecisionDesk>().SendBackAsync(grievance, supervisor.Actor, CancellationToken.None);
        });
        Assert.DoesNotContain(filed.Reference, Rows(await second.GetAsync("/office"), "ToApprove"));
        Assert.Contains(filed.Reference, Rows(await caseworker.GetAsync("/office"), "SentBack"));
    }

    [Fact]
    public async Task A_recommendation_that_comes_back_waits_for_whoever_has_the_case_until_it_is_written_anew()
    {
        var (me, browser) = await host.ANewcomerAsync();
        using var caseworker = browser;
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered, reason: "recommendation.practice");
        await host.RunAsync($"update cases set handler_id = '{me.Id}' where id = $1", filed.Id);
        await DoAsync((desk, grievance) => desk.WriteAsync(grievance, Advice(), me.Actor, CancellationToken.None));
        Assert.Empty(Rows(await caseworker.GetAsync("/office"), "SentBack"));
        Assert.Equal(0, await host.RoundAsync(me, RoundThing.SentBack));

        await DoAsync((desk, grievance) => desk.SendBackAsync(grievance, Colleagues.Supervisor.Actor, CancellationToken.None));

        Assert.Equal([filed.Reference], Rows(await caseworker.GetAsync("/office"), "SentBack"));
        Assert.Equal(1, await host.RoundAsync(me, RoundThing.SentBack));
        await DoAsync((desk, grievance) => desk.WriteAsync(grievance, Advice(), me.Actor, CancellationToken.None));
        Assert.Empty(Rows(await caseworker.GetAsync("/office"), "SentBack"));
        Assert.Equal(0, await host.RoundAsync(me, RoundThing.SentBack));

        Task DoAsync(Func<RecommendingDesk, Grievance, Task> deed) => host.WithAsync(async services =>
            await deed(services.GetRequiredService<RecommendingDesk>(), await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id)));

        static MakeRecommendation Advice() => new()
        {
            Text = "채용 기준을 고치십시오.",
            Addressee = "주식회사 가나",
            AddresseeKind = "employer",
            AddresseeSector = RespondentSector.Private,
        };
    }

    [Fact]
    public async Task An_objection_waits_for_newcomers_only()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Objected);
        using var first = await host.SignInAsAsync(Colleagues.Caseworker);
        using var newcomer = await host.SignInAsAsync(Colleagues.AnsanOfficer);

        Assert.DoesNotContain(filed.Reference, Rows(await first.GetAsync("/office"), "Objections"));
        Assert.Contains(filed.Reference, Rows(await newcomer.GetAsync("/office"), "Objections"));
    }

    [Fact]
    public async Task A_proposal_to_merge_waits_for_those_who_may_decide_and_not_for_who_made_it()
    {
        var (filed, pair) = await host.Given.APairAsync();
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.Include(g => g.Pauses).SingleAsync(g => g.Id == filed.Id);
            var form = new Core.Grievances.Duplicates.ProposeMerge { Pair = pair, Ground = Core.Grievances.Duplicates.MergeGround.TheySaid, How = "본인이 말함.", IsSamePerson = true };
            await services.GetRequiredService<Core.Grievances.Duplicates.DuplicateDesk>().ProposeAsync(grievance, form, Colleagues.Supervisor.Actor, CancellationToken.None);
        });
        var goes = await host.StoredAsync(db => db.CaseMerges.Where(m => m.MergedId == filed.Id || m.SurvivingId == filed.Id).Select(m => db.Grievances.Single(g => g.Id == m.MergedId).Reference).SingleAsync());

        Assert.Contains(goes, await ProposalsAsync(Colleagues.Caseworker));
        Assert.Contains(goes, await ProposalsAsync(Colleagues.Supervisor2));
        Assert.DoesNotContain(goes, await ProposalsAsync(Colleagues.Supervisor));
        Assert.DoesNotContain(goes, await ProposalsAsync(Colleagues.Caseworker2));
        Assert.DoesNotContain(goes, await ProposalsAsync(await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Colleagues.Suwon])));
        Assert.Contains(goes, await ProposalsAsync(await host.Given.AColleagueAsync(Role.Supervisor, municipalities: [Colleagues.Ansan])));
    }

    [Fact]
    public async Task A_proposal_to_bring_a_case_back_waits_for_the_others_who_see_it()
    {
        var (one, other) = (await host.Given.AColleagueAsync(Role.Caseworker, forSetApart: true), await host.Given.AColleagueAsync(Role.Caseworker, forSetApart: true));
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<Core.Storage.PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id);
            await services.GetRequiredService<Core.Grievances.Fairness.FairnessDesk>().SetApartAsync(grievance, new(), Colleagues.Caseworker.Actor, CancellationToken.None);
            await services.GetRequiredService<Core.Grievances.Fairness.ReturnDesk>().ProposeAsync(grievance, new() { Words = "잘못 분리함." }, one.Actor, CancellationToken.None);
        });

        Assert.Contains(filed.Reference, await ProposalsAsync(other));
        Assert.DoesNotContain(filed.Reference, await ProposalsAsync(one));
        Assert.DoesNotContain(filed.Reference, await ProposalsAsync(Colleagues.Supervisor));
    }

    private async Task<IReadOnlyList<string>> ProposalsAsync(Colleague colleague)
    {
        using var browser = await host.SignInAsAsync(colleague);
        return [.. Rows(await browser.GetAsync("/office"), "Proposals")];
    }
}
