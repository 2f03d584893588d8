using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

public sealed class CaseReadingTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task A_colleague_reads_what_was_told_and_covered_names()
    {
        await using var office = await Office.OpenAsync(database);
        var filed = await office.FileAsync(f => f.Hope.Hope = "사과를 받고 싶습니다.");

        var view = await ReadAsync(office, filed);

        Assert.Equal("사장이 월급을 주지 않았습니다.", view.Account);
        Assert.Equal("사과를 받고 싶습니다.", view.Hope);
        Assert.Equal(["N●●●"], view.People.Select(p => p.Name));
        Assert.Equal(["file"], view.Timeline.Select(e => e.Code));
    }

    [Fact]
    public async Task Opening_a_case_takes_three_statements_beside_its_loading()
    {
        await using var office = await Office.OpenAsync(database);
        var filed = await office.FileAsync();
        await office.AskAsync(async s =>
        {
            var grievance = await LoadAsync(s, filed);
            office.Sql.Clear();
            return await s.GetRequiredService<GrievanceReader>().ReadAsync(grievance, office.Kim, null, CancellationToken.None);
        });

        Assert.Equal(3, office.Sql.Count);
    }

    [Fact]
    public async Task Messages_notes_and_deeds_stand_in_one_timeline_newest_first()
    {
        await using var office = await Office.OpenAsync(database);
        var filed = await office.FileAsync();
        await DoAsync(office, filed, (d, g) => d.TakeOnAsync(g, affirms: true, office.Kim, CancellationToken.None));
        await DoAsync(office, filed, (d, g) => d.WriteAsync(g, Guid.CreateVersion7(), new() { Body = "살펴보겠습니다." }, office.Kim, CancellationToken.None));
        await DoAsync(office, filed, (d, g) => d.NoteAsync(g, new() { Body = "사업장에 전화함" }, office.Kim, CancellationToken.None));

        var timeline = (await ReadAsync(office, filed)).Timeline;

        Assert.Equal([TimelineKind.Note, TimelineKind.Message, TimelineKind.Deed, TimelineKind.Deed], timeline.Select(e => e.Kind));
        Assert.Equal(["사업장에 전화함", "살펴보겠습니다.", null, null], timeline.Select(e => e.Body));
        Assert.Equal(["김담당", "김담당", "김담당", null], timeline.Select(e => e.Colleague));
        Assert.Equal(Role.Caseworker, timeline[2].By);
    }

    [Fact]
    public async Task The_history_tells_to_whom_a_case_was_handed_and_by_which_article()
    {
        await using var office = await Office.OpenAsync(database);
        var filed = await office.FileAsync();
        await DoAsync(office, filed, (d, g) => d.TakeOnAsync(g, affirms: true, office.Kim, CancellationToken.None));
        await DoAsync(office, filed, (d, g) => d.HandOverAsync(g, new() { ColleagueId = office.Lee.UserId }, office.Kim, CancellationToken.None));

        var timeline = (await ReadAsync(office, filed)).Timeline;

        Assert.Equal([("이감독", "race:4"), (null, "petitions:9"), (null, "petitions:8")], timeline.Select(e => (e.To, e.Article)));
    }

    [Fact]
    public async Task What_comes_while_a_colleague_opens_the_case_stays_new()
    {
        await using var office = await Office.OpenAsync(database);
        var filed = await office.FileAsync();
        await ReplyAsync(office, filed, "첫째");

        await office.AskAsync(async s =>
        {
            var opened = await LoadAsync(s, filed);
            await ReplyAsync(office, filed, "둘째");
            return await s.GetRequiredService<GrievanceReader>().ReadAsync(opened, office.Kim, null, CancellationToken.None);
        });

        await using var after = database.Open();
        Assert.True(await after.Grievances.Where(g => g.Id == filed.Id).Select(g => g.HasUnread).SingleAsync());
    }

    [Fact]
    public async Task What_the_person_wrote_counts_as_read_once_a_colleague_opened_it()
    {
        await using var office = await Office.OpenAsync(database);
        var filed = await office.FileAsync();
        await ReplyAsync(office, filed, "안녕하세요");

        await ReadAsync(office, filed);

        await using var after = database.Open();
        Assert.False(await after.Grievances.Where(g => g.Id == filed.Id).Select(g => g.HasUnread).SingleAsync());
        Assert.NotNull(await after.Messages.Where(m => m.CaseId == filed.Id).Select(m => m.ReadAt).SingleAsync());
    }

    [Fact]
    public async Task A_name_is_uncovered_only_for_a_reason_that_goes_on_record()
    {
        await using var office = await Office.OpenAsync(database);
        var filed = await office.FileAsync();

        var people = await office.AskAsync(async s =>
            await s.GetRequiredService<GrievanceReader>().UncoverAsync(await LoadAsync(s, filed), "contact", office.Kim, CancellationToken.None));
        var refused = await Assert.ThrowsAsync<RefusedException>(() => office.AskAsync(async s =>
            await s.GetRequiredService<GrievanceReader>().UncoverAsync(await LoadAsync(s, filed), "curiosity", office.Kim, CancellationToken.None)));

        Assert.Equal(["Nguyễn Thị Hoa"], people.Select(p => p.Name));
        Assert.Equal("grievance.no-such-reason", refused.Refusal.Code);
        await using var db = database.Open();
        Assert.Equal(["identity:contact"], await db.AccessRecords.Where(r => r.CaseId == filed.Id && r.Deed == AccessDeed.View).Select(r => r.Detail).ToListAsync());
    }

    [Fact]
    public async Task A_form_sent_twice_at_the_counter_files_once_and_keeps_the_first_code()
    {
        await using var office = await Office.OpenAsync(database);
        var form = new FileAtCounter
        {
            Channel = Channel.Phone,
            ReceivedAt = new DateTime(2026, 11, 20, 14, 30, 0, DateTimeKind.Unspecified),
            ReadBack = true,
            Interpreter = "통역사 최",
            Token = Guid.CreateVersion7(),
            Grievance =
            {
                Story = { Teller = Teller.Myself, Account = "가게에 못 들어가게 했습니다." },
                WhenWhere = { Municipality = Office.Suwon },
                Grounds = { Grounds = ["race"], Sectors = ["goods-services"] },
                Respondent = { Kind = "business" },
                Contact = { WithName = false, Way = ContactWay.PortalOnly, Language = "ko" },
            },
        };

        Task<Filed> Send(byte code) => office.AskAsync(s =>
            s.GetRequiredService<FilingDesk>().FileAtCounterAsync(form, office.Kim, [code, 1, 2, 3], null, CancellationToken.None));
        var first = await Send(1);
        var second = await Send(2);

        Assert.Equal((first.Reference, true, false), (second.Reference, first.IsNew, second.IsNew));
        await using var db = database.Open();
        var filed = await db.Grievances.SingleAsync(g => g.SentFrom == form.Token);
        Assert.NotNull(filed.ReadBackAt);
        Assert.Equal([1, 1, 2, 3], await db.Codes.Where(c => c.CaseId == filed.Id).Select(c => c.Hash).SingleAsync());
    }

    private async Task ReplyAsync(Office office, Grievance filed, string text)
    {
        await using var db = database.Open();
        var grievance = await db.Grievances.SingleAsync(g => g.Id == filed.Id);
        var words = await office.AskAsync(s => Task.FromResult(s.GetRequiredService<CaseWords>()));
        var person = Actor.Filer(grievance.Id, Guid.CreateVersion7());
        grievance.ReplyBy(person, words.Message(grievance.Id, Guid.CreateVersion7(), text, MessagePurpose.Message, "ko", person, DateTimeOffset.UtcNow), DateTimeOffset.UtcNow);
        await db.SaveChangesAsync();
    }

    private static Task<GrievanceView> ReadAsync(Office office, Grievance filed) => office.AskAsync(async s =>
        await s.GetRequiredService<GrievanceReader>().ReadAsync(await LoadAsync(s, filed), office.Kim, null, CancellationToken.None));

    private static Task<Grievance> DoAsync(Office office, Grievance filed, Func<GrievanceDesk, Grievance, Task> deed) => office.AskAsync(async s =>
    {
        var grievance = await LoadAsync(s, filed);
        await deed(s.GetRequiredService<GrievanceDesk>(), grievance);
        return grievance;
    });

    private static Task<Grievance> LoadAsync(IServiceProvider services, Grievance filed) =>
        services.GetRequiredService<PortalDb>().Grievances.Include(g => g.People).Include(g => g.Pauses).SingleAsync(g => g.Id == filed.Id);
}
