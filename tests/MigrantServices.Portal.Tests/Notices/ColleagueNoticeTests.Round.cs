using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Testing.Hosting;
using Xunit;
using Colleague = MigrantServices.Testing.Hosting.Colleague;

namespace MigrantServices.Portal.Tests.Notices;

/// <content>The round of the day, which counts what waits for each.</content>
public sealed partial class ColleagueNoticeTests
{
    [Fact]
    public async Task The_round_counts_what_waits_for_a_second_person_and_what_came_back()
    {
        await _host.Given.AGrievanceAsync(CaseStatus.Proposed);
        await _host.Given.AGrievanceAsync(CaseStatus.ObjectionProposed);
        var back = await _host.Given.AGrievanceAsync(CaseStatus.Proposed);
        await WithCaseAsync(back, (services, grievance) => services.GetRequiredService<DecisionDesk>().SendBackAsync(grievance, Colleagues.Supervisor.Actor, CancellationToken.None));
        var waits = await _host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement);
        var (_, advice) = await _host.Given.ARecommendationAsync();
        await _host.StoredAsync(db => db.Grievances.Where(g => g.Id == waits.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.SupplementUntil, new DateOnly(2026, 11, 20))));
        await _host.StoredAsync(db => db.Recommendations.Where(r => r.Id == advice).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.Reply, MeasuresReply.Accepted).SetProperty(r => r.RepliedOn, new DateOnly(2026, 11, 23))
            .SetProperty(r => r.Reasons, r => r.Text).SetProperty(r => r.ReplyRecordedById, Colleagues.Caseworker.Id).SetProperty(r => r.NextCheckOn, new DateOnly(2026, 11, 23))));

        var all = await _host.WithAsync(services => services.GetRequiredService<RoundCounts>().AllAsync(_host.Clock.GetUtcNow(), CancellationToken.None));

        int Of(Colleague colleague, RoundThing thing) => all.GetValueOrDefault(colleague.Id)?[(int)thing] ?? 0;
        // of an objection those who had a part in the answer hear nothing
        Assert.Equal((1, 2, 0), (Of(Colleagues.Supervisor, RoundThing.ToApprove), Of(Colleagues.Supervisor2, RoundThing.ToApprove), Of(Colleagues.Caseworker, RoundThing.ToApprove)));
        Assert.Equal((1, 1, 1), (Of(Colleagues.Caseworker, RoundThing.SentBack), Of(Colleagues.Caseworker, RoundThing.SupplementOverdue), Of(Colleagues.Caseworker, RoundThing.ChecksDue)));
        Assert.Equal((0, 0, 0), (Of(Colleagues.Caseworker2, RoundThing.SentBack), Of(Colleagues.Caseworker2, RoundThing.SupplementOverdue), Of(Colleagues.Caseworker2, RoundThing.ChecksDue)));
    }

    [Fact]
    public async Task The_round_counts_what_waits_for_each_and_names_no_case()
    {
        var overdue = await _host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await _host.Given.AGrievanceAsync();
        await _host.Given.ARecommendationAsync();
        await TaskAsync(overdue);
        _host.Clock.Advance(TimeSpan.FromDays(91));
        await _host.StoredAsync(db => db.Set<OutboxJob>().ExecuteDeleteAsync());
        await RoundAsync();
        await _host.DeliverAsync();

        var mails = _host.Letterbox.Mails.ToDictionary(mail => mail.To, mail => mail.Body);
        Assert.Equal(Emails(Colleagues.Caseworker, Colleagues.Supervisor, Colleagues.Supervisor2), mails.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("Overdue: 1 case\nRecommendations not answered in time: 1\nTasks due by today: 1\nWhole procedure ends soon or is over: 1 case\n\nSign in and open your list.", mails[Colleagues.Caseworker.Email]);
        Assert.Equal("Not yet taken by anybody: 1 case\n\nSign in and open your list.", mails[Colleagues.Supervisor.Email]);
    }

    [Fact]
    public async Task The_round_counts_questions_cases_for_others_and_what_waits_for_a_second_word()
    {
        await _host.Given.AQuestionAsync();
        var elsewhere = await _host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var (filed, pair) = await _host.Given.APairAsync();
        await WithCaseAsync(filed, (services, grievance) => services.GetRequiredService<Core.Grievances.Duplicates.DuplicateDesk>().ProposeAsync(
            grievance,
            new() { Pair = pair, Ground = Core.Grievances.Duplicates.MergeGround.TheySaid, How = "본인이 말함.", IsSamePerson = true },
            Colleagues.Supervisor.Actor,
            CancellationToken.None));
        await _host.StoredAsync(db => db.Grievances.Where(g => g.Id == elsewhere.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.Jurisdiction, Core.Grievances.Inquiry.Competence.NotOurs)));
        _host.Clock.Advance(TimeSpan.FromDays(14));
        await _host.StoredAsync(db => db.Set<OutboxJob>().ExecuteDeleteAsync());
        await RoundAsync();
        await _host.DeliverAsync();

        var mails = _host.Letterbox.Mails.ToDictionary(mail => mail.To, mail => mail.Body);
        foreach (var line in (string[])["Answers of the other side due: 1", "To be sent to another body: 1 case", "Proposals that wait for a second person: 1"])
        {
            Assert.Contains(line, mails[Colleagues.Caseworker.Email], StringComparison.Ordinal);
        }

        Assert.Contains("Proposals that wait for a second person: 1", mails[Colleagues.Supervisor2.Email], StringComparison.Ordinal);
        Assert.DoesNotContain("Proposals", mails.GetValueOrDefault(Colleagues.Supervisor.Email) ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_less_than_eight_working_hours_ago_is_not_yet_late()
    {
        await _host.Given.AGrievanceAsync();
        Assert.False(await IsCountedAfterAsync(TimeSpan.FromHours(23)));
        Assert.True(await IsCountedAfterAsync(TimeSpan.FromHours(2)));

        async Task<bool> IsCountedAfterAsync(TimeSpan time)
        {
            _host.Clock.Advance(time);
            var counted = await _host.WithAsync(services => services.GetRequiredService<RoundCounts>().AllAsync(_host.Clock.GetUtcNow(), CancellationToken.None));
            return counted.TryGetValue(Colleagues.Supervisor.Id, out var counts) && counts[(int)RoundThing.NotTaken] == 1;
        }
    }

    [Fact]
    public async Task A_day_has_one_round_however_often_the_portal_starts_and_a_holiday_none()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RoundAsync()));
        await _host.DeliverAsync();
        await RoundAsync();
        Assert.Equal(1, await RoundsAsync());

        _host.Clock.Advance(TimeSpan.FromHours(7));
        await RoundAsync();
        _host.Clock.Advance(TimeSpan.FromDays(5) - TimeSpan.FromHours(7));
        await RoundAsync();
        Assert.Equal(1, await RoundsAsync());

        _host.Clock.Advance(TimeSpan.FromDays(2));
        await RoundAsync();
        Assert.Equal(2, await RoundsAsync());
    }
}
