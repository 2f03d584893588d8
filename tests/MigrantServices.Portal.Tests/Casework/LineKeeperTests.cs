using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Whoever gets the right for cases about the office later finds none of those about somebody of whose line they are.</summary>
[Trait("Category", "Database")]
public sealed class LineKeeperTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_former_colleague_of_whom_it_is_about_does_not_find_it_and_somebody_from_elsewhere_does()
    {
        var (former, stranger) = (await host.Given.AColleagueAsync(Role.Caseworker, municipalities: [Colleagues.Ansan]), await host.Given.AColleagueAsync(Role.Caseworker, municipalities: [Colleagues.Suwon]));
        var apart = await AboutAsync(Colleagues.AnsanOfficer);

        await PromoteAsync(former);
        await PromoteAsync(stranger);

        Assert.Equal((true, false), await ClosedAsync(apart, former, stranger));
        Assert.Equal([former.Id], await host.StoredAsync(db => db.Events.Where(e => e.CaseId == apart.Id && e.Action == Grievance.KeepAway.Code).Select(e => e.ColleagueId!.Value).ToListAsync()));
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.CaseId == apart.Id && r.Detail == "keep-away")));
        using var kept = await host.SignInAsAsync(former);
        using var reader = await host.SignInAsAsync(stranger);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await kept.GetAsync($"/office/grievances/{apart.Reference}")).Status);
        Assert.Equal(System.Net.HttpStatusCode.OK, (await reader.GetAsync($"/office/grievances/{apart.Reference}")).Status);
    }

    [Fact]
    public async Task Who_comes_to_such_cases_beside_somebody_whom_one_is_about_does_not_find_that_one()
    {
        var named = await host.Given.AColleagueAsync(Role.Caseworker, municipalities: [Colleagues.Ansan], forSetApart: true);
        var apart = await AboutAsync(named);
        var newcomer = await host.Given.AColleagueAsync(Role.PolicyAnalyst);

        await PromoteAsync(newcomer, Colleagues.Ansan);

        Assert.Equal((true, true), await ClosedAsync(apart, named, newcomer));
    }

    [Fact]
    public async Task What_names_nobody_and_what_names_somebody_of_another_place_stays_open()
    {
        var nobody = await AboutAsync();
        var other = await AboutAsync(Colleagues.SuwonOfficer);
        var colleague = await host.Given.AColleagueAsync(Role.MunicipalOfficer, municipalities: [Colleagues.Ansan]);

        await PromoteAsync(colleague);

        Assert.Equal((false, false), (await IsClosedAsync(nobody, colleague), await IsClosedAsync(other, colleague)));
    }

    private async Task<FiledCase> AboutAsync(params Colleague[] named)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Submitted, form => form.WhenWhere.Municipality = Colleagues.Suwon);
        await host.WithAsync(async services =>
        {
            var grievance = await services.GetRequiredService<PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id);
            await services.GetRequiredService<FairnessDesk>().SetApartAsync(grievance, new() { ColleagueIds = [.. named.Select(one => one.Id)] }, Colleagues.Supervisor.Actor, CancellationToken.None);
        });
        return filed;
    }

    // the ordinary right ends, the other is given by an administrator, and a privacy officer confirms it
    private Task PromoteAsync(Colleague colleague, string? place = null) => host.WithAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDb>();
        foreach (var right in await db.RoleGrants.Where(g => g.UserId == colleague.Id).ToListAsync())
        {
            right.WithdrawBy(Colleagues.Administrator.Actor, host.Clock.GetUtcNow().AddSeconds(1));
        }

        var form = new GiveRight { Role = Role.Caseworker, ForSetApart = true, Municipalities = place is null ? [] : [place] };
        var given = RoleGrant.From(form, colleague.Id, Colleagues.Administrator.Id, host.Clock.GetUtcNow());
        db.Add(given);
        await db.SaveChangesAsync();
        var link = await db.Users.Where(u => u.Id == colleague.Id).Select(u => u.PasswordLinkId).SingleAsync();
        await services.GetRequiredService<ConfirmationDesk>().ConfirmAsync(Colleagues.PrivacyOfficer.Actor, given.Id, link, CancellationToken.None);
    });

    private async Task<(bool One, bool Other)> ClosedAsync(FiledCase filed, Colleague one, Colleague other) => (await IsClosedAsync(filed, one), await IsClosedAsync(filed, other));

    private Task<bool> IsClosedAsync(FiledCase filed, Colleague colleague) =>
        host.StoredAsync(db => db.Grievances.AnyAsync(g => g.Id == filed.Id && g.ClosedTo.Contains(colleague.Id)));
}
