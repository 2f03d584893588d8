using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Portal.Tests.Notices;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>An alarm waits for nothing: not for a colleague who raises it, not for office hours, not for a city that takes part.</summary>
[Trait("Category", "Database")]
public sealed class DangerTests : IAsyncLifetime
{
    private static readonly TimeSpan ToTheNight = TimeSpan.FromHours(14);

    private readonly MailHost _host = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Danger_that_is_told_leaves_its_alarm_and_one_mail_without_content_in_the_middle_of_the_night()
    {
        _host.Clock.Advance(ToTheNight);
        var filed = await _host.Given.AToldChildAsync(told => (told.DangerNow, told.Known) = (true, "아이가 울고 있습니다."));

        await _host.DeliverAsync();
        await _host.DeliverAsync();

        var alarm = await AlarmAsync(filed);
        Assert.Equal((null, null, null), (alarm.RaisedById, alarm.Words, alarm.EndedAt));
        Assert.Empty(alarm.Told);
        Assert.Equal(
            new[] { Colleagues.Caseworker, Colleagues.Caseworker2, Colleagues.Supervisor, Colleagues.Supervisor2, Colleagues.AnsanOfficer }.Select(one => one.Email).Order(StringComparer.Ordinal),
            _host.Letterbox.Mails.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.All(_host.Letterbox.Mails, mail => Assert.All(["CC-", filed.Reference, "Ansan", "안산", "아이", "울고"], word => Assert.DoesNotContain(word, mail.Subject + mail.Body, StringComparison.Ordinal)));
        Assert.DoesNotContain(await _host.StoredAsync(db => db.Set<Core.Storage.Outbox.OutboxJob>().Select(job => job.Payload).ToListAsync()), payload => payload.Contains(filed.Reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_city_that_takes_no_part_it_waits_on_no_list_and_reaches_the_province()
    {
        var filed = await _host.Given.AToldChildAsync(told => (told.City, told.DangerNow) = ("41480", true));
        await _host.DeliverAsync();

        var one = await _host.StoredAsync(db => db.ChildConfirmations.SingleAsync(c => c.Id == filed.Id));
        Assert.Equal((CaseStatus.Submitted, null), (one.Status, one.DueOn));
        Assert.Contains(_host.Letterbox.Mails, mail => mail.To == Colleagues.Caseworker.Email);
        Assert.DoesNotContain(_host.Letterbox.Mails, mail => mail.To == Colleagues.AnsanOfficer.Email || mail.To == Colleagues.SuwonOfficer.Email);
        using var office = await _host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains(filed.Reference, (await office.GetAsync("/office")).Document.QuerySelector("main section")!.TextContent, StringComparison.Ordinal);

        // and the days count from the day on which somebody takes it on
        await _host.PressAsync(office, filed, "take-on");
        Assert.NotNull(await _host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.DueOn).SingleAsync()));
    }

    [Fact]
    public async Task A_parent_says_so_in_their_own_form_and_the_alarm_follows_the_same_way()
    {
        using var parent = _host.Browser();
        await (await parent.GetAsync("/en/children/new/where")).SubmitAsync(("Form.City", "41480"), ("Form.DangerNow", "true"));
        Assert.NotNull((await parent.GetAsync("/en/children/new/child")).Form("Form.OwnName"));
        _host.Clock.Advance(ToTheNight);
        var filed = await _host.Given.AChildAsync(form => (form.Place.City, form.Place.DangerNow) = ("41480", true));

        await _host.DeliverAsync();

        Assert.Null((await AlarmAsync(filed)).RaisedById);
        Assert.Equal(CaseStatus.Submitted, await _host.StatusAsync(filed));
        Assert.Contains(_host.Letterbox.Mails, mail => mail.To == Colleagues.Caseworker.Email && mail.Subject + mail.Body is var words && !words.Contains(filed.Reference, StringComparison.Ordinal));
        using var office = await _host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains(filed.Reference, (await office.GetAsync("/office")).Document.QuerySelector("main section")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_agreed_to_wait_waits_and_the_alarm_stands_all_the_same()
    {
        var filed = await _host.Given.AToldChildAsync(told => (told.City, told.DangerNow, told.Waits) = ("41480", true, true));

        Assert.Equal(CaseStatus.Waiting, await _host.StatusAsync(filed));
        Assert.NotNull(await AlarmAsync(filed));
    }

    [Fact]
    public async Task Danger_that_a_colleague_takes_down_stands_with_their_name_and_they_need_no_mail()
    {
        using var office = await _host.SignInAsAsync(Colleagues.Caseworker);
        var receipt = await (await office.GetAsync("/office/children/new")).SubmitAsync(
            ("Form.Way", "Request"), ("Form.Channel", "Phone"), ("Form.City", Colleagues.Ansan), ("Form.InDanger", "true"), ("Form.ReadBack", "true"), ("Form.Known", "다친 아이."), ("Form.Relation", "school"));
        Assert.EndsWith("/receipt", receipt.Path, StringComparison.Ordinal);
        await _host.DeliverAsync();

        var alarm = await _host.StoredAsync(db => db.Set<ChildAlarm>().SingleAsync());
        Assert.Equal(Colleagues.Caseworker.Id, alarm.RaisedById);
        Assert.Contains(_host.Letterbox.Mails, mail => mail.To == Colleagues.Supervisor.Email);
        Assert.DoesNotContain(_host.Letterbox.Mails, mail => mail.To == Colleagues.Caseworker.Email);
    }

    [Fact]
    public async Task An_alarm_that_is_raised_is_mailed_at_once_to_the_centre_too_and_the_same_alarm_never_twice()
    {
        var centre = await _host.Given.ACentreWorkerAsync();
        var filed = await _host.Given.AChildAsync();
        await using (var db = _host.Database.Open())
        {
            await db.ChildConfirmations.Where(c => c.Id == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Centre, centre.Centre));
        }

        _host.Clock.Advance(ToTheNight);
        await _host.DeliverAsync();
        var before = _host.Letterbox.Mails.Count;
        using var office = await _host.SignInAsAsync(Colleagues.Caseworker2);
        await office.DoAsync(filed, "raise-alarm", ("Form.Codes", "police-112"), ("Form.Words", "아이가 다쳤습니다."));
        await _host.DeliverAsync();
        await _host.DeliverAsync();

        var told = _host.Letterbox.Mails.Skip(before).Select(mail => mail.To).ToList();
        Assert.Contains(centre.Email, told);
        Assert.DoesNotContain(Colleagues.Caseworker2.Email, told);
        Assert.Distinct(told);
        Assert.Equal(1, await _host.StoredAsync(db => db.Set<Core.Storage.Outbox.OutboxJob>().CountAsync(job => job.Kind == AlarmHandler.JobKind)));
    }

    [Fact]
    public async Task An_alarm_ends_with_words_and_not_without()
    {
        var filed = await _host.Given.AToldChildAsync(told => told.DangerNow = true);
        using var office = await _host.SignInAsAsync(Colleagues.Supervisor);

        var wordless = await (await office.GetAsync(Of(filed, "do/end-alarm"))).SubmitAsync(("Form.Words", " "));
        Assert.NotNull(wordless.MistakeAt("Form.Words"));
        Assert.Null((await AlarmAsync(filed)).EndedAt);
        Assert.NotNull(await _host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.AlarmSince).SingleAsync()));
        Assert.Equal(0, await EndingsAsync(filed));

        await office.DoAsync(filed, "end-alarm", ("Form.Words", "아동보호전문기관이 만났고 안전합니다."));

        var ended = await AlarmAsync(filed);
        Assert.Equal(Colleagues.Supervisor.Id, ended.EndedById);
        Assert.NotNull(ended.Outcome);
        Assert.Null(await _host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.AlarmSince).SingleAsync()));
        Assert.Contains("아동보호전문기관이 만났고 안전합니다.", (await office.GetAsync(Of(filed))).Words, StringComparison.Ordinal);
        Assert.NotEmpty((await (await office.GetAsync(Of(filed, "do/end-alarm"))).SubmitAsync(("Form.Words", "또"))).Summary);
        Assert.Equal(1, await EndingsAsync(filed));
    }

    [Fact]
    public async Task The_database_keeps_no_words_without_whoever_wrote_them()
    {
        var filed = await _host.Given.AToldChildAsync(told => told.DangerNow = true);
        await using var source = Core.Storage.DatabaseRole.Source(_host.Database.ConnectionString, Core.Storage.DatabaseRole.App);
        await using var forged = source.CreateCommand($"insert into child_alarms (id, case_id, told, words, raised_at) values (gen_random_uuid(), '{filed.Id}', '{{}}', '\\x01', now())");

        Assert.Equal("child_alarms_by_somebody_with_words", (await Assert.ThrowsAsync<PostgresException>(() => forged.ExecuteNonQueryAsync())).ConstraintName);
    }

    private Task<ChildAlarm> AlarmAsync(FiledCase filed) => _host.StoredAsync(db => db.Set<ChildAlarm>().SingleAsync(a => a.CaseId == filed.Id));

    private Task<int> EndingsAsync(FiledCase filed) => _host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.EndAlarm.Code));
}
