using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Cases.Elsewhere;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Tests.SupportApplications;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Elsewhere;

/// <summary>That somebody is known to another service is sealed: no list, count or search tells it, and it opens on a ground of law for a quarter of an hour.</summary>
[Trait("Category", "Database")]
public sealed class ElsewhereTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly (string Name, string Value)[] Looking = [("Looking.Ground", "vital"), ("Looking.Why", "자녀가 위험하다는 신고가 있음")];

    [Fact]
    public async Task Whoever_works_in_all_services_cannot_tell_from_any_list_count_search_or_page_that_somebody_is_known_elsewhere()
    {
        var (grievance, child) = await BothAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        using var chief = await host.SignInAsAsync(Colleagues.Supervisor);
        string[] addresses =
        [
            "/office", "/office/grievances", "/office/grievances?tab=Mine", "/office/children", "/office/children?tab=Mine", "/office/support", "/office/views",
            $"/office/grievances?search={grievance.Reference}", $"/office/grievances?search={child.Reference}", $"/office/children?search={child.Reference}", $"/office/children?search={grievance.Reference}", $"/office/support?search={child.Reference}",
            $"/office/grievances/{grievance.Reference}", $"/office/children/{child.Reference}", $"/office/grievances/{grievance.Reference}/elsewhere", $"/office/children/{child.Reference}/elsewhere",
        ];
        string[] chiefs = ["/office/load", "/office/monthly-check", "/office/repeats", "/office/patterns", .. addresses];
        // a first look clears what is new
        await ShownAsync(office, addresses);
        await ShownAsync(chief, chiefs);
        var before = (await ShownAsync(office, addresses), await ShownAsync(chief, chiefs));

        await SealAsync(office, grievance, child.Reference, PointerGrounds.Duty);
        await SealAsync(chief, child, grievance.Reference, PointerGrounds.Vital);
        using (var other = await host.SignInAsAsync(Colleagues.Supervisor2))
        {
            await (await other.GetAsync(Page(grievance))).SubmitAsync(Looking);
        }

        var after = (await ShownAsync(office, addresses), await ShownAsync(chief, chiefs));
        Assert.Equal(before.Item1, after.Item1);
        Assert.Equal(before.Item2, after.Item2);
        Assert.Equal(2, await host.StoredAsync(db => db.Set<SealedPointer>().CountAsync(p => p.CaseId == grievance.Id || p.CaseId == child.Id)));
    }

    [Fact]
    public async Task Opened_it_shows_the_service_first_and_then_the_number_and_after_a_quarter_of_an_hour_nothing()
    {
        var (grievance, child) = await BothAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await SealAsync(office, grievance, child.Reference.ToLowerInvariant() + " ", PointerGrounds.Duty);

        var opened = await (await office.GetAsync(Page(grievance))).SubmitAsync(Looking);
        Assert.Contains("Known to: Confirmation of children", opened.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(child.Reference, opened.Html, StringComparison.Ordinal);
        var named = await opened.PressAsync("Number");
        Assert.Equal($"/office/children/{child.Reference}", named.Document.QuerySelector(".pointers a")?.GetAttribute("href"));
        foreach (var about in new[] { grievance.Id, child.Id })
        {
            Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.CaseId == about && r.UserId == Colleagues.Caseworker.Id && r.Deed == AccessDeed.Elsewhere && r.Detail == "elsewhere-named:vital")));
        }

        host.Clock.Advance(PointerOpening.Lasts);
        using var again = await host.SignInAsAsync(Colleagues.Caseworker);
        var late = await again.GetAsync(Page(grievance));
        Assert.DoesNotContain("Known to:", late.Words, StringComparison.Ordinal);
        var id = named.Form("handler=End").QuerySelector("[name=id]")!.GetAttribute("value")!;
        var forged = await late.SendAsync(late.Form("handler=Open"), Page(grievance) + "?handler=Number", ("id", id));
        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        Assert.Contains("The time for reading is over.", forged.Words, StringComparison.Ordinal);
        Assert.Equal("elsewhere.closed", await RefusedAsync(grievance, (services, one) => services.GetRequiredService<PointerDesk>().EndAsync(one, Guid.NewGuid(), Colleagues.Caseworker.Actor, default)));
    }

    [Fact]
    public async Task What_rests_on_consent_opens_what_rests_on_consent_and_a_case_that_one_may_not_see_stays_closed()
    {
        var (grievance, child) = await BothAsync();
        var support = await host.ASupportAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await SealAsync(office, grievance, support.Reference, PointerGrounds.Consent, "2026-11-20");
        await SealAsync(office, grievance, child.Reference, PointerGrounds.Vital);

        var opened = await (await office.GetAsync(Page(grievance))).SubmitAsync([("Looking.Ground", "consent"), ("Looking.Why", "본인이 오늘 방문하여 동의함")]);

        Assert.Contains("Known to: Refugee support", opened.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Confirmation of children", opened.Document.QuerySelector(".pointers")!.TextContent, StringComparison.Ordinal);
        var vital = await host.StoredAsync(db => db.Set<SealedPointer>().Where(p => p.CaseId == grievance.Id && p.Ground == "vital").Select(p => p.Id).SingleAsync());
        Assert.Equal("elsewhere.not-there", await RefusedAsync(grievance, (services, one) => services.GetRequiredService<PointerReader>().NumberAsync(one, vital, Colleagues.Caseworker.Actor, default)));
        // files of support open to those who need to know only, and a number opens none
        var named = await opened.PressAsync("Number");
        Assert.Contains(support.Reference, named.Words, StringComparison.Ordinal);
        Assert.Null(named.Document.QuerySelector(".pointers a"));
        Assert.Contains("You may not open that case.", named.Words, StringComparison.Ordinal);

        var ended = await named.SendAsync(named.Form("handler=End"), null);
        Assert.Contains("Nothing is sealed here.", ended.Words, StringComparison.Ordinal);
        Assert.Equal(Colleagues.Caseworker.Id, await host.StoredAsync(db => db.Set<SealedPointer>().Where(p => p.CaseId == grievance.Id && p.Ground == "consent").Select(p => p.EndedById).SingleAsync()));
    }

    [Fact]
    public async Task A_look_where_nothing_is_sealed_is_kept_all_the_same_and_a_number_that_nobody_has_is_sealed_like_any_other()
    {
        var (grievance, _) = await BothAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var opened = await (await office.GetAsync(Page(grievance))).SubmitAsync(Looking);
        Assert.Contains("Nothing is sealed here.", opened.Words, StringComparison.Ordinal);
        Assert.Equal(1, await host.StoredAsync(db => db.Set<PointerOpening>().CountAsync(o => o.CaseId == grievance.Id && o.OpenedById == Colleagues.Caseworker.Id && o.Ground == "vital")));
        var after = await SealAsync(office, grievance, "CC-2026-00000-00000", PointerGrounds.Duty);
        Assert.Contains("Known to: Confirmation of children", after.Words, StringComparison.Ordinal);
        Assert.Contains("You may not open that case.", (await after.PressAsync("Number")).Words, StringComparison.Ordinal);
        // what no longer holds by its day is not shown
        host.Clock.Advance(TimeSpan.FromDays(91));
        using var later = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("Nothing is sealed here.", (await (await later.GetAsync(Page(grievance))).SubmitAsync(Looking)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sealing.Target", "CC-2026-1-1", "rule.no-reference")]
    [InlineData("Sealing.Target", "XX-2026-12345-67890", "rule.no-reference")]
    [InlineData("Sealing.Ground", "curiosity", "rule.choose-one")]
    [InlineData("Sealing.AgreedOn", "", "rule.day-missing")]
    [InlineData("Sealing.AgreedOn", "2027-01-01", "rule.date-in-future")]
    [InlineData("Sealing.How", "알고 있음", "rule.elsewhere-words")]
    [InlineData("Looking.Ground", "", "rule.choose-one")]
    [InlineData("Looking.Why", "궁금해서", "rule.elsewhere-words")]
    public async Task What_is_missing_or_wrong_is_said_beside_its_field_and_nothing_is_sealed_or_opened(string field, string value, string rule)
    {
        var (grievance, _) = await BothAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        (string, string)[] answers = field.StartsWith("Sealing", StringComparison.Ordinal)
            ? [("Sealing.Target", "CC-2026-12345-67890"), ("Sealing.Ground", "consent"), ("Sealing.AgreedOn", "2026-11-20"), ("Sealing.How", "창구에서 본인이 동의함 (서면)"), (field, value)]
            : [.. Looking, (field, value)];

        var again = await (await office.GetAsync(Page(grievance))).SubmitAsync([.. answers.Where((answer, at) => answer.Item1 != field || at == answers.Length - 1)]);

        Assert.Equal((HttpStatusCode.OK, Shipped.Says(rule)), (again.Status, again.MistakeAt(field)));
        Assert.Equal(value is "curiosity" ? "" : value, again.ValueOf(field));
        Assert.Equal((0, 0), await KeptAsync(grievance));
    }

    [Fact]
    public async Task Whoever_does_not_handle_the_case_neither_seals_nor_opens_and_a_number_of_the_same_service_is_refused()
    {
        var (grievance, child) = await BothAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        var mine = await office.GetAsync(Page(grievance));
        var same = await mine.SubmitAsync(("Sealing.Target", "DG-2026-12345-67890"), ("Sealing.Ground", "duty"), ("Sealing.How", "같은 분의 다른 사건으로 보임"));
        Assert.Equal(HttpStatusCode.Conflict, same.Status);
        Assert.Contains("This number belongs to the same service.", same.Words, StringComparison.Ordinal);
        Assert.Equal("DG-2026-12345-67890", same.ValueOf("Sealing.Target"));
        Assert.Equal("elsewhere.same-service", await RefusedAsync(grievance, (services, one) => services.GetRequiredService<PointerDesk>().SealAsync(
            one, new() { Target = "DG-2026-12345-67890", Ground = "duty", How = "같은 분의 다른 사건으로 보임" }, Colleagues.Caseworker.Actor, default)));

        var theirs = await other.GetAsync(Page(grievance));
        Assert.Empty(theirs.Document.QuerySelectorAll("main form"));
        var forged = await other.PostAsync(Page(grievance) + "?handler=Open", [.. Looking, ("__RequestVerificationToken", theirs.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        Assert.Contains("Only whoever handles the case", forged.Words, StringComparison.Ordinal);
        foreach (var deed in new Func<IServiceProvider, ServiceCase, Task>[]
        {
            (services, one) => services.GetRequiredService<PointerDesk>().SealAsync(one, new() { Target = child.Reference, Ground = "duty", How = "법에 따라 알려야 함을 확인" }, Colleagues.Caseworker2.Actor, default),
            (services, one) => services.GetRequiredService<PointerDesk>().EndAsync(one, Guid.NewGuid(), Colleagues.Caseworker2.Actor, default),
            (services, one) => services.GetRequiredService<PointerReader>().NumberAsync(one, Guid.NewGuid(), Colleagues.Caseworker2.Actor, default),
        })
        {
            Assert.Equal("elsewhere.not-yours", await RefusedAsync(grievance, deed));
        }

        Assert.Equal((0, 0), await KeptAsync(grievance));
    }

    [Fact]
    public async Task The_person_reads_what_they_agreed_to_and_ends_it_and_neither_a_helper_nor_the_person_sees_what_rests_on_danger()
    {
        var (grievance, child) = await BothAsync();
        using (var office = await host.SignInAsAsync(Colleagues.Caseworker))
        {
            await SealAsync(office, grievance, child.Reference, PointerGrounds.Consent, "2026-11-20");
            await SealAsync(office, grievance, "RS-2026-12345-67890", PointerGrounds.Vital);
        }

        using var helper = await host.ComeBackAsync(await host.Given.AHelperAsync(grievance));
        Assert.Null((await helper.GetAsync("/en/my-case/looked")).Document.QuerySelector("#agreed"));
        using var person = await host.ComeBackAsync(grievance.CodeId);
        foreach (var (language, word) in new[] { ("ko", "아동 확인"), ("en", "children’s confirmation"), ("vi", "xác nhận trẻ em"), ("zh-Hans", "儿童确认"), ("ar", "تأكيد الأطفال") })
        {
            Assert.Contains(word, (await person.GetAsync($"/{language}/my-case/looked")).Document.QuerySelector("section[aria-labelledby=agreed]")!.TextContent, StringComparison.Ordinal);
        }

        var looked = await person.GetAsync("/en/my-case/looked");
        Assert.Single(looked.Document.QuerySelectorAll("section[aria-labelledby=agreed] li"));
        Assert.Contains("looked whether you have a case at another service", looked.Words, StringComparison.Ordinal);
        var vital = await host.StoredAsync(db => db.Set<SealedPointer>().Where(p => p.CaseId == grievance.Id && p.Ground == "vital").Select(p => p.Id).SingleAsync());
        var forged = await looked.SendAsync(looked.Form("handler=NoLongerAgree"), null, ("id", vital.ToString()));
        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        var helped = await host.StoredAsync(db => db.Set<SealedPointer>().Where(p => p.CaseId == grievance.Id && p.Ground == "consent").Select(p => p.Id).SingleAsync());
        Assert.Equal("elsewhere.not-yours", await RefusedAsync(grievance, (services, one) => services.GetRequiredService<PointerDesk>().NoLongerAgreeAsync(one, helped, Colleagues.Caseworker.Actor, default)));

        var after = await (await person.GetAsync("/en/my-case/looked")).PressAsync("NoLongerAgree");

        Assert.Null(after.Document.QuerySelector("#agreed"));
        Assert.Equal(["consent"], await host.StoredAsync(db => db.Set<SealedPointer>().Where(p => p.CaseId == grievance.Id && p.EndedAt != null).Select(p => p.Ground).ToListAsync()));
    }

    [Fact]
    public async Task Neither_a_pointer_nor_an_opening_is_changed_or_taken_away_in_the_database()
    {
        var (grievance, child) = await BothAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await SealAsync(office, grievance, child.Reference, PointerGrounds.Vital);
        await (await office.GetAsync(Page(grievance))).SubmitAsync(Looking);
        await using var db = host.Database.Open();

        Assert.True(await db.Database.SqlQuery<bool>($"""
            select has_column_privilege('portal_app', 'sealed_pointers', 'ended_at', 'update')
                and not has_column_privilege('portal_app', 'sealed_pointers', 'until', 'update') and not has_table_privilege('portal_app', 'sealed_pointers', 'delete')
                and not has_any_column_privilege('portal_app', 'pointer_openings', 'update') and not has_table_privilege('portal_app', 'pointer_openings', 'delete') as "Value"
            """).SingleAsync());
        await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update sealed_pointers set until = until + 1 where case_id = {grievance.Id}"));
        await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update pointer_openings set until = until + interval '1 day' where case_id = {grievance.Id}"));
        await db.Database.ExecuteSqlAsync($"update sealed_pointers set ended_at = now() where case_id = {grievance.Id}");
        await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update sealed_pointers set ended_at = null where case_id = {grievance.Id}"));
        // whoever reads the tables learns neither number nor service
        var row = await db.Database.SqlQuery<string>($"select row_to_json(p)::text as \"Value\" from sealed_pointers p where case_id = {grievance.Id}").SingleAsync();
        Assert.DoesNotContain(child.Reference[..2] + "-", row, StringComparison.Ordinal);
    }

    private static string Page(FiledCase filed) => $"/office/{(filed.Reference.StartsWith("DG", StringComparison.Ordinal) ? "grievances" : "children")}/{filed.Reference}/elsewhere";

    private static async Task<List<string>> ShownAsync(Browserless browser, string[] addresses)
    {
        var shown = new List<string>();
        foreach (var address in addresses)
        {
            var page = await browser.GetAsync(address);
            shown.Add($"{address} {page.Status} {page.Words}");
        }

        return shown;
    }

    private static async Task<WebPage> SealAsync(Browserless office, FiledCase filed, string target, string ground, string agreedOn = "")
    {
        var sealedNow = await (await office.GetAsync(Page(filed))).SubmitAsync(("Sealing.Target", target), ("Sealing.Ground", ground), ("Sealing.AgreedOn", agreedOn), ("Sealing.How", "본인이 창구에서 말하고 서명함"));
        Assert.Equal((HttpStatusCode.OK, 0), (sealedNow.Status, sealedNow.Summary.Count));
        return sealedNow;
    }

    private async Task<(FiledCase Grievance, FiledCase Child)> BothAsync()
    {
        var grievance = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        return (grievance, await host.ATakenChildAsync());
    }

    private Task<(int, int)> KeptAsync(FiledCase filed) => host.StoredAsync(async db =>
        (await db.Set<SealedPointer>().CountAsync(p => p.CaseId == filed.Id), await db.Set<PointerOpening>().CountAsync(o => o.CaseId == filed.Id)));

    private Task<string> RefusedAsync(FiledCase filed, Func<IServiceProvider, ServiceCase, Task> deed) => host.WithAsync(async services =>
    {
        var one = await services.GetRequiredService<PortalDb>().Set<ServiceCase>().SingleAsync(c => c.Id == filed.Id);
        return (await Assert.ThrowsAsync<RefusedException>(() => deed(services, one))).Refusal.Code;
    });
}
