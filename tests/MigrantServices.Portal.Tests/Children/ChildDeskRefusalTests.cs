using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>What the desks refuse whoever calls them, and that the case stays as it was.</summary>
[Trait("Category", "Database")]
public sealed class ChildDeskRefusalTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static Actor Handler => Colleagues.Caseworker.Actor;

    [Fact]
    public async Task What_was_told_opens_for_nobody_who_does_not_have_the_case()
    {
        var filed = await host.ATakenChildAsync();

        await AssertRefusedAsync("child.told-not-yours", filed, (services, one) => services.GetRequiredService<ToldDesk>().ReadAsync(one, Colleagues.Caseworker2.Actor, default));
        await AssertRefusedAsync("child.told-not-yours", filed, (services, one) => services.GetRequiredService<ToldDesk>().ContactAsync(one, "contact-family", Colleagues.Caseworker2.Actor, default));
        await AssertRefusedAsync("child.no-such-purpose", filed, (services, one) => services.GetRequiredService<ToldDesk>().ContactAsync(one, "curiosity", Handler, default));
    }

    [Fact]
    public async Task Evidence_names_no_file_that_the_case_does_not_have()
    {
        var filed = await host.ATakenChildAsync();

        await AssertRefusedAsync("child.no-such-file", filed, (services, one) => services.GetRequiredService<FactDesk>().AddProofAsync(
            one, new() { Deed = ChildConfirmation.AddProof.Code, Code = "hospital-record", On = new DateOnly(2026, 11, 20), FileId = Guid.NewGuid() }, Handler, default));

        Assert.False(await host.StoredAsync(db => db.Set<ChildProof>().AnyAsync(p => p.CaseId == filed.Id)));
    }

    [Fact]
    public async Task Nobody_is_corrected_who_is_no_parent_of_this_child()
    {
        var filed = await host.ATakenChildAsync();

        await AssertRefusedAsync("child.no-such-parent", filed, (services, one) => services.GetRequiredService<IdentityDesk>().CorrectParentAsync(
            one, Guid.NewGuid(), new() { Purpose = "correct-record", Relation = Kinship.Mother, Own = "누구" }, Handler, default));
    }

    [Fact]
    public async Task Nobody_is_proposed_in_a_city_that_takes_no_part()
    {
        // nobody takes such a case on; one that was taken on before its city left is not decided there either
        var waiting = await host.Given.AChildAsync(answers => answers.Place = new() { City = Colleagues.Suwon, Waits = true });
        await AssertRefusedAsync("child.city-takes-no-part", waiting, (services, one) => services.GetRequiredService<ChildDesk>().TakeOnAsync(one, Handler, default));
        var filed = await host.AFoundChildAsync();
        await using (var db = host.Database.Open())
        {
            await db.Database.ExecuteSqlAsync($"update cases set municipality = {Colleagues.Suwon} where id = {filed.Id}");
        }

        await AssertRefusedAsync("child.city-takes-no-part", filed, (services, one) => services.GetRequiredService<ChildDecisionDesk>().ProposeConfirmationAsync(one, Handler, default));
    }

    private async Task AssertRefusedAsync(string code, FiledCase filed, Func<IServiceProvider, ChildConfirmation, Task> deed)
    {
        var before = await StoredAsync(filed);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(async services => await deed(services, await OneAsync(services, filed))));

        Assert.Equal(code, refused.Refusal.Code);
        Assert.Equal(before, await StoredAsync(filed));
    }

    private Task<(int Revision, CaseStatus Status, int Events, int Notes)> StoredAsync(FiledCase filed) => host.StoredAsync(async db =>
    {
        var one = await db.ChildConfirmations.AsNoTracking().SingleAsync(c => c.Id == filed.Id);
        return (one.Revision, one.Status, await db.Events.CountAsync(e => e.CaseId == filed.Id), await db.Notes.CountAsync(n => n.CaseId == filed.Id));
    });
}
