using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Above the list of recommendations stands what the reader may send now, and nothing else.</summary>
[Trait("Category", "Database")]
public sealed class RecommendationSecondPersonTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task What_waits_for_a_second_person_is_listed_to_supervisors_of_its_place_and_not_to_who_wrote_it()
    {
        var filed = await DraftedAsync();
        var elsewhere = new Actor(Guid.CreateVersion7(), "둘", [new(Role.Caseworker, null, null), new(Role.Supervisor, null, [Colleagues.Suwon])]);
        Assert.Contains(filed.Reference, await ListedAsync(Colleagues.Supervisor.Actor));
        Assert.DoesNotContain(filed.Reference, await ListedAsync(elsewhere));
        Assert.DoesNotContain(filed.Reference, await ListedAsync(Colleagues.Caseworker2.Actor));

        await RunAsync(filed, $"recommendation_by_id = '{Colleagues.Supervisor.Id}'");

        Assert.DoesNotContain(filed.Reference, await ListedAsync(Colleagues.Supervisor.Actor));
        Assert.Contains(filed.Reference, await ListedAsync(Colleagues.Supervisor2.Actor));
    }

    [Fact]
    public async Task Neither_what_nobody_has_taken_on_after_an_objection_nor_what_an_interest_holds_up_is_listed()
    {
        var (objected, held) = (await DraftedAsync(), await DraftedAsync());
        await host.WithAsync(async services => await services.GetRequiredService<ObjectionDesk>().ObjectAsync(
            await services.GetRequiredService<PortalDb>().Grievances.SingleAsync(g => g.Id == objected.Id), new() { Body = "Nothing was mended." }, "en", Actor.Filer(objected.Id, objected.CodeId), default));
        await RunAsync(held, $"handler_id = null, handed_at = null, closed_to = array['{Colleagues.Caseworker.Id}'::uuid]");

        var listed = await ListedAsync(Colleagues.Supervisor2.Actor);

        Assert.DoesNotContain(objected.Reference, listed);
        Assert.DoesNotContain(held.Reference, listed);
    }

    [Fact]
    public async Task What_an_objection_has_changed_is_recommended_no_more_and_not_listed()
    {
        var filed = await DraftedAsync();
        Assert.Contains(filed.Reference, await ListedAsync(Colleagues.Supervisor2.Actor));

        await RunAsync(filed, $"answer_stands = false, objection_outcome = 'rejected', objection_proposed_by_id = '{Colleagues.Caseworker2.Id}', objection_approved_by_id = '{Colleagues.AnsanOfficer.Id}'");

        Assert.DoesNotContain(filed.Reference, await ListedAsync(Colleagues.Supervisor2.Actor));
    }

    private async Task<FiledCase> DraftedAsync()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered, reason: "recommendation.practice");
        var form = new MakeRecommendation { Addressee = "원곡부동산", AddresseeKind = "landlord", AddresseeSector = RespondentSector.Private, Text = "국적을 이유로 거절하지 마십시오." };
        await host.WithAsync(async services => await services.GetRequiredService<RecommendingDesk>().WriteAsync(
            await services.GetRequiredService<PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id), form, Colleagues.Caseworker.Actor, default));
        return filed;
    }

    private Task<IReadOnlyList<string>> ListedAsync(Actor actor) => host.WithAsync(services => services.GetRequiredService<RecommendationRegister>().ToApproveAsync(actor, default));

    private async Task RunAsync(FiledCase filed, string set)
    {
        await using var command = host.Database.Source.CreateCommand($"update cases set {set} where id = '{filed.Id}'");
        await command.ExecuteNonQueryAsync();
    }
}
