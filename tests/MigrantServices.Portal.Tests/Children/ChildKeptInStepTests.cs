using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Duplicates;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Portal.Tests.Reference;
using MigrantServices.Portal.Web.Papers;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Case, card and vault say the same: no card outlives its case, no child has two, and what was not written down did not happen.</summary>
[Trait("Category", "Database")]
public sealed class ChildKeptInStepTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static Actor Handler => Colleagues.Caseworker.Actor;

    [Fact]
    public async Task A_family_cannot_withdraw_what_is_confirmed_and_the_database_keeps_no_valid_card_in_a_case_that_is_over()
    {
        var filed = await host.AConfirmedChildAsync();
        await AskedAndApprovedAsync(filed);
        using var parent = await host.ComeBackAsync(filed.CodeId);
        Assert.DoesNotContain("/withdraw", (await parent.GetAsync("/en/my-case/child")).Html, StringComparison.Ordinal);
        var any = await parent.GetAsync("/en/my-case/child/lost");
        var forged = await any.SendAsync(any.Form("Revision"), "/en/my-case/child/withdraw");

        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        Assert.Equal((CaseStatus.ToIssue, 1), (await StatusAsync(filed), await ValidAsync(filed)));
        // one who forgets the card
        var kept = await Assert.ThrowsAnyAsync<Exception>(() => host.WithAsync(async services =>
        {
            var (post, one, now) = (services.GetRequiredService<ChildPost>(), await OneAsync(services, filed), host.Clock.GetUtcNow());
            one.AgeOutBy(Actor.Portal, post.Seal(one, post.Letters.AgedOut(one, host.Today(), now), MessagePurpose.Message, Actor.Portal, now), null, now);
            await post.SaveAsync(one, Actor.Portal, ChildConfirmation.AgeOut, default);
        }));
        Assert.Equal("cases_over_hold_no_valid_card", (kept as PostgresException ?? kept.InnerException as PostgresException)!.ConstraintName);
        Assert.Equal((CaseStatus.ToIssue, 1), (await StatusAsync(filed), await ValidAsync(filed)));
    }

    [Fact]
    public async Task A_child_who_holds_a_confirmation_by_a_later_case_is_not_confirmed_by_an_earlier_one()
    {
        var name = "Zara Ahlberg";
        var earlier = await host.AFoundChildAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await host.AConfirmedChildAsync(form => Named(form, name));
        await BecomesAsync(earlier, name);
        await SameAsync(later, earlier);

        await AssertRefusedAsync("child.same-child-confirmed", earlier, (services, one) => services.GetRequiredService<ChildDecisionDesk>().ProposeConfirmationAsync(one, Handler, default));
        Assert.Equal(0, await ValidAsync(earlier));
    }

    [Fact]
    public async Task Papers_are_not_issued_once_it_is_found_that_an_earlier_case_is_of_the_same_child()
    {
        var name = "Mina Quispe";
        var earlier = await host.ATakenChildAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await host.AFoundChildAsync(form => Named(form, name));
        await host.PressAsync(later, ChildConfirmation.ProposeConfirmation.Code, Handler);
        await host.PressAsync(later, ChildConfirmation.ApproveConfirmation.Code, Colleagues.Supervisor.Actor);
        await BecomesAsync(earlier, name);
        await SameAsync(later, earlier);

        await AssertRefusedAsync("child.same-child", later, (services, one) => services.GetRequiredService<PaperDesk>().IssueAsync(one, null, Colleagues.Caseworker2.Actor, default));
        Assert.Equal(0, await ValidAsync(later));
    }

    [Fact]
    public async Task What_somebody_slower_changed_in_the_vault_is_as_it_was()
    {
        var filed = await host.ATakenChildAsync();
        var child = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.ChildId).SingleAsync());
        var before = await OpenedAsync(child);
        await SlowerAsync(filed, (services, one) => services.GetRequiredService<IdentityDesk>().CorrectAsync(one, before.Child with { Address = "somewhere else" }, Handler, default));
        await SlowerAsync(filed, (services, one) => services.GetRequiredService<ParentDesk>().UnlinkAsync(one, before.Parents[0].Id, Colleagues.Supervisor.Actor, default));
        if (PhotoLibrary.IsHere)
        {
            await SlowerAsync(filed, (services, one) => services.GetRequiredService<ReissueDesk>().PutPhotographAsync(one, PaperSample.Photo, Handler, default));
        }

        var after = await OpenedAsync(child);
        Assert.Equal((before.Child.Address, before.Parents.Count, false), (after.Child.Address, after.Parents.Count, after.HasPhotograph));
    }

    [Fact]
    public async Task Nobody_is_unlinked_who_is_no_parent_of_this_child()
    {
        var filed = await host.ATakenChildAsync();

        await AssertRefusedAsync("child.no-such-parent", filed, (services, one) => services.GetRequiredService<ParentDesk>().UnlinkAsync(one, Guid.NewGuid(), Colleagues.Supervisor.Actor, default));
        Assert.True(await host.StoredAsync(db => db.Codes.AnyAsync(c => c.CaseId == filed.Id && c.EndedAt == null)));
    }

    [Fact]
    public async Task A_family_says_that_the_old_papers_are_lost_and_owes_them_no_more()
    {
        var filed = await host.AConfirmedChildAsync();
        await AskedAndApprovedAsync(filed);
        await host.PressAsync(filed, ChildConfirmation.Issue.Code, Colleagues.Caseworker2.Actor);
        using var parent = await host.ComeBackAsync(filed.CodeId);
        var lost = await parent.GetAsync("/en/my-case/child/lost");

        var done = await lost.PressAsync("Old");

        Assert.Equal("/en/my-case/child", done.Path);
        Assert.Equal((false, 1), (await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.OwesReturn).SingleAsync()), await ValidAsync(filed)));
        Assert.Equal(0, await host.StoredAsync(db => db.ChildConfirmations.CountAsync(c => c.Id == filed.Id && c.IsLost)));
    }

    [Fact]
    public async Task The_database_lets_nobody_take_over_what_they_offered()
    {
        var filed = await host.ATakenChildAsync();
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.OfferTransfer.Code, Code = Colleagues.Suwon }, Handler);

        var forged = await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db => db.Database.ExecuteSqlAsync($"update cases set municipality = transfer_to, handler_id = transfer_offered_by_id where id = {filed.Id}")));

        Assert.Equal("42501", forged.SqlState);
        await AssertRefusedAsync("child.offered-by-you", filed, (services, one) => services.GetRequiredService<TransferDesk>().AcceptAsync(one, Handler, default));
    }

    [Fact]
    public async Task Another_supervisor_puts_it_right_that_two_children_were_called_the_same()
    {
        var name = "Nuri Tolentino";
        var earlier = await host.ATakenChildAsync(form => Named(form, name));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await host.AFoundChildAsync(form => Named(form, name));
        var pair = await SameAsync(later, earlier, Colleagues.Supervisor.Actor);

        await AssertRefusedAsync("duplicates.judged-by-you", later, (services, one) => JudgeAsync(services, one, pair, PairVerdict.NotTheSame, Colleagues.Supervisor.Actor));
        await AssertRefusedAsync("duplicates.told-apart-already", later, (services, one) => JudgeAsync(services, one, pair, PairVerdict.NotTheSame, Handler));

        using var second = await host.SignInAsAsync(Colleagues.Supervisor2);
        await (await second.GetAsync(Of(later, "duplicates"))).SubmitAsync(("Form.Verdict", nameof(PairVerdict.NotTheSame)), ("Form.Why", "이름만 같은 다른 아동임"));

        Assert.Equal((PairVerdict.NotTheSame, 2), await host.StoredAsync(async db => (await db.Set<CasePair>().Where(p => p.Id == pair).Select(p => new { p.Verdict, p.Answers }).SingleAsync()) is var said ? (said.Verdict!.Value, said.Answers) : default));
        await host.PressAsync(later, ChildConfirmation.ProposeConfirmation.Code, Handler);
        Assert.Equal(CaseStatus.Proposed, await StatusAsync(later));
    }

    [Fact]
    public async Task The_later_case_of_a_child_ends_with_words_that_are_true()
    {
        var name = "Sora Vukovic";
        var earlier = await host.ATakenChildAsync(form => Named(form, name));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await host.ATakenChildAsync(form => Named(form, name));
        var form = new DoChildDeed { Deed = ChildConfirmation.ProposeRefusal.Code, Code = ChildConfirmation.SameChild, Words = "어머니가 두 번 신청했습니다." };
        await AssertRefusedAsync("child.reason-not-found", later, (services, one) => services.GetRequiredService<ChildDecisionDesk>().ProposeRefusalAsync(one, form, Handler, default));
        await SameAsync(later, earlier);
        await AssertRefusedAsync("child.reason-not-found", earlier, (services, one) => services.GetRequiredService<ChildDecisionDesk>().ProposeRefusalAsync(one, form, Handler, default));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("The same child is dealt with in another case", (await office.GetAsync(Of(later, "do/propose-refusal"))).Words, StringComparison.Ordinal);

        await host.DeedAsync(later, form, Handler);
        await host.PressAsync(later, ChildConfirmation.ApproveRefusal.Code, Colleagues.Supervisor.Actor);

        Assert.Equal(CaseStatus.Refused, await StatusAsync(later));
        using var parent = await host.ComeBackAsync(later.CodeId);
        var read = (await parent.GetAsync("/ar/my-case/child")).Words;
        Assert.Contains("وصلت قبل ذلك قضية أخرى للطفل نفسه", read, StringComparison.Ordinal);
        Assert.DoesNotContain(earlier.Reference, read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_not_closed_as_anothers_once_it_was_put_right_that_they_are_two_children()
    {
        var name = "Tavi Ostrander";
        var earlier = await host.ATakenChildAsync(form => Named(form, name));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await host.ATakenChildAsync(form => Named(form, name));
        var pair = await SameAsync(later, earlier);
        await host.DeedAsync(later, new() { Deed = ChildConfirmation.ProposeRefusal.Code, Code = ChildConfirmation.SameChild, Words = "어머니가 두 번 신청했습니다." }, Handler);
        await host.WithAsync(async services => await JudgeAsync(services, await OneAsync(services, later), pair, PairVerdict.NotTheSame, Colleagues.Supervisor2.Actor));

        await AssertRefusedAsync("child.reason-not-found", later, (services, one) => services.GetRequiredService<ChildDecisionDesk>().ApproveRefusalAsync(one, Colleagues.Supervisor.Actor, default));

        Assert.Equal(CaseStatus.Proposed, await StatusAsync(later));
    }

    private static Task JudgeAsync(IServiceProvider services, ChildConfirmation one, Guid pair, PairVerdict verdict, Actor actor) =>
        services.GetRequiredService<ChildPairDesk>().JudgeAsync(one, new() { Pair = pair, Verdict = verdict, Why = "어머니가 두 번 신청함" }, actor, default);

    private static void Named(Core.ChildConfirmations.Filing.ApplyForChild form, string name)
    {
        (form.About.OwnName, form.About.LatinName, form.About.KoreanName) = (name, name, null);
        var born = BirthdayOf(name);
        (form.About.Year, form.About.Month, form.About.Day) = ($"{born.Year}", $"{born.Month}", $"{born.Day}");
    }

    // children of different tests are in one place, and none is to be taken for another
    private static DateOnly BirthdayOf(string name) => new DateOnly(2017, 1, 9).AddDays(38 * (name[0] - 'A'));

    // what was known of a child is put right, so that it meets another
    private Task BecomesAsync(FiledCase filed, string name) => host.WithAsync(async services =>
    {
        var one = await OneAsync(services, filed);
        var known = (await services.GetRequiredService<VaultDesk>().OpenAsync(one.ChildId, default))!.Child;
        await services.GetRequiredService<IdentityDesk>().CorrectAsync(one, known with { Name = new(name, name, null), Born = new(BirthdayOf(name), DatePrecision.Day) }, Handler, default);
    });

    private async Task AskedAndApprovedAsync(FiledCase filed)
    {
        await host.WithAsync(async services => await services.GetRequiredService<ReissueDesk>().AskAsync(await OneAsync(services, filed), IssueReason.Changed, Handler, default));
        await host.PressAsync(filed, ChildConfirmation.ProposeReissue.Code, Handler);
        await host.PressAsync(filed, ChildConfirmation.ApproveReissue.Code, Colleagues.Supervisor.Actor);
    }

    private async Task<Guid> SameAsync(FiledCase one, FiledCase other, Actor? judge = null)
    {
        await host.FindSameAsync(one, other);
        var pair = await host.StoredAsync(db => db.Set<CasePair>().Where(p => (p.LowerId == one.Id && p.HigherId == other.Id) || (p.LowerId == other.Id && p.HigherId == one.Id)).Select(p => p.Id).SingleAsync());
        await host.WithAsync(async services => await JudgeAsync(services, await OneAsync(services, one), pair, PairVerdict.TheSame, judge ?? Handler));
        return pair;
    }

    // somebody writes a note between the reading and the deed
    private async Task SlowerAsync(FiledCase filed, Func<IServiceProvider, ChildConfirmation, Task> deed) => await host.WithAsync(async services =>
    {
        var read = await OneAsync(services, filed);
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.Note.Code, Words = "메모" }, Handler);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => deed(services, read));
    });

    private Task<OpenedIdentity> OpenedAsync(Guid child) => host.WithAsync(async services => (await services.GetRequiredService<VaultDesk>().OpenAsync(child, default))!);

    private Task<CaseStatus> StatusAsync(FiledCase filed) => host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Status).SingleAsync());

    private Task<int> ValidAsync(FiledCase filed) => host.StoredAsync(db => db.Set<CardIssue>().CountAsync(c => c.CaseId == filed.Id && c.State == CardState.Valid));

    private async Task AssertRefusedAsync(string code, FiledCase filed, Func<IServiceProvider, ChildConfirmation, Task> deed)
    {
        var before = await StoredAsync(filed);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.WithAsync(async services => await deed(services, await OneAsync(services, filed))));

        Assert.Equal((code, before), (refused.Refusal.Code, await StoredAsync(filed)));
    }

    private Task<(int, CaseStatus, int)> StoredAsync(FiledCase filed) => host.StoredAsync(async db =>
    {
        var one = await db.ChildConfirmations.AsNoTracking().SingleAsync(c => c.Id == filed.Id);
        return (one.Revision, one.Status, await db.Events.CountAsync(e => e.CaseId == filed.Id));
    });
}
