using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>However many issue at the same moment, a child has one valid card, and the others are told that somebody was faster.</summary>
[Trait("Category", "Database")]
public sealed class IssueRaceTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const int AtOnce = 50;

    [Fact]
    public async Task Of_fifty_who_issue_at_once_one_does_and_the_others_are_refused()
    {
        var filed = await ToIssueAsync();

        var ends = await RaceAsync(filed);

        Assert.Equal(1, ends.Count(end => end is null));
        Assert.Equal(["case.somebody-was-faster"], ends.OfType<string>().Select(end => end.Replace("card.", "case.", StringComparison.Ordinal)).Distinct());
        await HasOneAsync(filed, issues: 1);
    }

    [Fact]
    public async Task A_reissue_that_fifty_issue_leaves_the_new_card_valid_and_the_old_one_replaced()
    {
        var filed = await ToIssueAsync();
        await host.PressAsync(filed, ChildConfirmation.Issue.Code, Colleagues.Caseworker2.Actor);
        await host.DeedAsync(filed, new() { Deed = ChildConfirmation.AskReissue.Code, Because = IssueReason.Changed }, Colleagues.Caseworker.Actor);
        await host.PressAsync(filed, ChildConfirmation.ProposeReissue.Code, Colleagues.Caseworker.Actor);
        await host.PressAsync(filed, ChildConfirmation.ApproveReissue.Code, Colleagues.Supervisor.Actor);

        var ends = await RaceAsync(filed);

        Assert.Equal(1, ends.Count(end => end is null));
        await HasOneAsync(filed, issues: 2);
        Assert.Equal(1, await host.StoredAsync(db => db.Set<CardIssue>().CountAsync(c => c.CaseId == filed.Id && c.State == CardState.Replaced)));
    }

    [Fact]
    public async Task Who_was_slower_at_the_page_reads_so()
    {
        var filed = await ToIssueAsync();
        using var one = await host.SignInAsAsync(Colleagues.Caseworker2);
        using var other = await host.SignInAsAsync(Colleagues.AnsanOfficer);
        var seen = await Task.WhenAll(one.GetAsync(ChildOffice.Of(filed, "issue")), other.GetAsync(ChildOffice.Of(filed, "issue")));

        var answers = await Task.WhenAll(seen.Select(page => page.SendAsync(page.Form("Revision"), null)));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(answer => answer.Status).Order());
        Assert.NotEmpty(answers.Single(answer => answer.Status == HttpStatusCode.Conflict).Summary);
        await HasOneAsync(filed, issues: 1);
    }

    private async Task<FiledCase> ToIssueAsync()
    {
        var filed = await host.AFoundChildAsync();
        await host.PressAsync(filed, ChildConfirmation.ProposeConfirmation.Code, Colleagues.Caseworker.Actor);
        await host.PressAsync(filed, ChildConfirmation.ApproveConfirmation.Code, Colleagues.Supervisor.Actor);
        return filed;
    }

    /// <summary>Everybody has read the case before anybody issues. Null for who did, else why not.</summary>
    private async Task<IReadOnlyCollection<string?>> RaceAsync(FiledCase filed)
    {
        using var read = new CountdownEvent(AtOnce);
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ends = new ConcurrentBag<string?>();
        var all = Enumerable.Range(0, AtOnce).Select(n => host.WithAsync(async services =>
        {
            var actor = (n % 2 == 0 ? Colleagues.Caseworker2 : Colleagues.AnsanOfficer).Actor;
            var (desk, one) = (services.GetRequiredService<PaperDesk>(), await OneAsync(services, filed));
            var seen = await services.GetRequiredService<BeforeIssue>().LookAsync(one, actor, default);
            read.Signal();
            await start.Task;
            ends.Add(await EndOfAsync(() => desk.IssueAsync(one, seen!.Mark, actor, default)));
        })).ToList();
        read.Wait(TimeSpan.FromMinutes(1));
        start.SetResult();
        await Task.WhenAll(all);
        return ends;
    }

    // what the portal answers with 409; anything else would be a bug and fails the test
    private static async Task<string?> EndOfAsync(Func<Task> deed)
    {
        try
        {
            await deed();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Code;
        }
        catch (DbUpdateConcurrencyException)
        {
            return "case.somebody-was-faster";
        }
    }

    private async Task HasOneAsync(FiledCase filed, int issues)
    {
        Assert.Equal(1, await host.StoredAsync(db => db.Set<CardIssue>().CountAsync(c => c.CaseId == filed.Id && c.State == CardState.Valid)));
        Assert.Equal(issues, await host.StoredAsync(db => db.Set<CardIssue>().CountAsync(c => c.CaseId == filed.Id)));
        Assert.Equal(issues, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.Issue.Code)));
        Assert.Equal(CaseStatus.Confirmed, await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Status).SingleAsync()));
    }
}
