using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>Every thirty days one letter, however often the round is made and however long the portal was away.</summary>
[Trait("Category", "Database")]
public sealed class ProgressLetterTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task After_thirty_days_one_letter_goes_out_although_the_round_is_made_ten_times()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        host.Clock.Advance(TimeSpan.FromDays(29));
        await RoundAsync();
        Assert.Equal(0, await LettersAsync(filed));

        host.Clock.Advance(TimeSpan.FromDays(1));
        for (var i = 0; i < 10; i++)
        {
            await RoundAsync();
        }

        Assert.Equal(1, await LettersAsync(filed));
        using var filer = await host.ComeBackAsync(filed.CodeId);
        var status = await filer.GetAsync("/vi/my-case/status");
        Assert.Contains("Tình hình xử lý", status.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_ninety_five_days_of_silence_one_letter_goes_out_and_the_next_on_day_one_hundred_and_twenty()
    {
        var filed = await host.Given.AGrievanceAsync();
        host.Clock.Advance(TimeSpan.FromDays(95));
        await RoundAsync();
        await RoundAsync();
        Assert.Equal(1, await LettersAsync(filed));

        host.Clock.Advance(TimeSpan.FromDays(24));
        await RoundAsync();
        Assert.Equal(1, await LettersAsync(filed));

        host.Clock.Advance(TimeSpan.FromDays(1));
        await RoundAsync();
        Assert.Equal(2, await LettersAsync(filed));
    }

    [Fact]
    public async Task Where_the_days_stand_still_the_letter_says_why_and_it_names_those_who_speak_for_a_group()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement, form => form.Contact.SecondName = "Trần Văn Ví");
        host.Clock.Advance(TimeSpan.FromDays(30));

        await RoundAsync();

        using var filer = await host.ComeBackAsync(filed.CodeId);
        var letter = (await filer.GetAsync("/ko/my-case/status")).Document.QuerySelectorAll(".message.from-office")[^1].TextContent;
        Assert.Contains("요청한 것에 대한 답을 기다리고 있습니다.", letter, StringComparison.Ordinal);
        Assert.Contains("대표자: Trần Văn Ví", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thirty_days_after_an_objection_the_person_is_told_where_that_stands()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.ObjectionReview);
        host.Clock.Advance(TimeSpan.FromDays(29));
        await RoundAsync();
        Assert.Equal(0, await LettersAsync(filed));

        host.Clock.Advance(TimeSpan.FromDays(1));
        await RoundAsync();
        await RoundAsync();

        Assert.Equal(1, await LettersAsync(filed));
    }

    [Theory]
    [InlineData(CaseStatus.Tip)]
    [InlineData(CaseStatus.Answered)]
    [InlineData(CaseStatus.Withdrawn)]
    [InlineData(CaseStatus.Closed)]
    public async Task What_is_no_petition_or_is_decided_gets_none(CaseStatus status)
    {
        var filed = await host.Given.AGrievanceAsync(status);
        host.Clock.Advance(TimeSpan.FromDays(31));

        await RoundAsync();

        Assert.Equal(0, await LettersAsync(filed));
    }

    [Fact]
    public async Task The_round_of_a_day_is_called_once()
    {
        var now = host.Clock.GetUtcNow();
        for (var i = 0; i < 3; i++)
        {
            await host.WithAsync(services => ProgressRound.CallAsync(services, now, CancellationToken.None));
        }

        var key = $"{ProgressHandler.JobKind}:{Core.Calendar.Seoul.DateOf(now):yyyy-MM-dd}";
        Assert.Equal(1, await host.StoredAsync(db => db.Set<OutboxJob>().CountAsync(job => job.DedupeKey == key)));
    }

    private Task RoundAsync() => host.WithAsync(async services =>
    {
        while (await services.GetRequiredService<ProgressDesk>().NextAsync(host.Clock.GetUtcNow(), CancellationToken.None))
        {
            // on to the next hundred
        }
    });

    private Task<int> LettersAsync(FiledCase filed) =>
        host.StoredAsync(db => db.Messages.CountAsync(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.Progress));
}
