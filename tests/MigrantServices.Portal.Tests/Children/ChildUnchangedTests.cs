using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Referrals;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>What the desks of children's cases say no to, and what is as it was afterwards.</summary>
[Trait("Category", "Database")]
public sealed class ChildUnchangedTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Who_a_child_is_opens_neither_to_who_does_not_have_the_case_nor_for_a_purpose_that_is_not_on_the_list()
    {
        var filed = await host.ATakenChildAsync();

        await AssertRefusedAsync("child.identity-not-yours", filed, (services, one) => services.GetRequiredService<IdentityDesk>().OpenAsync(one, "issue-papers", Colleagues.Caseworker2.Actor, default));
        await AssertRefusedAsync("child.identity-not-yours", filed, (services, one) => services.GetRequiredService<IdentityDesk>().PhotographAsync(one, Colleagues.Caseworker2.Actor, default));
        await AssertRefusedAsync("child.no-such-purpose", filed, (services, one) => services.GetRequiredService<IdentityDesk>().OpenAsync(one, "curiosity", Colleagues.Caseworker.Actor, default));

        Assert.False(await host.StoredAsync(db => db.Set<IdentityOpening>().AnyAsync(o => o.CaseId == filed.Id)));
        Assert.False(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.CaseId == filed.Id && r.Detail!.StartsWith("identity:"))));
    }

    [Fact]
    public async Task A_family_that_holds_a_code_is_not_taken_in_again()
    {
        var filed = await host.ATakenChildAsync();
        var form = new TakeParentIn { Name = "هدى المرجانة", Relation = Kinship.Mother, Language = "ar", Shown = "여권 확인" };

        await AssertRefusedAsync("child.parent-in-already", filed, (services, one) => services.GetRequiredService<ParentDesk>().TakeParentInAsync(one, form, Colleagues.Caseworker.Actor, default));

        Assert.Equal(filed.CodeId, await host.StoredAsync(db => db.Codes.Where(c => c.CaseId == filed.Id && c.EndedAt == null).Select(c => c.Id).SingleAsync()));
    }

    [Fact]
    public async Task A_new_code_is_made_for_nobody_who_never_had_one()
    {
        var filed = await host.ATakenChildAsync();
        await host.StoredAsync(db => db.Codes.Where(c => c.CaseId == filed.Id).ExecuteDeleteAsync());

        await AssertRefusedAsync("child.nobody-had-a-code", filed, (services, one) => services.GetRequiredService<ParentDesk>().RenewAsync(one, new() { Shown = "여권 확인" }, Colleagues.Caseworker.Actor, default));

        Assert.False(await host.StoredAsync(db => db.Codes.AnyAsync(c => c.CaseId == filed.Id)));
    }

    [Fact]
    public async Task A_family_agrees_to_one_receiver_once()
    {
        var filed = await host.AConfirmedChildAsync();
        await host.AgreedAsync(filed, "city-health-centre");

        await AssertRefusedAsync("child.service-consent-there", filed, (services, one) => services.GetRequiredService<ServiceConsentDesk>().RecordAsync(
            one, new() { Receiver = "city-health-centre", Way = "phone", On = new DateOnly(2026, 11, 21), Evidence = "통화" }, Colleagues.Caseworker.Actor, default));

        Assert.Equal(new DateOnly(2026, 11, 20), await host.StoredAsync(db => db.Set<ServiceConsent>().Where(c => c.CaseId == filed.Id).Select(c => c.GivenOn).SingleAsync()));
    }

    [Fact]
    public async Task A_child_of_whom_nobody_knows_when_it_was_born_is_not_proposed()
    {
        // with its name and family it would be like any other child of the day
        var filed = await host.AFoundChildAsync(form =>
        {
            (form.About.OwnName, form.About.LatinName, form.Parents.Name) = ("บุญมี ใจดี", "Bunmi Chaidi", "ทองใบ ใจดี");
            (form.About.Year, form.About.Month, form.About.Day) = (null, null, null);
        });

        await AssertRefusedAsync("child.birth-unknown", filed, ProposeAsync);
    }

    [Fact]
    public async Task A_child_of_whom_everything_was_destroyed_is_not_proposed()
    {
        var filed = await host.AFoundChildAsync();
        await host.WithAsync(async services => await services.GetRequiredService<VaultDesk>().DestroyAsync((await OneAsync(services, filed)).ChildId, default));

        await AssertRefusedAsync("child.destroyed", filed, ProposeAsync);
    }

    private static Task ProposeAsync(IServiceProvider services, ChildConfirmation one) =>
        services.GetRequiredService<ChildDeeds>().Button(ChildConfirmation.ProposeConfirmation.Code)!(one, Colleagues.Caseworker.Actor, default);

    private async Task AssertRefusedAsync(string code, FiledCase filed, Func<IServiceProvider, ChildConfirmation, Task> deed)
    {
        var before = await StoredAsync(filed);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(async services => await deed(services, await OneAsync(services, filed))));

        Assert.Equal(code, refused.Refusal.Code);
        Assert.Equal(before, await StoredAsync(filed));
    }

    private Task<(int Revision, CaseStatus Status, Guid? Handler, int Events, int Messages, int Notes)> StoredAsync(FiledCase filed) => host.StoredAsync(async db =>
    {
        var one = await db.ChildConfirmations.AsNoTracking().SingleAsync(c => c.Id == filed.Id);
        return (one.Revision, one.Status, one.HandlerId, await db.Events.CountAsync(e => e.CaseId == filed.Id), await db.Messages.CountAsync(m => m.CaseId == filed.Id), await db.Notes.CountAsync(n => n.CaseId == filed.Id));
    });
}
