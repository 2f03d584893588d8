using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>What the forms of the inquiry ask for before anything is kept or leaves.</summary>
[Trait("Category", "Database")]
public sealed class InquiryFormTests(PortalHost host) : IClassFixture<PortalHost>
{
    private string Today => Core.Calendar.Seoul.DateOf(host.Clock.GetUtcNow()).ToString("O");

    [Fact]
    public async Task Whoever_opens_an_investigation_says_that_they_have_no_interest_in_it()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var refused = await FormAsync(office, filed, "records/open-investigation", ("Form.Words", "양쪽 말을 듣는다."));

        Assert.Equal((HttpStatusCode.Conflict, "양쪽 말을 듣는다."), (refused.Status, refused.ValueOf("Form.Words")));
        Assert.Equal(CaseStatus.UnderReview, (await OneAsync(filed)).Status);
        await FormAsync(office, filed, "records/open-investigation", ("Form.Words", "양쪽 말을 듣는다."), ("Form.Affirms", "true"));
        Assert.Equal(Grievance.NoInterest, await host.StoredAsync(db => db.Events.Where(e => e.CaseId == filed.Id && e.Action == "open-investigation").Select(e => e.Detail).SingleAsync()));
    }

    [Fact]
    public async Task A_name_leaves_only_with_a_consent_that_names_it()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        (string, string)[] answers = [("Form.Body", "police"), ("Form.Sent", "facts"), ("Form.Sent", "name"), ("Form.Words", "부탁합니다."), ("Form.ConsentOn", Today), ("Form.ConsentWay", "Phone")];

        var again = await FormAsync(office, filed, "refer", answers);
        Assert.NotNull(again.MistakeAt("Form.ConsentNames"));
        Assert.False(await host.StoredAsync(db => db.Referrals.AnyAsync(r => r.CaseId == filed.Id)));

        await FormAsync(office, filed, "refer", [.. answers, ("Form.ConsentNames", "true")]);
        Assert.Equal(["facts", "name"], await host.StoredAsync(db => db.Referrals.Where(r => r.CaseId == filed.Id).Select(r => r.Sent).SingleAsync()));
    }

    [Fact]
    public async Task A_first_day_that_was_mistyped_is_put_right_and_what_stood_there_stays_readable()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        await FormAsync(office, filed, "jurisdiction", ("Form.HappenedOn", "2026-09-05"), ("Form.LastHappenedOn", "2026-09-30"),
            ("Form.RespondentKind", "landlord"), ("Form.RespondentSector", "Private"), ("Form.OtherRelief", "None"), ("Form.Finding", "Ours"), ("Form.Words", "신청인이 9월이라고 확인함."));

        Assert.Equal(new DateOnly(2026, 9, 5), (await OneAsync(filed)).HappenedOn);
        Assert.Contains("first day put right: 5 October 2026 → 5 September 2026", (await office.GetAsync($"/office/grievances/{filed.Reference}")).Words, StringComparison.Ordinal);
    }

    private static async Task<WebPage> FormAsync(Browserless office, FiledCase filed, string address, params (string, string)[] answers) =>
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/{address}")).SubmitAsync(answers);

    private Task<Grievance> OneAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.AsNoTracking().SingleAsync(g => g.Id == filed.Id));
}
