using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>For a child under fourteen a consent counts once somebody of the office made sure of it; at the counter it is kept with what shows it.</summary>
[Trait("Category", "Database")]
public sealed class ConsentPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_consent_that_came_with_the_form_holds_the_proposal_until_somebody_made_sure_of_it()
    {
        var filed = await host.AFoundChildAsync();
        await using (var db = host.Database.Open())
        {
            await db.ChildConfirmations.Where(c => c.Id == filed.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.ConsentSeenById, (Guid?)null).SetProperty(c => c.ConsentSeenAt, (DateTimeOffset?)null));
        }

        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        using var family = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("still has to make sure of it", (await family.GetAsync("/en/my-case/child")).Words, StringComparison.Ordinal);
        var refused = await host.PressAsync(handler, filed, "propose-confirmation");
        Assert.Equal((HttpStatusCode.Conflict, CaseStatus.UnderReview), (refused.Status, await host.StatusAsync(filed)));
        Assert.NotNull((await (await handler.GetAsync(Of(filed, "do/see-consent"))).SubmitAsync(("Form.Words", ""))).MistakeAt("Form.Words"));

        await handler.DoAsync(filed, "see-consent", ("Form.Words", "어머니와 통화해 확인함"));

        var one = await host.StoredAsync(db => db.ChildConfirmations.SingleAsync(c => c.Id == filed.Id));
        Assert.Equal((Colleagues.Caseworker.Id, "with-form"), (one.ConsentSeenById, one.ConsentWay));
        Assert.Contains($"Made sure of by {Colleagues.Caseworker.Name}", (await handler.GetAsync(Of(filed))).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("still has to make sure of it", (await family.GetAsync("/en/my-case/child")).Words, StringComparison.Ordinal);
        await host.PressAsync(handler, filed, "propose-confirmation");
        Assert.Equal(CaseStatus.Proposed, await host.StatusAsync(filed));
    }

    [Fact]
    public async Task At_the_counter_a_consent_needs_its_way_its_day_and_what_shows_it()
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var before = await host.StoredAsync(db => db.ChildConfirmations.CountAsync());

        var unshown = await (await office.GetAsync("/office/children/new")).SubmitAsync([.. Answers(("Form.About.Consent", "phone"), ("Form.ConsentOn", "2026-11-22"))]);
        var undated = await (await office.GetAsync("/office/children/new")).SubmitAsync([.. Answers(("Form.About.Consent", "phone"), ("Form.ConsentNote", "통화함"))]);
        var paperless = await (await office.GetAsync("/office/children/new")).SubmitAsync([.. Answers(("Form.About.Consent", "signed-paper"), ("Form.ConsentOn", "2026-11-22"), ("Form.ConsentInFiles", "true"))]);
        var wrongWay = await (await office.GetAsync("/office/children/new")).SubmitAsync([.. Answers(("Form.About.Consent", "with-form"), ("Form.ConsentOn", "2026-11-22"), ("Form.ConsentNote", "통화함"))]);

        Assert.NotNull(unshown.MistakeAt("Form.ConsentNote"));
        Assert.NotNull(undated.MistakeAt("Form.ConsentOn"));
        Assert.Contains(paperless.Summary, line => line.Contains("Attach the signed paper", StringComparison.Ordinal));
        Assert.NotNull(wrongWay.MistakeAt("Form.About.Consent"));
        Assert.Equal(before, await host.StoredAsync(db => db.ChildConfirmations.CountAsync()));
    }

    [Fact]
    public async Task At_the_counter_the_colleague_saw_it_and_the_note_stays_with_the_case()
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var (byNote, byPaper) = (
            await StoredAsync(await (await office.GetAsync("/office/children/new")).SubmitAsync([.. Answers(("Form.About.Consent", "phone"), ("Form.ConsentOn", "2026-11-22"), ("Form.ConsentNote", "어머니와 통화함"))])),
            await StoredAsync(await (await office.GetAsync("/office/children/new")).UploadAsync([.. Answers(("Form.About.Consent", "signed-paper"), ("Form.ConsentOn", "2026-11-22"), ("Form.ConsentInFiles", "true"))], ("동의서.pdf", Samples.Pdf()))));

        Assert.All([byNote, byPaper], one => Assert.Equal((Colleagues.Caseworker.Id, new DateOnly(2026, 11, 22)), (one.ConsentSeenById, one.ConsentOn)));
        Assert.Equal(1, await host.StoredAsync(db => db.Notes.CountAsync(n => n.CaseId == byNote.Id && n.AuthorId == Colleagues.Caseworker.Id)));
    }

    private static IEnumerable<(string Name, string Value)> Answers(params (string Name, string Value)[] consent) =>
    [
        ("Form.Way", "Parent"), ("Form.Channel", "Visit"), ("Form.City", Colleagues.Ansan), ("Form.ReadBack", "true"), ("Form.About.OwnName", "سلمى"), ("Form.About.Year", "2020"), ("Form.About.Address", "시장 뒤"),
        ("Form.Parents.Relation", "Mother"), ("Form.Parents.Name", "هدى"), ("Form.Reach.Way", "PortalOnly"), ("Form.Reach.Language", "ar"), .. consent,
    ];

    private Task<ChildConfirmation> StoredAsync(WebPage receipt)
    {
        Assert.True(receipt.Path.EndsWith("/receipt", StringComparison.Ordinal), string.Join(" | ", receipt.Summary));
        var reference = receipt.Path.Split('/')[^2];
        return host.StoredAsync(db => db.ChildConfirmations.SingleAsync(c => c.Reference == reference));
    }
}
