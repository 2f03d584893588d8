using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>With the notice before the eighteenth birthday comes a pack for the child: what was confirmed, what ends, what goes on, whom to ask; in its language and in Korean.</summary>
[Trait("Category", "Database")]
public sealed class HandoverTests : IAsyncLifetime
{
    private readonly PortalHost _host = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task The_family_page_leads_to_it_as_page_and_paper_and_it_says_what_ends_and_what_goes_on()
    {
        var filed = await _host.AConfirmedChildAsync(form => Soon(form));
        var openings = await OpeningsAsync(filed);
        using var before = await _host.ComeBackAsync(filed.CodeId);
        Assert.DoesNotContain("إلى من يبلغ سن الرشد", (await before.GetAsync("/ar/my-case/child")).Words, StringComparison.Ordinal);

        await _host.AgeRoundAsync();

        using var family = await _host.ComeBackAsync(filed.CodeId);
        var link = await LinkAsync(family);
        var pack = await family.GetAsync(link);
        var document = await _host.StoredAsync(db => db.Set<CardIssue>().Where(c => c.CaseId == filed.Id).Select(c => c.DocumentSerial).SingleAsync());
        Assert.All(["ما ينتهي", "المساعدة التي تستمر", "من تسأل", "계속되는 도움", "물어볼 곳", "1661-0222", "1331", document, "2027"], words => Assert.Contains(words, pack.Words, StringComparison.Ordinal));
        Assert.All(["سلمى", "Salma", "살마", "هدى"], name => Assert.DoesNotContain(name, pack.Words, StringComparison.Ordinal));
        // nobody opened who the child is for it
        Assert.Equal(openings, await OpeningsAsync(filed));
        if (PdfLibrary.IsHere)
        {
            Assert.Equal(HttpStatusCode.OK, (await family.GetAsync(link + "/pdf")).Status);
        }
    }

    [Fact]
    public async Task It_can_still_be_read_when_the_child_is_of_age_and_is_not_made_again()
    {
        var filed = await _host.AConfirmedChildAsync(form => Soon(form));
        await _host.AgeRoundAsync();

        _host.Clock.Advance(TimeSpan.FromDays(100));
        await _host.AgeRoundAsync();

        Assert.Equal(CaseStatus.AgedOut, await _host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Status).SingleAsync()));
        Assert.Equal(1, await PacksAsync(filed));
        using var family = await _host.ComeBackAsync(filed.CodeId);
        Assert.Equal(HttpStatusCode.OK, (await family.GetAsync(await LinkAsync(family))).Status);
    }

    [Fact]
    public async Task Whom_no_notice_reached_before_gets_it_on_the_day()
    {
        var filed = await _host.AConfirmedChildAsync(form => (form.About.Year, form.About.Month, form.About.Day) = ("2009", "6", "1"));
        await _host.AgeRoundAsync();
        Assert.Equal(0, await PacksAsync(filed));

        _host.Clock.Advance(new DateTimeOffset(2027, 6, 3, 3, 0, 0, TimeSpan.Zero) - _host.Clock.GetUtcNow());
        await _host.AgeRoundAsync();

        Assert.Equal(1, await PacksAsync(filed));
    }

    [Fact]
    public async Task A_child_who_was_never_confirmed_gets_none()
    {
        var filed = await _host.AFoundChildAsync(form => Soon(form));
        await _host.PressAsync(filed, ChildConfirmation.ProposeConfirmation.Code, Colleagues.Caseworker.Actor);
        await _host.PressAsync(filed, ChildConfirmation.ApproveConfirmation.Code, Colleagues.Supervisor.Actor);

        _host.Clock.Advance(TimeSpan.FromDays(100));
        await _host.AgeRoundAsync();

        Assert.Equal(CaseStatus.AgedOut, await _host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Status).SingleAsync()));
        Assert.Equal(0, await PacksAsync(filed));
    }

    private static void Soon(Core.ChildConfirmations.Filing.ApplyForChild form) => (form.About.Year, form.About.Month, form.About.Day) = ("2009", "2", "20");

    private static async Task<string> LinkAsync(Browserless family) =>
        (await family.GetAsync("/ar/my-case/child")).Document.QuerySelector(".case-now a[href*='/letters/']")!.GetAttribute("href")!;

    private Task<int> PacksAsync(FiledCase filed) => _host.StoredAsync(db => db.Messages.CountAsync(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.Handover));

    private Task<int> OpeningsAsync(FiledCase filed) => _host.StoredAsync(db => db.Set<IdentityOpening>().CountAsync(o => o.CaseId == filed.Id));
}
