using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Destroying;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>A parent who was taken out of the file is destroyed alone, by two people; privacy officers see what waits and decide nothing.</summary>
[Trait("Category", "Database")]
public sealed class DestroyParentTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task One_asks_another_destroys_and_the_child_stays_known()
    {
        var (filed, child, parent) = await WithAParentOutAsync();
        using var asks = await host.SignInAsAsync(Colleagues.Caseworker);
        using var does = await host.SignInAsAsync(Colleagues.Supervisor);
        using var officer = await host.SignInAsAsync(Colleagues.PrivacyOfficer);
        Assert.DoesNotContain(filed.Reference, (await officer.GetAsync("/office/destructions")).Words, StringComparison.Ordinal);
        var backup = await RowAsync(parent);

        var asked = await (await asks.GetAsync(Of(filed, "destroy/parents"))).SubmitAsync(("Form.Ground", "family-asked"), ("Form.Reason", "보호 명령에 따라 더 필요하지 않습니다."));
        Assert.True(asked.Summary.Count == 0, string.Join(" | ", asked.Summary));
        Assert.Contains("Destruction was asked for", asked.Words, StringComparison.Ordinal);
        Assert.Null(asked.Document.QuerySelector("form[action*='handler=Destroy']"));

        // who watches over personal data sees it, with its ground, and can do nothing to it
        Assert.NotNull((await officer.GetAsync("/office")).Document.QuerySelector("main a[href='/office/destructions']"));
        var seen = await officer.GetAsync("/office/destructions");
        Assert.Contains(filed.Reference, seen.Words, StringComparison.Ordinal);
        Assert.Contains("보호 명령에 따라 더 필요하지 않습니다.", seen.Words, StringComparison.Ordinal);
        Assert.Contains("One parent who was taken out", seen.Words, StringComparison.Ordinal);
        Assert.Empty(seen.Document.QuerySelectorAll("main form"));
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.UserId == Colleagues.PrivacyOfficer.Id && r.Detail == DestructionRegister.Detail && (r.CaseId == filed.Id || r.CaseIds!.Contains(filed.Id)))));
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(Of(filed))).Status);
        Assert.True(await InRoundAsync(Colleagues.PrivacyOfficer) > 0);
        Assert.Contains($"/office/children/{filed.Reference}/destroy/parents", (await does.GetAsync(Of(filed, "destroy"))).Document.DocumentElement.InnerHtml, StringComparison.Ordinal);

        var done = await (await does.GetAsync(Of(filed, "destroy/parents"))).PressAsync("Destroy");

        Assert.Contains("A parent who was destroyed", done.Words, StringComparison.Ordinal);
        Assert.Null(await RowAsync(parent));
        Assert.NotNull(await host.WithAsync(services => services.GetRequiredService<VaultDesk>().OpenAsync(child, default)));
        var stored = await host.StoredAsync(db => db.ChildConfirmations.SingleAsync(c => c.Id == filed.Id));
        Assert.Equal((CaseStatus.UnderReview, null), (stored.Status, stored.IdentityDestroyedAt));
        var row = await host.StoredAsync(db => db.Set<IdentityDestruction>().SingleAsync(d => d.CaseId == filed.Id));
        Assert.Equal((DestructionState.Done, Colleagues.Caseworker.Id, Colleagues.Supervisor.Id, parent), (row.State, row.AskedById, row.DecidedById!.Value, row.ParentId!.Value));
        Assert.Equal(["ask-parent-destruction", "destroy-parent"], await host.StoredAsync(db => db.Events.Where(e => e.CaseId == filed.Id && e.Article == "pipa:21").OrderBy(e => e.At).Select(e => e.Action).ToListAsync()));

        // a row from a backup opens no more: its key is gone
        await host.StoredAsync(db => db.Database.ExecuteSqlAsync($"insert into vault.people select (jsonb_populate_record(null::vault.people, {backup}::jsonb)).*"));
        await host.StoredAsync(db => db.Database.ExecuteSqlAsync($"insert into vault.kinships (child_id, parent_id, relation, since) values ({child}, {parent}, 'Mother', now())"));
        Assert.DoesNotContain((await host.WithAsync(services => services.GetRequiredService<VaultDesk>().OpenAsync(child, default)))!.Parents, known => known.Id == parent);
    }

    [Fact]
    public async Task Whoever_asked_does_not_do_it_a_caseworker_decides_nothing_and_declining_leaves_it()
    {
        var (filed, _, parent) = await WithAParentOutAsync();
        var both = await host.Given.AColleagueAsync(Role.Supervisor);
        await AskAsync(filed, parent, both.Actor);

        Assert.Equal("case.needs-a-second-person", await TryAsync(filed, desk => (one, actor, cancel) => desk.DestroyAsync(one, parent, actor, cancel), both.Actor));
        Assert.Equal("case.wrong-role", await TryAsync(filed, desk => (one, actor, cancel) => desk.DestroyAsync(one, parent, actor, cancel), Colleagues.Caseworker2.Actor));
        Assert.Equal("child.destruction-asked", await TryAsync(filed, desk => (one, actor, cancel) => desk.AskAsync(one, parent, Form(), actor, cancel), Colleagues.Caseworker.Actor));
        await StillThereAsync(filed, parent, DestructionState.Asked);
        var sql = await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db =>
            db.Database.ExecuteSqlAsync($"update identity_destructions set state = 'Done', decided_by_id = asked_by_id, decided_at = now() where case_id = {filed.Id}")));
        Assert.Equal("identity_destructions_two_people", sql.ConstraintName);

        using var declines = await host.SignInAsAsync(Colleagues.Supervisor);
        await (await declines.GetAsync(Of(filed, "destroy/parents"))).PressAsync("Decline");

        await StillThereAsync(filed, parent, DestructionState.Declined);
        Assert.Equal("child.destruction-not-asked", await TryAsync(filed, desk => (one, actor, cancel) => desk.DestroyAsync(one, parent, actor, cancel), Colleagues.Supervisor.Actor));
        Assert.NotNull((await declines.GetAsync(Of(filed, "destroy/parents"))).Form("Form.Reason"));
    }

    [Fact]
    public async Task A_parent_of_the_file_a_stranger_and_what_is_held_are_not_destroyed()
    {
        var (filed, child, parent) = await WithAParentOutAsync();
        var inTheFile = await host.WithAsync(services => services.GetRequiredService<VaultDesk>().AddParentAsync(child, Kinship.Father, new(new("Anwar", null, null), null, null, null), default));
        foreach (var other in new[] { inTheFile, Guid.NewGuid() })
        {
            Assert.Equal("child.parent-not-out", await TryAsync(filed, desk => (one, actor, cancel) => desk.AskAsync(one, other, Form(), actor, cancel), Colleagues.Caseworker.Actor));
        }

        Assert.Equal(0, await host.StoredAsync(db => db.Set<IdentityDestruction>().CountAsync(d => d.CaseId == filed.Id)));
        await AskAsync(filed, parent, Colleagues.Caseworker.Actor);
        await host.WithAsync(async services => await services.GetRequiredService<HoldDesk>().HoldAsync(await ConfirmedChildren.OneAsync(services, filed), new() { Reason = "불복 절차", Until = new(2027, 3, 31) }, Colleagues.Caseworker2.Actor, default));

        Assert.Equal("child.destruction-held", await TryAsync(filed, desk => (one, actor, cancel) => desk.DestroyAsync(one, parent, actor, cancel), Colleagues.Supervisor.Actor));

        await StillThereAsync(filed, parent, DestructionState.Asked);
        using var officer = await host.SignInAsAsync(Colleagues.PrivacyOfficer);
        Assert.Contains("Held until 31 March 2027", (await officer.GetAsync("/office/destructions")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_was_taken_out_so_the_database_keeps_no_question()
    {
        var filed = await host.ATakenChildAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("Nobody was taken out", (await office.GetAsync(Of(filed, "destroy/parents"))).Words, StringComparison.Ordinal);

        var sql = await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db => db.Database.ExecuteSqlAsync($"""
            insert into identity_destructions (id, case_id, parent_id, ground, ground_since, reason, asked_by_id, asked_at, state)
            values (gen_random_uuid(), {filed.Id}, gen_random_uuid(), 'retention-over', '2026-01-01', '\x00', {Colleagues.Caseworker.Id}, now(), 'Asked')
            """)));
        Assert.Equal("identity_destructions_of_who_is_out", sql.ConstraintName);
    }

    private static AskDestruction Form() => new() { Ground = "family-asked", Reason = "더 필요하지 않음" };

    private async Task<(FiledCase Filed, Guid Child, Guid Parent)> WithAParentOutAsync()
    {
        var filed = await host.ATakenChildAsync();
        var child = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.ChildId).SingleAsync());
        var parent = (await host.WithAsync(services => services.GetRequiredService<VaultDesk>().OpenAsync(child, default)))!.Parents[0].Id;
        await host.WithAsync(async services => await services.GetRequiredService<ParentDesk>().UnlinkAsync(await ConfirmedChildren.OneAsync(services, filed), parent, Colleagues.Supervisor.Actor, default));
        return (filed, child, parent);
    }

    private Task AskAsync(FiledCase filed, Guid parent, Actor by) => host.WithAsync(async services =>
        await services.GetRequiredService<ParentDestructionDesk>().AskAsync(await ConfirmedChildren.OneAsync(services, filed), parent, Form(), by, default));

    private async Task<string> TryAsync(FiledCase filed, Func<ParentDestructionDesk, Func<ChildConfirmation, Actor, CancellationToken, Task>> deed, Actor by) => (await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(async services =>
        await deed(services.GetRequiredService<ParentDestructionDesk>())(await ConfirmedChildren.OneAsync(services, filed), by, default)))).Refusal.Code;

    private async Task StillThereAsync(FiledCase filed, Guid parent, DestructionState state)
    {
        Assert.NotNull(await RowAsync(parent));
        Assert.Equal(state, await host.StoredAsync(db => db.Set<IdentityDestruction>().Where(d => d.CaseId == filed.Id).Select(d => d.State).SingleAsync()));
    }

    private async Task<int> InRoundAsync(Testing.Hosting.Colleague colleague) =>
        (await host.WithAsync(services => services.GetRequiredService<RoundCounts>().AllAsync(host.Clock.GetUtcNow(), default))).TryGetValue(colleague.Id, out var counts) ? counts[(int)RoundThing.ToDestroy] : 0;

    private Task<string?> RowAsync(Guid person) => host.StoredAsync(db => db.Database.SqlQuery<string?>($"select to_jsonb(p)::text as \"Value\" from vault.people p where id = {person}").SingleOrDefaultAsync());
}
