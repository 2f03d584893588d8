using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Destroying;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Once a case is over two people destroy who the child was: nobody can read it again, and what stays names nobody.</summary>
[Trait("Category", "Database")]
public sealed class DestroyTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task One_asks_another_destroys_and_an_event_without_a_name_is_left()
    {
        var filed = await OverAsync();
        var child = await ChildAsync(filed);
        var backup = await VaultRowAsync(child);
        using var asks = await host.SignInAsAsync(Colleagues.Caseworker);
        using var does = await host.SignInAsAsync(Colleagues.Supervisor);

        await AskAsync(asks, filed);
        Assert.NotNull(await OpenedAsync(child));
        await (await does.GetAsync(Of(filed, "destroy"))).PressAsync("Destroy");

        Assert.Null(await OpenedAsync(child));
        Assert.Equal(0, await CountAsync(child));
        var one = await host.StoredAsync(db => db.ChildConfirmations.SingleAsync(c => c.Id == filed.Id));
        Assert.Equal(("?", null, CaseStatus.Withdrawn), (one.Initials, one.BornYear, one.Status));
        Assert.NotNull(one.IdentityDestroyedAt);
        var (state, asked, done) = await StateAsync(filed);
        Assert.Equal((DestructionState.Done, Colleagues.Caseworker.Id, Colleagues.Supervisor.Id), (state, asked, done!.Value));
        Assert.Equal(["ask-destruction", "destroy-identity"], await host.StoredAsync(db => db.Events.Where(e => e.CaseId == filed.Id && e.Article == "pipa:21").OrderBy(e => e.At).Select(e => e.Action).ToListAsync()));
        Assert.Contains("destroyed the identity", (await does.GetAsync(Of(filed))).Words, StringComparison.Ordinal);

        // a row from a backup opens no more: its key is gone
        await host.StoredAsync(db => db.Database.ExecuteSqlAsync($"insert into vault.people select (jsonb_populate_record(null::vault.people, {backup}::jsonb)).*"));
        Assert.Null(await OpenedAsync(child));
    }

    [Fact]
    public async Task Whoever_asked_does_not_do_it_and_nothing_is_destroyed()
    {
        var filed = await OverAsync();
        var both = await host.Given.AColleagueAsync(Core.People.Role.Supervisor);
        using var office = await host.SignInAsAsync(both);
        var page = await AskAsync(office, filed);

        Assert.Null(page.Document.QuerySelector("form[action*='Destroy']"));
        var forged = await page.SendAsync(await AnyFormAsync(office, filed), Of(filed, "destroy?handler=Destroy"));

        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        await StillThereAsync(filed, DestructionState.Asked);
        var sql = await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db =>
            db.Database.ExecuteSqlAsync($"update identity_destructions set state = 'Done', decided_by_id = asked_by_id, decided_at = now() where case_id = {filed.Id}")));
        Assert.Equal("identity_destructions_two_people", sql.ConstraintName);
    }

    [Fact]
    public async Task A_caseworker_decides_nothing_and_a_supervisor_may_decline()
    {
        var filed = await OverAsync();
        using var asks = await host.SignInAsAsync(Colleagues.Caseworker);
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        using var declines = await host.SignInAsAsync(Colleagues.Supervisor);
        await AskAsync(asks, filed);

        var forged = await (await other.GetAsync(Of(filed, "destroy"))).SendAsync(await AnyFormAsync(other, filed), Of(filed, "destroy?handler=Destroy"));
        Assert.Equal(HttpStatusCode.Forbidden, forged.Status);
        await StillThereAsync(filed, DestructionState.Asked);

        await (await declines.GetAsync(Of(filed, "destroy"))).PressAsync("Decline");

        await StillThereAsync(filed, DestructionState.Declined);
        Assert.NotNull((await asks.GetAsync(Of(filed, "destroy"))).Form("Form.Reason"));
    }

    [Fact]
    public async Task While_the_case_is_open_or_a_card_is_valid_nothing_is_asked_or_done()
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        foreach (var filed in new[] { await host.ATakenChildAsync(), await ConfirmedChildren.AConfirmedChildAsync(host) })
        {
            Assert.Contains("not over", (await office.GetAsync(Of(filed, "destroy"))).Words, StringComparison.Ordinal);
            var forged = await (await office.GetAsync(Of(filed, "destroy"))).SendAsync(await AnyFormAsync(office, filed), Of(filed, "destroy?handler=Ask"), ("Form.Ground", "retention-over"), ("Form.Reason", "끝남"));

            Assert.Equal(HttpStatusCode.Conflict, forged.Status);
            Assert.Equal(0, await host.StoredAsync(db => db.Set<IdentityDestruction>().CountAsync(d => d.CaseId == filed.Id)));
            Assert.NotNull(await OpenedAsync(await ChildAsync(filed)));
        }

        // a case that ended while its older card is still valid
        var withCard = await ConfirmedChildren.AConfirmedChildAsync(host);
        await host.StoredAsync(db => db.Database.ExecuteSqlAsync($"set session_replication_role = replica; update cases set status = 'Withdrawn' where id = {withCard.Id}; set session_replication_role = origin"));
        var page = await office.GetAsync(Of(withCard, "destroy"));
        var refused = await page.SubmitAsync(("Form.Reason", "끝남"), ("Form.Ground", "retention-over"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Shipped.Says("refusal.child.card-valid"), refused.Summary[0], StringComparison.Ordinal);
        Assert.NotNull(await OpenedAsync(await ChildAsync(withCard)));
        var sql = await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db => db.Database.ExecuteSqlAsync($"""
            with asked as (insert into identity_destructions (id, case_id, ground, ground_since, reason, asked_by_id, asked_at, state)
                values (gen_random_uuid(), {withCard.Id}, 'retention-over', '2026-01-01', '\x00', {Colleagues.Caseworker.Id}, now(), 'Done') returning id)
            select * from asked
            """)));
        Assert.Equal("identity_destructions_asked_first", sql.ConstraintName);
    }

    [Fact]
    public async Task Nothing_is_asked_twice_and_nothing_done_that_nobody_asked_for()
    {
        var filed = await OverAsync();
        Assert.Equal("child.destruction-not-asked", (await RefusedAsync(desk => desk.DestroyAsync)).Code);
        Assert.Equal("child.destruction-not-asked", (await RefusedAsync(desk => desk.DeclineAsync)).Code);
        using var asks = await host.SignInAsAsync(Colleagues.Caseworker);
        await AskAsync(asks, filed);

        Assert.Equal("child.destruction-asked", (await RefusedAsync(desk => (one, actor, cancel) => desk.AskAsync(one, new() { Ground = "family-asked", Reason = "다시" }, actor, cancel))).Code);

        await StillThereAsync(filed, DestructionState.Asked);

        async Task<Refusal> RefusedAsync(Func<DestructionDesk, Func<ChildConfirmation, Core.People.Actor, CancellationToken, Task>> deed) => (await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(async services =>
            await deed(services.GetRequiredService<DestructionDesk>())(await ConfirmedChildren.OneAsync(services, filed), Colleagues.Supervisor.Actor, default)))).Refusal;
    }

    [Fact]
    public async Task Without_a_reason_or_a_ground_in_law_nothing_is_asked()
    {
        var filed = await OverAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var page = await (await office.GetAsync(Of(filed, "destroy"))).SubmitAsync(("Form.Reason", ""), ("Form.Ground", "tidying-up"));

        Assert.NotNull(page.MistakeAt("Form.Reason"));
        Assert.NotNull(page.MistakeAt("Form.Ground"));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<IdentityDestruction>().CountAsync(d => d.CaseId == filed.Id)));
    }

    private async Task<FiledCase> OverAsync()
    {
        var filed = await host.Given.AChildAsync();
        using var family = await host.ComeBackAsync(filed.CodeId);
        await (await family.GetAsync("/en/my-case/child/withdraw")).SubmitAsync(("Revision", "1"));
        Assert.Equal(CaseStatus.Withdrawn, await host.StatusAsync(filed));
        return filed;
    }

    private static async Task<WebPage> AskAsync(Browserless office, FiledCase filed)
    {
        var asked = await (await office.GetAsync(Of(filed, "destroy"))).SubmitAsync(("Form.Reason", "보유 기간이 끝났습니다."), ("Form.Ground", "retention-over"));
        Assert.True(asked.Summary.Count == 0, string.Join(" | ", asked.Summary));
        Assert.Contains("Destruction was asked for", asked.Words, StringComparison.Ordinal);
        return asked;
    }

    // a form of this session with its token
    private static async Task<AngleSharp.Html.Dom.IHtmlFormElement> AnyFormAsync(Browserless office, FiledCase filed) => (await office.GetAsync(Of(filed, "do/note"))).Form("Revision");

    private async Task StillThereAsync(FiledCase filed, DestructionState state)
    {
        Assert.Equal(state, (await StateAsync(filed)).State);
        Assert.NotNull(await OpenedAsync(await ChildAsync(filed)));
        Assert.Null(await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.IdentityDestroyedAt).SingleAsync()));
    }

    private async Task<(DestructionState State, Guid AskedBy, Guid? DecidedBy)> StateAsync(FiledCase filed)
    {
        var asked = await host.StoredAsync(db => db.Set<IdentityDestruction>().AsNoTracking().SingleAsync(d => d.CaseId == filed.Id));
        return (asked.State, asked.AskedById, asked.DecidedById);
    }

    private Task<Guid> ChildAsync(FiledCase filed) => host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.ChildId).SingleAsync());

    private Task<OpenedIdentity?> OpenedAsync(Guid child) => host.WithAsync(services => services.GetRequiredService<VaultDesk>().OpenAsync(child, CancellationToken.None));

    private Task<string> VaultRowAsync(Guid child) => host.StoredAsync(db => db.Database.SqlQuery<string>($"select to_jsonb(p)::text as \"Value\" from vault.people p where id = {child}").SingleAsync());

    private Task<int> CountAsync(Guid child) => host.StoredAsync(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from vault.people where id = {child}").SingleAsync());
}
