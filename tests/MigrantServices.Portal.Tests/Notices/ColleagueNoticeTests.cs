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

/// <summary>Colleagues hear how much waits for them: not too often, only in the office's hours, and only whom it concerns.</summary>
[Trait("Category", "Database")]
public sealed partial class ColleagueNoticeTests : IAsyncLifetime
{
    private readonly MailHost _host = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task The_handler_hears_of_several_letters_in_one_mail_and_then_not_for_an_hour()
    {
        var filed = await _host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await ReplyAsync(filed);
        await ReplyAsync(filed);
        await NewsAsync();
        await _host.DeliverAsync();
        var mail = Assert.Single(_host.Letterbox.Mails);
        Assert.Equal(Colleagues.Caseworker.Email, mail.To);
        Assert.Contains("2 new things", mail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Reference, mail.Subject + mail.Body, StringComparison.Ordinal);

        await ReplyAsync(filed);
        await _host.DeliverAsync();
        Assert.Single(_host.Letterbox.Mails);
        _host.Clock.Advance(CaseNewsHandler.Quiet);
        await _host.DeliverAsync();
        Assert.Equal(2, _host.Letterbox.Mails.Count);
    }

    [Fact]
    public async Task Whoever_has_looked_at_their_list_needs_no_mail_of_it_and_hears_the_next_at_once()
    {
        var filed = await _host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await ReplyAsync(filed);
        await _host.DeliverAsync();
        await ReplyAsync(filed);
        await _host.DeliverAsync();
        _host.Clock.Advance(TimeSpan.FromMinutes(20));
        using var office = await _host.SignInAsAsync(Colleagues.Caseworker);
        await office.GetAsync("/office/grievances");

        _host.Clock.Advance(CaseNewsHandler.Quiet);
        await _host.DeliverAsync();
        Assert.Single(_host.Letterbox.Mails);

        await ReplyAsync(filed);
        await _host.DeliverAsync();
        Assert.Equal(2, _host.Letterbox.Mails.Count);
    }

    [Fact]
    public async Task Nobody_is_called_to_work_at_night()
    {
        var filed = await _host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        _host.Clock.Advance(TimeSpan.FromHours(9));
        await ReplyAsync(filed);

        await _host.DeliverAsync();
        Assert.Empty(_host.Letterbox.Mails);

        _host.Clock.Advance(TimeSpan.FromHours(12.5));
        await _host.DeliverAsync();
        Assert.Single(_host.Letterbox.Mails);
    }

    [Fact]
    public async Task A_proposal_is_told_to_those_who_may_say_the_second_word()
    {
        await _host.Given.AGrievanceAsync(CaseStatus.Proposed);

        await _host.DeliverAsync();

        Assert.Equal(Emails(Colleagues.Supervisor, Colleagues.Supervisor2), Told());
    }

    [Fact]
    public async Task A_recommendation_is_told_to_those_who_may_send_it_and_an_approved_answer_to_nobody()
    {
        var filed = await _host.Given.AGrievanceAsync(CaseStatus.Answered, reason: "recommendation.practice");
        await QuietAsync();
        var proposed = await _host.Given.AGrievanceAsync(CaseStatus.Proposed);
        await QuietAsync();
        await WithCaseAsync(proposed, async (services, grievance) =>
        {
            var approvals = services.GetRequiredService<ApprovalDesk>();
            await approvals.ApproveAsync(grievance, (await approvals.LetterAsync(grievance, CancellationToken.None))!.Fingerprint, Colleagues.Supervisor.Actor, CancellationToken.None);
        });
        await _host.DeliverAsync();
        Assert.Empty(Told());

        await WithCaseAsync(filed, (services, grievance) => services.GetRequiredService<Core.Grievances.OtherSide.RecommendingDesk>().WriteAsync(grievance, Advice(), Colleagues.Caseworker.Actor, CancellationToken.None));
        await _host.DeliverAsync();

        Assert.Equal(Emails(Colleagues.Supervisor, Colleagues.Supervisor2), Told());
    }

    [Fact]
    public async Task Whoever_sent_an_answer_back_is_told_of_the_next_one()
    {
        var answer = await _host.Given.AGrievanceAsync(CaseStatus.Proposed);
        await WithCaseAsync(answer, (services, grievance) => services.GetRequiredService<DecisionDesk>().SendBackAsync(grievance, Colleagues.Supervisor.Actor, CancellationToken.None));
        await QuietAsync();

        await _host.Given.ProposeAsync(answer);
        await _host.DeliverAsync();

        Assert.Equal(Emails(Colleagues.Supervisor, Colleagues.Supervisor2), Told());
    }

    [Fact]
    public async Task What_was_sent_back_is_told_to_who_wrote_it()
    {
        var answer = await _host.Given.AGrievanceAsync(CaseStatus.Proposed);
        var objection = await _host.Given.AGrievanceAsync(CaseStatus.ObjectionProposed);
        var advice = await _host.Given.AGrievanceAsync(CaseStatus.Answered, reason: "recommendation.practice");
        await WithCaseAsync(advice, (services, grievance) => services.GetRequiredService<Core.Grievances.OtherSide.RecommendingDesk>().WriteAsync(grievance, Advice(), Colleagues.Caseworker.Actor, CancellationToken.None));
        await QuietAsync();

        await WithCaseAsync(answer, (services, grievance) => services.GetRequiredService<DecisionDesk>().SendBackAsync(grievance, Colleagues.Supervisor.Actor, CancellationToken.None));
        await _host.DeliverAsync();
        Assert.Equal(Emails(Colleagues.Caseworker), Told());
        await QuietAsync();

        await WithCaseAsync(advice, (services, grievance) => services.GetRequiredService<Core.Grievances.OtherSide.RecommendingDesk>().SendBackAsync(grievance, Colleagues.Supervisor.Actor, CancellationToken.None));
        await _host.DeliverAsync();
        Assert.Equal(Emails(Colleagues.Caseworker), Told());
        await QuietAsync();

        await WithCaseAsync(objection, (services, grievance) => services.GetRequiredService<DecisionDesk>().SendBackObjectionAsync(grievance, Colleagues.Supervisor2.Actor, CancellationToken.None));
        await _host.DeliverAsync();
        Assert.Equal(Emails(Colleagues.Caseworker2), Told());
    }

    [Theory]
    [InlineData(CaseStatus.Submitted, false)]
    [InlineData(CaseStatus.Closed, true)]
    public async Task That_somebody_suffers_for_complaining_is_told_to_the_handler_and_to_every_supervisor_of_the_place(CaseStatus status, bool hasHandler)
    {
        var filed = await _host.Given.AGrievanceAsync(status);
        await QuietAsync();

        await WithCaseAsync(filed, (services, grievance) => services.GetRequiredService<FilerDesk>().ReportRetaliationAsync(
            grievance, new() { Body = "He cut my hours." }, "en", Actor.Filer(filed.Id, filed.CodeId), CancellationToken.None));
        await _host.DeliverAsync();

        Assert.Equal(hasHandler ? Emails(Colleagues.Caseworker, Colleagues.Supervisor, Colleagues.Supervisor2) : Emails(Colleagues.Supervisor, Colleagues.Supervisor2), Told());
    }

    [Fact]
    public async Task Nobody_hears_of_a_case_that_is_about_them_or_in_which_they_declared_an_interest()
    {
        var (apart, declared) = (await _host.Given.AGrievanceAsync(CaseStatus.UnderReview), await _host.Given.AGrievanceAsync(CaseStatus.UnderReview));
        await _host.DeliverAsync();
        _host.Letterbox.Mails.Clear();
        _host.Clock.Advance(CaseNewsHandler.Quiet);

        await WithCaseAsync(apart, (services, grievance) => services.GetRequiredService<FairnessDesk>().SetApartAsync(
            grievance, new() { ColleagueIds = [Colleagues.Supervisor.Id] }, Colleagues.Caseworker.Actor, CancellationToken.None));
        await WithCaseAsync(declared, (services, grievance) => services.GetRequiredService<FairnessDesk>().DeclareAsync(
            grievance, new() { Reason = "family", Words = "제 동생이 일하는 곳입니다." }, Colleagues.Caseworker.Actor, CancellationToken.None));
        await ReplyAsync(apart);
        await ReplyAsync(declared);
        await _host.DeliverAsync();

        Assert.Empty(_host.Letterbox.Mails);
    }

    [Fact]
    public async Task An_objection_is_told_to_the_supervisors_who_had_no_part()
    {
        var filed = await _host.Given.AGrievanceAsync(CaseStatus.Answered);
        await _host.DeliverAsync();
        _host.Letterbox.Mails.Clear();
        _host.Clock.Advance(CaseNewsHandler.Quiet);

        await WithCaseAsync(filed, (services, grievance) => services.GetRequiredService<ObjectionDesk>().ObjectAsync(
            grievance, new() { Body = "Nothing was mended." }, "vi", Actor.Filer(filed.Id, filed.CodeId), CancellationToken.None));
        await _host.DeliverAsync();

        Assert.Equal(Emails(Colleagues.Supervisor2), Told());
    }

    [Fact]
    public async Task Who_was_handed_a_case_or_a_task_hears_it_unless_they_left_or_lost_the_right()
    {
        var filed = await _host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        await HandOverAsync(filed, Colleagues.Caseworker2);
        await _host.DeliverAsync();
        Assert.Equal(Emails(Colleagues.Caseworker2), Told());

        _host.Letterbox.Mails.Clear();
        var left = await _host.Given.AColleagueAsync(Role.Caseworker);
        var withoutRight = await _host.Given.AColleagueAsync(Role.Caseworker);
        await HandOverAsync(filed, left);
        await HandOverAsync(filed, withoutRight);
        await _host.StoredAsync(db => db.Users.Where(u => u.Id == left.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.LeftAt, _host.Clock.GetUtcNow())));
        await _host.StoredAsync(db => db.RoleGrants.Where(g => g.UserId == withoutRight.Id).ExecuteUpdateAsync(set => set
            .SetProperty(g => g.WithdrawnAt, _host.Clock.GetUtcNow()).SetProperty(g => g.WithdrawnById, Colleagues.Administrator.Id)));
        await _host.DeliverAsync();
        Assert.Empty(Told());
    }

    private static MakeRecommendation Advice() => new()
    {
        Addressee = "원곡부동산",
        AddresseeKind = "landlord",
        AddresseeSector = RespondentSector.Private,
        Text = "국적을 이유로 거절하지 마십시오.",
    };

    // what was told so far is out of the way, and everybody may be told again
    private async Task QuietAsync()
    {
        await _host.DeliverAsync();
        _host.Letterbox.Mails.Clear();
        _host.Clock.Advance(CaseNewsHandler.Quiet);
    }

    private static IEnumerable<string> Emails(params Colleague[] colleagues) => colleagues.Select(c => c.Email).Order(StringComparer.Ordinal);

    private IEnumerable<string> Told() => _host.Letterbox.Mails.Select(mail => mail.To).Distinct().Order(StringComparer.Ordinal);

    private Task<int> RoundsAsync() => _host.StoredAsync(db => db.Set<OutboxJob>().CountAsync(job => job.Kind == RoundHandler.JobKind));

    private Task RoundAsync() => _host.WithAsync(services => RoundKeeper.LeaveAsync(
        services.GetRequiredService<PortalDb>(), services.GetRequiredService<WorkingCalendar>(), _host.Clock.GetUtcNow(), CancellationToken.None));

    // the job for news only, so that its mail waits for more
    private async Task NewsAsync()
    {
        var jobs = await _host.StoredAsync(db => db.Set<OutboxJob>().Where(job => job.Kind == CaseNewsHandler.JobKind && job.DoneAt == null).ToListAsync());
        foreach (var job in jobs)
        {
            await _host.WithAsync(services => services.GetServices<IOutboxHandler>().Single(handler => handler.Kind == job.Kind).HandleAsync(job.Payload, CancellationToken.None));
            await _host.StoredAsync(db => db.Set<OutboxJob>().Where(j => j.Id == job.Id).ExecuteDeleteAsync());
        }
    }

    private Task ReplyAsync(FiledCase filed) => WithCaseAsync(filed, (services, grievance) => services.GetRequiredService<FilerDesk>().WriteAsync(
        grievance, Guid.CreateVersion7(), new() { Body = "Any news?" }, "vi", Actor.Filer(filed.Id, filed.CodeId), CancellationToken.None));

    private Task HandOverAsync(FiledCase filed, Colleague to) => WithCaseAsync(filed, (services, grievance) =>
        services.GetRequiredService<GrievanceDesk>().HandOverAsync(grievance, new() { ColleagueId = to.Id }, Colleagues.Caseworker.Actor, CancellationToken.None));

    private Task TaskAsync(FiledCase filed) => WithCaseAsync(filed, (services, grievance) => services.GetRequiredService<TaskDesk>().AddAsync(
        grievance, new() { Text = "Call the house", DueOn = Seoul.DateOf(_host.Clock.GetUtcNow()) }, Colleagues.Caseworker.Actor, CancellationToken.None));

    private Task WithCaseAsync(FiledCase filed, Func<IServiceProvider, Grievance, Task> deed) => _host.WithAsync(async services =>
        await deed(services, await services.GetRequiredService<PortalDb>().Grievances.Include(g => g.Pauses).SingleAsync(g => g.Id == filed.Id)));
}
