using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>What a teacher or a neighbour told is read by whoever handles the case and by supervisors, and each reading is on record.</summary>
[Trait("Category", "Database")]
public sealed class ToldPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Known = "같은 반 아이가 학교에 오지 않습니다.";
    private const string Phone = "031-000-1234";

    [Fact]
    public async Task The_handler_reads_what_was_told_and_reaches_the_teacher_with_a_purpose()
    {
        var filed = await ToldAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.PressAsync(handler, filed, "take-on");

        var told = await handler.GetAsync(Of(filed, "told"));
        Assert.Contains(Known, told.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, told.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Linh Đan", told.Html, StringComparison.Ordinal);
        Assert.Equal(1, await LooksAsync(filed, "account"));

        var opened = await told.SubmitAsync(("Purpose", "contact-family"));
        Assert.Contains(Phone, opened.Words, StringComparison.Ordinal);
        Assert.Contains("Linh Đan", opened.Words, StringComparison.Ordinal);
        Assert.Equal(1, await LooksAsync(filed, "contact:contact-family"));
        Assert.Contains($"/office/children/{filed.Reference}/told", (await handler.GetAsync(Of(filed))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_purpose_no_contact_opens_and_nothing_is_on_record()
    {
        var filed = await ToldAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.PressAsync(handler, filed, "take-on");
        var told = await handler.GetAsync(Of(filed, "told"));

        var refused = await told.SendAsync(told.Form("Purpose"), null);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.DoesNotContain(Phone, refused.Html, StringComparison.Ordinal);
        Assert.Equal(0, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.Detail!.StartsWith("contact:"))));
    }

    [Fact]
    public async Task Another_caseworker_reads_neither_and_a_forged_request_is_refused()
    {
        var filed = await ToldAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.PressAsync(handler, filed, "take-on");
        var form = (await handler.GetAsync(Of(filed, "told"))).Form("Purpose");
        using var another = await host.SignInAsAsync(Colleagues.Caseworker2);

        var page = await another.GetAsync(Of(filed, "told"));
        var forged = await page.SendAsync((await another.GetAsync(Of(filed, "do/note"))).Form("Form.Words"), Of(filed, "told"), ("Purpose", "contact-family"));

        Assert.NotNull(form);
        Assert.Contains("Only the handler of this case and supervisors", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        Assert.All([page, forged], one => Assert.DoesNotContain(Known, one.Html, StringComparison.Ordinal));
        Assert.All([page, forged], one => Assert.DoesNotContain(Phone, one.Html, StringComparison.Ordinal));
        Assert.Equal(0, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.UserId == Colleagues.Caseworker2.Id && (r.Detail == "account" || r.Detail!.StartsWith("contact:")))));
    }

    [Fact]
    public async Task A_supervisor_reads_it_before_anybody_took_it_on()
    {
        var filed = await ToldAsync();
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);

        Assert.Contains(Known, (await supervisor.GetAsync(Of(filed, "told"))).Words, StringComparison.Ordinal);
        Assert.Equal(1, await LooksAsync(filed, "account"));
    }

    public static TheoryData<string> Strangers => [.. new[] { Colleagues.Member, Colleagues.Secretary, Colleagues.Partner, Colleagues.Analyst, Colleagues.PrivacyOfficer, Colleagues.Administrator }.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Nobody_else_gets_the_page(string name)
    {
        var filed = await ToldAsync();
        using var stranger = await host.SignInAsAsync(Colleagues.All.Single(one => one.Name == name));

        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(Of(filed, "told"))).Status);
    }

    [Fact]
    public async Task To_an_officer_of_another_city_it_is_not_there()
    {
        var filed = await ToldAsync();
        using var suwon = await host.SignInAsAsync(Colleagues.SuwonOfficer);

        Assert.Equal(HttpStatusCode.NotFound, (await suwon.GetAsync(Of(filed, "told"))).Status);
    }

    private Task<FiledCase> ToldAsync() => host.Given.AToldChildAsync(told => (told.Relation, told.Known, told.Name, told.Contact) = ("school", Known, "Linh Đan", Phone));

    private Task<int> LooksAsync(FiledCase filed, string detail) => host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.Deed == AccessDeed.View && r.Detail == detail));
}
