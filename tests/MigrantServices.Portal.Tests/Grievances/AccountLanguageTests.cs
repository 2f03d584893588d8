using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Grievances;

/// <summary>What happened keeps the language in which it is written; letters go out in the one that the person chose for them.</summary>
[Trait("Category", "Database")]
public sealed class AccountLanguageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_story_in_English_stays_English_where_the_letters_are_Vietnamese()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview, answers => (answers.Story.Language, answers.Contact.Language) = ("en", "vi"));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var page = await office.GetAsync($"/office/grievances/{filed.Reference}");

        Assert.Equal("en", page.Document.QuerySelector("#told + .user-text")!.GetAttribute("lang"));
        var letter = await host.StoredAsync(db => db.Messages.Where(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.Receipt).SingleAsync());
        Assert.Equal("vi", letter.Language);
        await (await page.FollowAsync("a[href*='translations/new?text=Account']")).SubmitAsync(
            ("Form.Words", "집주인이 거절했습니다."), ("Form.To", "ko"), ("Form.Kind", "Human"));
        Assert.Equal(("en", "ko"), await host.StoredAsync(async db => await db.Set<Translation>().SingleAsync(t => t.CaseId == filed.Id) is var made ? (made.From, made.To) : default));
    }

    [Fact]
    public async Task A_story_that_a_colleague_wrote_down_in_Korean_asks_for_no_translation()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview, answers => (answers.Story.Language, answers.Contact.Language) = ("ko", "vi"));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var page = await office.GetAsync($"/office/grievances/{filed.Reference}");

        Assert.Equal("ko", page.Document.QuerySelector("#told + .user-text")!.GetAttribute("lang"));
        Assert.Null(page.Document.QuerySelector("a[href*='text=Account']"));
    }

    [Fact]
    public async Task The_language_of_the_page_on_which_it_was_told_is_kept_with_the_draft()
    {
        var draft = await host.Given.ADraftAsync();
        using var browser = host.Given.ABrowserHolding(draft);

        await (await browser.GetAsync("/en/grievances/new")).SubmitAsync(("Form.Account", "The landlord said no."));
        await (await browser.GetAsync("/vi/grievances/new/you")).SubmitAsync(("Form.Language", "vi"));

        var check = await browser.GetAsync("/vi/grievances/new/check");
        await check.SendAsync(check.Form("__RequestVerificationToken"), null);

        var stored = await host.StoredAsync(db => db.Grievances.SingleAsync(g => g.SentFrom == draft.Id));
        Assert.Equal(("en", "vi"), (stored.AccountLanguage, stored.Language));
    }
}
