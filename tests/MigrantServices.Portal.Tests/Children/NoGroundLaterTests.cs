using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Seed.Demo;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>When the ground against notification ends while a case is under way, nothing more of who anybody is is kept: not by colleagues, and not from the family.</summary>
[Trait("Category", "Database")]
public sealed class NoGroundLaterTests : IAsyncLifetime
{
    private readonly PortalHost _host = new();

    private static Actor Handler => Colleagues.Caseworker.Actor;

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Nothing_that_says_who_somebody_is_is_stored_any_more()
    {
        var (filed, told) = (await _host.ATakenChildAsync(), await _host.Given.AToldChildAsync());
        var known = await _host.WithAsync(async services => (await services.GetRequiredService<VaultDesk>().OpenAsync((await OneAsync(services, filed)).ChildId, default))!);
        await EndGroundsAsync();
        var before = await StoredAsync();

        await AssertRefusedAsync(filed, (services, one) => services.GetRequiredService<IdentityDesk>().CorrectAsync(one, known.Child with { Address = "여기" }, Handler, default));
        await AssertRefusedAsync(filed, (services, one) => services.GetRequiredService<IdentityDesk>().AddParentAsync(one, new() { Purpose = "correct-record", Relation = Kinship.Father, Own = "سالم" }, Handler, default));
        await AssertRefusedAsync(filed, (services, one) => services.GetRequiredService<IdentityDesk>().CorrectParentAsync(
            one, known.Parents[0].Id, new() { Purpose = "correct-record", Relation = Kinship.Mother, Own = "هدى" }, Handler, default));
        await AssertRefusedAsync(told, (services, one) => services.GetRequiredService<ParentDesk>().TakeParentInAsync(
            one, new() { Relation = Kinship.Mother, Name = "هدى", Language = "ar", Shown = "여권 확인", IsSure = true }, Handler, default));
        if (PhotoLibrary.IsHere)
        {
            await AssertRefusedAsync(filed, (services, one) => services.GetRequiredService<ReissueDesk>().PutPhotographAsync(one, DemoPhotograph.Jpeg, Handler, default));
            await AssertRefusedAsync(filed, (services, one) => services.GetRequiredService<ReissueDesk>().PutPhotographAsync(one, DemoPhotograph.Jpeg, Actor.Filer(filed.Id, filed.CodeId), default));
        }

        Assert.Equal(before, await StoredAsync());
        Assert.False(await _host.StoredAsync(db => db.Codes.AnyAsync(c => c.CaseId == told.Id && c.Holder == Role.Filer)));
    }

    [Fact]
    public async Task Where_only_a_citys_officers_have_none_they_keep_nothing_and_the_province_goes_on()
    {
        var filed = await _host.ATakenChildAsync();
        await _host.StoredAsync(db => db.Codes.Where(c => c.CaseId == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.EndedAt, _host.Clock.GetUtcNow())));
        await ForAsync(CaseReaders.Province);
        var known = await _host.WithAsync(async services => (await services.GetRequiredService<VaultDesk>().OpenAsync((await OneAsync(services, filed)).ChildId, default))!);

        await AssertRefusedAsync(filed, (services, one) => services.GetRequiredService<ParentDesk>().TakeParentInAsync(
            one, new() { Relation = Kinship.Father, Name = "سالم", Language = "ar", Shown = "여권 확인", IsSure = true }, Colleagues.AnsanOfficer.Actor, default));
        await _host.WithAsync(async services => await services.GetRequiredService<IdentityDesk>().CorrectAsync(await OneAsync(services, filed), known.Child with { Address = "여기" }, Handler, default));

        Assert.Equal("여기", await _host.WithAsync(async services => (await services.GetRequiredService<VaultDesk>().OpenAsync((await OneAsync(services, filed)).ChildId, default))!.Child.Address));
    }

    private Task EndGroundsAsync() => ChangeAsync(db => db.Set<ReferenceItem>().Where(i => i.List == Lists.NotificationGrounds).ExecuteUpdateAsync(set => set.SetProperty(i => i.ValidTo, i => i.ValidFrom)));

    private async Task ForAsync(string reader)
    {
        await EndGroundsAsync();
        await ChangeAsync(db =>
        {
            db.Add(new ReferenceItem { List = Lists.NotificationGrounds, Code = "for-some", ValidFrom = new(2026, 1, 1), Position = 1, Details = $$"""{"services":["CC"],"readers":["{{reader}}"]}""", Source = "test" });
            return db.SaveChangesAsync();
        });
    }

    private Task ChangeAsync(Func<PortalDb, Task> change) => _host.WithAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDb>();
        await change(db);
        await services.GetRequiredService<ReferenceBook>().ReadAsync(db, CancellationToken.None);
    });

    private async Task AssertRefusedAsync(FiledCase filed, Func<IServiceProvider, ChildConfirmation, Task> deed)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => _host.WithAsync(async services => await deed(services, await OneAsync(services, filed))));
        Assert.Equal("child.no-ground", refused.Refusal.Code);
    }

    // rows and contents of the vault, and the history of all cases
    private Task<string> StoredAsync() => _host.StoredAsync(db => db.Database.SqlQuery<string>($"""
        select concat_ws('|', (select md5(string_agg(p::text, '' order by p.id)) from vault.people p), (select count(*) from vault.kinships), (select count(*) from vault.photographs), (select count(*) from case_events)) as "Value"
        """).SingleAsync());
}
