using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Filing;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>A household applies for several kinds of help at once.</summary>
[Trait("Category", "Database")]
public sealed class ApplyingTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_household_applies_in_Arabic_for_three_kinds_of_help_and_comes_back()
    {
        using var browser = host.Browser();
        Assert.NotNull((await browser.GetAsync("/ar/support/new")).Document.QuerySelector("a[href='/ar/support/new/programmes']"));
        var page = await (await browser.GetAsync("/ar/support/new/programmes")).SubmitAsync(("Form.Chosen", "living-expense"), ("Form.Chosen", "clinic-costs"), ("Form.Chosen", "korean-class"));
        Assert.Equal("/ar/support/new/household", page.Path);
        page = await (await browser.GetAsync("/ar/support/new/household/member")).SubmitAsync(("Form.Name", "مريم الياسمينة"), ("Form.Category", "g-1-5"));
        page = await (await browser.GetAsync("/ar/support/new/household/member")).SubmitAsync(("Form.Name", "يوسف الياسمينة"), ("Form.Category", "g-1-5"));
        Assert.Contains("يوسف الياسمينة", page.Words, StringComparison.Ordinal);
        page = await page.SendAsync(page.Document.Forms[^1], null, ("Form.City", Colleagues.Ansan));
        Assert.Equal("/ar/support/new/need", page.Path);
        page = await page.SubmitAsync(("Form.Account", "نحتاج إلى مساعدة"));
        Assert.Equal("/ar/support/new/papers", page.Path);
        page = await page.SubmitAsync(("Form.Given", "identity-paper"));
        page = await page.SubmitAsync(("Form.Way", "PortalOnly"), ("Form.Language", "ar"));
        Assert.Equal("/ar/support/new/check", page.Path);

        var sent = await page.SendAsync(page.Document.Forms[^1], null);

        Assert.Equal("/ar/support/new/sent", sent.Path);
        var stored = await host.StoredAsync(db => db.SupportApplications.Include(c => c.Household).SingleAsync(c => sent.Html.Contains(c.Reference)));
        Assert.Equal((CaseStatus.Submitted, "ar", Colleagues.Ansan, 3, 2), (stored.Status, stored.Language, stored.Municipality, stored.Lines.Count, stored.Household.Count));
        Assert.All(stored.Household, person => Assert.True(person is { Category: not null, Born: null, Circumstances: null }, "only what the programmes need is kept"));
        Assert.Equal("identity-paper", Assert.Single(stored.Papers).Code);

        using var later = host.Browser();
        var status = await (await later.GetAsync("/ar/my-case")).SubmitAsync(("Code", sent.Document.GetElementById("code")!.TextContent));
        Assert.Equal("/ar/my-case/support", status.Path);
        Assert.Contains(stored.Reference, status.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_chosen_after_the_questions_is_ticked_in_the_application_and_stands_in_no_address()
    {
        using var browser = host.Browser();
        var found = await (await browser.GetAsync("/en/support/guide")).SubmitAsync(("Form.Needs", "living"), ("Form.Needs", "language"), ("Form.Adults", "2"));
        var drafts = await host.StoredAsync(db => db.Drafts.CountAsync());

        var start = await found.SubmitAsync(("Chosen", "living-expense"), ("Chosen", "korean-class"), ("Chosen", "closed-since"));
        Assert.Equal(("/en/support/new", ""), (start.Path, start.Address.Query));
        var programmes = await start.SendAsync(start.Form("Form.Chosen"), null);

        Assert.Equal("/en/support/new/programmes", programmes.Path);
        Assert.Equal("living-expense,korean-class", programmes.ValueOf("Form.Chosen"));
        Assert.Equal(drafts, await host.StoredAsync(db => db.Drafts.CountAsync()));
        Assert.Equal("/en/support/new/household", (await programmes.SendAsync(programmes.Form("Form.Chosen"), null)).Path);
    }

    [Fact]
    public async Task Each_kind_of_help_leads_to_its_application()
    {
        using var browser = host.Browser();
        var all = await browser.GetAsync("/ar/support");

        var start = await all.SendAsync(all.Form("/ar/support/new"), null, ("chosen", "legal-help"));

        Assert.Equal("legal-help", start.ValueOf("Form.Chosen"));
        Assert.NotNull(all.Document.QuerySelector("button[form='apply'][name='chosen'][value='legal-help']"));
        Assert.NotNull(all.Document.QuerySelector("a[href='/ar/support/new']"));
    }

    [Fact]
    public async Task Somebody_who_is_in_the_household_already_is_not_taken_in_twice_and_the_draft_stays()
    {
        var draft = await host.ASupportDraftAsync();
        using var browser = host.Given.ABrowserHolding(draft, FormKind.Support);

        var again = await (await browser.GetAsync("/en/support/new/household/member")).SubmitAsync(("Form.Name", "  " + (await ReadAsync(draft))!.Household.Members[0].Name + " "));

        Assert.Contains("entered already", again.Words, StringComparison.Ordinal);
        Assert.Equal(2, (await ReadAsync(draft))!.Household.Members.Count);
    }

    [Fact]
    public async Task Two_kinds_of_help_that_exclude_each_other_in_time_are_refused_and_the_draft_stays()
    {
        var draft = await host.ASupportDraftAsync(form => form.Programmes.Chosen = ["shelter", "rent-help"]);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => SendAsync(draft));

        Assert.Equal("application.programmes-overlap", refused.Refusal.Code);
        Assert.Equal(["shelter", "rent-help"], (await ReadAsync(draft))!.Programmes.Chosen);
        Assert.Null((await host.StoredAsync(db => db.Drafts.SingleAsync(d => d.Id == draft.Id))).SentAs);
    }

    [Fact]
    public async Task A_programme_that_closed_between_draft_and_sending_is_refused_and_the_draft_stays()
    {
        var draft = await host.ASupportDraftAsync(form => form.Programmes.Chosen = ["living-expense", "closed-since"]);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => SendAsync(draft));

        Assert.Equal("application.programme-closed", refused.Refusal.Code);
        Assert.Equal(2, (await ReadAsync(draft))!.Household.Members.Count);
        using var browser = host.Given.ABrowserHolding(draft, FormKind.Support);
        Assert.Equal("/en/support/new/check", (await (await browser.GetAsync("/en/support/new/check")).SendAsync((await browser.GetAsync("/en/support/new/check")).Document.Forms[^1], null)).Path);
    }

    [Theory]
    [InlineData("consul@mofa.gov.sy")]
    [InlineData("info@seoul.embassy.example")]
    [InlineData("desk@mfa.example")]
    public async Task An_address_of_an_embassy_is_refused(string address)
    {
        using var browser = host.Given.ABrowserHolding(await host.ASupportDraftAsync(), FormKind.Support);

        var page = await (await browser.GetAsync("/en/support/new/contact")).SubmitAsync(("Form.Way", "Email"), ("Form.Contact", address), ("Form.Language", "en"));

        Assert.Equal("/en/support/new/contact", page.Path);
        Assert.Contains("looks like an address of an embassy", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_tells_who_they_are_is_sealed()
    {
        var filed = await host.ASupportAsync();

        await using var db = host.Database.Open();
        var person = await db.Set<HouseholdPerson>().Where(p => p.CaseId == filed.Id && p.IsApplicant).SingleAsync();
        var vault = host.Services.GetRequiredService<Vault>();
        Assert.StartsWith(GivenApplications.Name, vault.Open(person.Name, person.Id, SealedField.Name), StringComparison.Ordinal);
        Assert.Equal("g-1-6", vault.Open(person.Category!.Value, person.Id, SealedField.Category));
    }

    [Fact]
    public void What_somebody_is_under_the_Refugee_Act_stands_sealed_and_nowhere_else()
    {
        using var db = host.Database.Open();
        var ours = db.Model.GetEntityTypes().Where(type => type.ClrType.Namespace == typeof(SupportApplication).Namespace)
            .SelectMany(type => type.GetDeclaredProperties())
            .Where(property => property.Name is "Category" or "Categories" or "AskedRefugeOn" or "Circumstances" or "Born" or "OfficerWish" or "Name").ToList();

        Assert.Equal(6, ours.Count);
        Assert.All(ours, property => Assert.Equal(typeof(SealedText), Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType));
    }

    [Fact]
    public async Task Another_application_of_the_same_household_asks_for_nobody_and_no_seen_paper_again()
    {
        var filed = await host.ASupportAsync();
        await host.TakenOnAsync(filed);
        using var browser = await host.ComeBackAsync(filed.CodeId);

        var page = await (await browser.GetAsync("/en/my-case/support/again")).PressAsync();
        Assert.Equal("/en/support/new/programmes", page.Path);
        page = await page.SubmitAsync(("Form.Chosen", "rent-help"));
        Assert.Contains(GivenApplications.Name, page.Words, StringComparison.Ordinal);
        page = await (await page.SendAsync(page.Document.Forms[^1], null)).PressAsync();

        Assert.Equal("/en/support/new/papers", page.Path);
        Assert.Contains("These are with us already", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("[name='Form.Given']"));
    }

    [Fact]
    public async Task One_programme_or_all_can_be_taken_back()
    {
        var filed = await host.ASupportAsync();
        using var browser = await host.ComeBackAsync(filed.CodeId);
        var line = await host.StoredAsync(db => db.Set<SupportLine>().Where(l => l.CaseId == filed.Id && l.Programme == "korean-class").SingleAsync());

        await (await browser.GetAsync($"/en/my-case/support/withdraw/{line.Id}")).PressAsync();
        var last = await host.StoredAsync(db => db.Set<SupportLine>().Where(l => l.CaseId == filed.Id && l.State == LineState.Asked).SingleAsync());
        var refused = await (await browser.GetAsync($"/en/my-case/support/withdraw/{last.Id}")).PressAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        await (await browser.GetAsync("/en/my-case/support/withdraw")).PressAsync();
        Assert.Equal(CaseStatus.Withdrawn, (await host.StoredAsync(db => db.SupportApplications.SingleAsync(c => c.Id == filed.Id))).Status);
    }

    private Task<ApplyForSupport?> ReadAsync(DraftKey draft) => host.WithAsync(services => services.GetRequiredService<DraftDesk>().ReadAsync<ApplyForSupport>(draft, CancellationToken.None));

    private Task SendAsync(DraftKey draft) => host.WithAsync(async services => await services.GetRequiredService<SupportFilingDesk>()
        .SendAsync((await services.GetRequiredService<DraftDesk>().HoldAsync<ApplyForSupport>(draft, CancellationToken.None))!, CancellationToken.None));
}
