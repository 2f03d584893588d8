using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.MyCase;

public sealed class MyCaseTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_message_arrives_is_found_by_its_words_and_sent_twice_arrives_once()
    {
        var given = await GivenCase.FiledAsync(portal);
        using var visitor = await given.ComeBackAsync();
        var id = visitor.Page.QuerySelector("[name=MessageId]")!.GetAttribute("value")!;

        await visitor.SubmitAsync("form.form", ("Form.Body", "산재 서류를 보냅니다"), ("MessageId", id));
        await visitor.SubmitAsync("form.form", ("Form.Body", "산재 서류를 보냅니다"), ("MessageId", id));

        var grievance = await given.ReadAsync();
        Assert.Single(grievance.Messages);
        Assert.True(grievance.HasUnread);
        var wanted = await portal.AskAsync(s => Task.FromResult(s.GetRequiredService<SearchTokens>().OfQuery("산재")));
        Assert.Subset(grievance.SearchTokens.ToHashSet(), wanted.ToHashSet());
    }

    [Fact]
    public async Task Answering_the_office_s_question_lets_the_clock_go_on()
    {
        var given = await (await GivenCase.FiledAsync(portal)).AskedAsync("급여명세서가 있습니까?");
        Assert.Null((await given.ReadAsync()).DueOn);
        using var visitor = await given.ComeBackAsync();
        Assert.NotNull(visitor.Page.QuerySelector(".message .bg-light-danger"));

        await visitor.SubmitAsync("form.form", ("Form.Body", "없습니다"));

        var grievance = await given.ReadAsync();
        Assert.Equal(CaseStatus.UnderReview, grievance.Status);
        Assert.NotNull(grievance.DueOn);
        Assert.Null(grievance.PausedOn);
        Assert.All(grievance.Messages.Where(m => m.FromOffice), m => Assert.NotNull(m.ReadAt));
        Assert.Null(visitor.Page.QuerySelector(".message .bg-light-danger"));
    }

    [Fact]
    public async Task A_message_is_no_answer_to_a_question_its_writer_had_not_seen()
    {
        var given = await GivenCase.FiledAsync(portal);
        using var visitor = await given.ComeBackAsync();
        await given.AskedAsync("급여명세서가 있습니까?");

        await visitor.SubmitAsync("form.form", ("Form.Body", "언제 답이 옵니까?"));

        Assert.Equal(HttpStatusCode.Conflict, visitor.Status);
        Assert.Equal("언제 답이 옵니까?", visitor.Page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Equal(CaseStatus.AwaitingSupplement, (await given.ReadAsync()).Status);
    }

    [Fact]
    public async Task Files_come_with_the_message_and_a_refused_one_is_named()
    {
        var given = await GivenCase.FiledAsync(portal);
        using var visitor = await given.ComeBackAsync();

        await visitor.SubmitAsync(
            "form.form", [("급여.txt", "월급 기록"u8.ToArray()), ("trick.exe", [0x4D, 0x5A, 0x90, 0x00, 0x03])], ("Form.Body", "서류입니다"));

        Assert.Contains("급여.txt", visitor.Page.QuerySelector(".message .file-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("trick.exe", visitor.Page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((await given.ReadAsync()).Messages.Single().Id, (await FilesAsync(given)).Single().MessageId);
    }

    [Fact]
    public async Task Files_without_words_are_not_kept()
    {
        var given = await GivenCase.FiledAsync(portal);
        using var visitor = await given.ComeBackAsync();

        await visitor.SubmitAsync("form.form", [("급여.txt", "월급 기록"u8.ToArray())], ("Form.Body", ""));

        Assert.NotNull(visitor.Page.QuerySelector("#Form_Body_error"));
        Assert.Empty(await FilesAsync(given));
    }

    [Fact]
    public async Task A_registration_number_in_a_message_is_hidden_and_said_so()
    {
        var given = await GivenCase.FiledAsync(portal);
        using var visitor = await given.ComeBackAsync();

        await visitor.SubmitAsync("form.form", ("Form.Body", "제 번호는 900101-5123456 입니다"));

        Assert.DoesNotContain("5123456", visitor.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await given.ReadAsync()).Messages);
    }

    [Fact]
    public async Task An_empty_message_is_not_sent()
    {
        var given = await GivenCase.FiledAsync(portal);
        using var visitor = await given.ComeBackAsync();

        await visitor.SubmitAsync("form.form", ("Form.Body", " "));

        Assert.NotNull(visitor.Page.QuerySelector("#Form_Body_error"));
        Assert.Empty((await given.ReadAsync()).Messages);
    }

    [Fact]
    public async Task A_name_makes_a_petition_of_a_tip()
    {
        var given = await GivenCase.FiledAsync(portal, name: null);
        using var visitor = await given.ComeBackAsync();
        await visitor.OpenAsync("/en/my-case/name");

        await visitor.SubmitAsync("form.form", ("Form.Name", ""));
        Assert.Equal(CaseStatus.Tip, (await given.ReadAsync()).Status);
        await visitor.SubmitAsync("form.form", ("Form.Name", "Nguyễn Thị Hoa"));

        var grievance = await given.ReadAsync();
        Assert.Equal(CaseStatus.Submitted, grievance.Status);
        Assert.NotNull(grievance.DueOn);
    }

    [Fact]
    public async Task What_was_withdrawn_cannot_be_withdrawn_again()
    {
        var given = await GivenCase.FiledAsync(portal);
        using var first = await given.ComeBackAsync();
        using var second = await given.ComeBackAsync();
        await first.OpenAsync("/en/my-case/withdraw");
        await second.OpenAsync("/en/my-case/withdraw");

        await first.SubmitAsync("form.form");
        await second.SubmitAsync("form.form");

        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal(CaseStatus.Withdrawn, (await given.ReadAsync()).Status);
        Assert.Equal(1, await EventsAsync(given, Grievance.Withdraw));
    }

    [Theory]
    [InlineData("withdraw")]
    [InlineData("name")]
    [InlineData("helpers")]
    public async Task A_helper_reads_and_writes_but_does_not_decide(string page)
    {
        var given = await GivenCase.FiledAsync(portal);
        using var helper = await given.ComeBackAsync(await given.GiveHelperCodeAsync());
        await helper.SubmitAsync("form.form", ("Form.Body", "She is ill and asks for time."));
        var before = await given.ReadAsync();

        await helper.OpenAsync("/en/my-case/" + page);

        Assert.Equal(HttpStatusCode.Forbidden, helper.Status);
        Assert.Single(before.Messages);
        Assert.Equal(before.Revision, (await given.ReadAsync()).Revision);
    }

    [Fact]
    public async Task An_ended_helper_s_code_stops_at_once()
    {
        var given = await GivenCase.FiledAsync(portal);
        var code = await given.GiveHelperCodeAsync();
        using var helper = await given.ComeBackAsync(code);
        Assert.Equal("/en/my-case/status", helper.Address.AbsolutePath);
        using var person = await given.ComeBackAsync();
        await person.OpenAsync("/en/my-case/helpers");

        await person.SubmitAsync("form[action*='End']");

        await helper.OpenAsync("/en/my-case/status");
        Assert.Equal("/en/my-case", helper.Address.AbsolutePath);
        using var again = await given.ComeBackAsync(code);
        Assert.NotNull(again.Page.QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task There_are_never_more_helper_codes_than_three()
    {
        var given = await GivenCase.FiledAsync(portal);
        for (var i = 0; i < HelperDesk.MostCodes; i++)
        {
            await given.GiveHelperCodeAsync();
        }

        using var person = await given.ComeBackAsync();
        await person.OpenAsync("/en/my-case/helpers");

        Assert.Null(person.Page.QuerySelector("form[action*='Give']"));
        Assert.Equal(HelperDesk.MostCodes, person.Page.QuerySelectorAll(".code-list li").Length);
    }

    [Fact]
    public async Task The_person_sees_by_role_and_day_who_looked_and_no_name()
    {
        var given = await (await GivenCase.FiledAsync(portal)).AskedAsync("급여명세서가 있습니까?");
        using var visitor = await given.ComeBackAsync();

        await visitor.OpenAsync("/en/my-case/looked");

        Assert.Contains("Caseworker", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("김담당", visitor.Text, StringComparison.Ordinal);
        Assert.Single(visitor.Page.QuerySelectorAll("h2.looked-day + ul li"));
    }

    [Fact]
    public async Task A_code_opens_no_other_case()
    {
        var (mine, other) = (await GivenCase.FiledAsync(portal), await GivenCase.FiledAsync(portal));
        using var visitor = await mine.ComeBackAsync();

        await visitor.OpenAsync("/en/my-case/status?reference=" + (await other.ReadAsync()).Reference);

        Assert.DoesNotContain((await other.ReadAsync()).Reference, visitor.Text, StringComparison.Ordinal);
    }

    private Task<List<CaseFile>> FilesAsync(GivenCase given) =>
        portal.AskAsync(s => s.GetRequiredService<Core.Storage.PortalDb>().Set<CaseFile>().Where(f => f.CaseId == given.Id).ToListAsync());

    private Task<int> EventsAsync(GivenCase given, CaseAction action) =>
        portal.AskAsync(s => s.GetRequiredService<Core.Storage.PortalDb>().Events.CountAsync(e => e.CaseId == given.Id && e.Action == action.Code));
}
