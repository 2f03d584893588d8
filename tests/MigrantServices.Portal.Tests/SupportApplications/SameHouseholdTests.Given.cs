using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Appointments;
using MigrantServices.Core.RefugeeSupport.Households;
using MigrantServices.Portal.Tests.RefugeeSupport;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <content>Two applications of the same people, and what is done with them.</content>
public sealed partial class SameHouseholdTests
{
    private static readonly SayOfHouseholds Because = new() { Words = "두 신청의 접수증을 모두 가져왔습니다." };

    private async Task<(FiledCase First, FiledCase Second)> TwiceAsync(bool isFirstDecided = false)
    {
        var family = GivenApplications.FamilyName();
        var first = await FiledAsync(family);
        if (isFirstDecided)
        {
            await AllProposedAsync(first);
            await host.ApprovedAsync(first, Colleagues.Supervisor.Actor);
        }

        return (first, await FiledAsync(family));
    }

    private async Task AllProposedAsync(FiledCase filed)
    {
        await host.FundedAsync("living");
        await host.TakenOnAsync(filed);
        await host.PreparedAsync(filed, "living-expense", grants: true, Caseworker);
        await ProposedAsync(filed);
    }

    private Task<FiledCase> FiledAsync(string family) => host.ASupportAsync(form => (form.Programmes.Chosen, form.Household) = (["living-expense"], GivenApplications.Answers(family).Household));

    private async Task BothOpenAsync(FiledCase first, FiledCase second)
    {
        foreach (var filed in new[] { first, second })
        {
            if (await StatusAsync(filed) == CaseStatus.Submitted)
            {
                await host.TakenOnAsync(filed);
            }

            await OpenAsync(filed, Caseworker, Colleagues.Caseworker2.Id);
        }
    }

    private Task OpenAsync(FiledCase filed, Actor by, Guid colleague) => host.DoAsync(filed, (services, one) =>
        services.GetRequiredService<SupportDesk>().OpenFileToAsync(one, new() { Deed = "open-file-to", ColleagueId = colleague, Words = "두 신청을 함께 봅니다." }, by, CancellationToken.None));

    private async Task<Guid> ProposedJoinAsync(FiledCase one, FiledCase other)
    {
        var pair = await PairAsync(one, other);
        await SayAsync(one, (desk, it) => desk.ProposeAsync(it, pair.Id, Because, Caseworker, CancellationToken.None));
        return await host.StoredAsync(db => db.Set<HouseholdJoin>().Where(j => j.PairId == pair.Id && j.State == JoinState.Proposed).Select(j => j.Id).SingleAsync());
    }

    private async Task JoinedAsync(FiledCase first, FiledCase second, bool open = true)
    {
        if (open)
        {
            await BothOpenAsync(first, second);
        }

        var join = await ProposedJoinAsync(first, second);
        await SayAsync(second, (desk, one) => desk.AgreeAsync(one, join, Caseworker2, CancellationToken.None));
    }

    private async Task<(Core.RefugeeSupport.Entitlement.EligibilityResult Result, Guid[] Keys)> WorkedOutAsync(FiledCase filed)
    {
        Core.RefugeeSupport.Entitlement.EligibilityResult? result = null;
        Guid[] keys = [];
        await host.DoAsync(filed, async (services, one) =>
        {
            var facts = services.GetRequiredService<SupportFacts>();
            var people = await facts.PeopleAsync(one.Id, CancellationToken.None);
            (result, keys) = (await facts.WorkOutAsync(one, one.Lines[0], people, CancellationToken.None), [.. people.Select(person => person.Key)]);
        });
        return (result!, keys);
    }

    private async Task<Guid> BookAsync(FiledCase filed, Guid interpreter, int days)
    {
        var key = await host.StoredAsync(db => db.Set<HouseholdPerson>().Where(p => p.CaseId == filed.Id && p.IsApplicant).Select(p => p.Key).SingleAsync());
        var form = new BookAppointment
        {
            Person = key,
            Kind = AppointmentKind.Counselling,
            Provider = "family-centre",
            Minutes = 60,
            InterpreterId = interpreter,
            Declared = true,
            StartsAt = Core.Calendar.Seoul.WallClock(host.Clock.GetUtcNow().AddDays(days)).DateTime,
        };
        var id = Guid.Empty;
        await host.DoAsync(filed, async (services, one) => id = await services.GetRequiredService<AppointmentDesk>().BookAsync(one, form, Caseworker, CancellationToken.None));
        return id;
    }

    private Task SayAsync(FiledCase filed, Func<HouseholdDesk, SupportApplication, Task> deed) => host.DoAsync(filed, (services, one) => deed(services.GetRequiredService<HouseholdDesk>(), one));

    private Task ProposedAsync(FiledCase filed) => host.DoAsync(filed, (services, one) =>
        services.GetRequiredService<SupportDecisionDesk>().ProposeAsync(one, Colleagues.Supervisor.Id, Caseworker, CancellationToken.None));

    private Task<CasePair> PairAsync(FiledCase one, FiledCase other) => host.StoredAsync(db =>
        db.Set<CasePair>().AsNoTracking().SingleAsync(p => (p.LowerId == one.Id && p.HigherId == other.Id) || (p.LowerId == other.Id && p.HigherId == one.Id)));

    private Task<List<SamePerson>> SameAsync(FiledCase filed) => host.StoredAsync(db =>
        db.Set<SamePerson>().AsNoTracking().Where(same => db.Set<HouseholdPerson>().Any(p => p.CaseId == filed.Id && p.Key == same.Key)).ToListAsync());

    private Task<CaseStatus> StatusAsync(FiledCase filed) => host.StoredAsync(db => db.SupportApplications.Where(one => one.Id == filed.Id).Select(one => one.Status).SingleAsync());

    private static async Task<string> RefusedAsync(Func<Task> deed) => (await Assert.ThrowsAsync<RefusedException>(deed)).Refusal.Code;
}
