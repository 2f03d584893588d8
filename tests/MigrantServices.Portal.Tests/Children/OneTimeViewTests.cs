using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Showing;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>A family shows two things of its child, once and for a quarter of an hour.</summary>
[Trait("Category", "Database")]
public sealed partial class OneTimeViewTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_two_things_are_shown_once_with_the_issuer_and_the_family_reads_that_they_were()
    {
        host.Address = IPAddress.Parse("192.0.2.50");
        var filed = await host.AConfirmedChildAsync();
        var made = await MadeAsync(filed, "name-own", "age");
        using var nursery = host.Browser();

        var door = await nursery.GetAsync("/ko/view/" + made.Key);
        Assert.DoesNotContain("سلمى", door.Html, StringComparison.Ordinal);
        var shown = await door.SendAsync(door.Document.Forms.Single(form => form.GetAttribute("method") == "post"), null);

        Assert.Contains("سلمى المرجانة", shown.Words, StringComparison.Ordinal);
        Assert.Contains("안산시", shown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Salma", shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("2020", shown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("원곡로", shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Reference, shown.Html, StringComparison.Ordinal);
        var record = await host.StoredAsync(db => db.AccessRecords.SingleAsync(r => r.CaseId == filed.Id && r.Role == Role.Receiver));
        Assert.Equal("one-time-view:name-own+age", record.Detail);
        using var family = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("Whoever opened a link", (await family.GetAsync("/en/my-case/child/looked")).Words, StringComparison.Ordinal);
        Assert.Contains("opened at", (await family.GetAsync("/en/my-case/child/show")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_opening_an_old_one_and_a_wrong_one_get_the_same_page()
    {
        host.Address = IPAddress.Parse("192.0.2.51");
        var (used, old) = (await MadeAsync(await host.AConfirmedChildAsync(), "age"), await MadeAsync(await host.AConfirmedChildAsync(), "age"));
        using var nursery = host.Browser();
        Assert.Equal(HttpStatusCode.OK, (await OpenedAsync(nursery, used)).Status);
        host.Clock.Advance(TimeSpan.FromMinutes(15));

        var pages = new[] { await nursery.GetAsync("/ko/view/" + used.Key), await nursery.GetAsync("/ko/view/" + old.Key), await nursery.GetAsync("/ko/view/" + RandomKey.New()), await nursery.GetAsync("/ko/view/" + used.Code), await nursery.GetAsync("/ko/view/nothing") };
        var typed = await (await nursery.GetAsync("/ko/view")).SubmitAsync(("Code", old.Code));

        Assert.All(pages.Append(typed), page => Assert.Equal(HttpStatusCode.NotFound, page.Status));
        Assert.Single(pages.Append(typed).Select(page => Varying().Replace(page.Html, "")).Distinct());
        host.Clock.Advance(TimeSpan.FromMinutes(-15));
    }

    [Theory]
    [InlineData]
    [InlineData("age", "born-year", "name-own")]
    [InlineData("age", "address")]
    public async Task Nothing_more_than_two_things_and_nothing_of_the_childs_address_is_shown(params string[] fields)
    {
        var filed = await host.AConfirmedChildAsync();
        var family = Actor.Filer(filed.Id, filed.CodeId);

        var refused = await Assert.ThrowsAsync<Core.Cases.RefusedException>(() => host.WithAsync(async services =>
            await services.GetRequiredService<ShowingDesk>().MakeAsync(await OneAsync(services, filed), fields, family, default)));

        Assert.Equal("view.fields", refused.Refusal.Code);
        Assert.False(await host.StoredAsync(db => db.Set<OneTimeView>().AnyAsync(v => v.CaseId == filed.Id)));
        Assert.False(await host.StoredAsync(db => db.Events.AnyAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.ShowChild.Code)));
    }

    [Fact]
    public async Task The_short_code_opens_it_too_and_a_new_view_ends_the_one_before()
    {
        host.Address = IPAddress.Parse("192.0.2.52");
        var filed = await host.AConfirmedChildAsync();
        var (first, second) = (await MadeAsync(filed, "age"), await MadeAsync(filed, "name-korean", "born-year"));
        using var clinic = host.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await clinic.GetAsync("/en/view/" + first.Key)).Status);
        var shown = await (await clinic.GetAsync("/en/view")).SubmitAsync(("Code", " " + second.Code.ToLowerInvariant()));

        var born = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.BornYear).SingleAsync());
        Assert.Contains(born!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), shown.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clinic.GetAsync("/en/view/" + second.Key)).Status);
    }

    [Fact]
    public async Task Of_twenty_who_open_it_at_once_one_sees_it()
    {
        var filed = await host.AConfirmedChildAsync();
        var made = await MadeAsync(filed, "age");

        var seen = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => host.WithAsync(services => services.GetRequiredService<ShowingDesk>().OpenAsync(made.Key, default))));

        Assert.Single(seen, view => view is not null);
        Assert.Equal(1, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.Role == Role.Receiver)));
    }

    [Fact]
    public async Task Three_things_none_and_what_is_not_on_the_list_make_nothing()
    {
        var filed = await host.AConfirmedChildAsync();
        using var family = await host.ComeBackAsync(filed.CodeId);
        var page = await family.GetAsync("/en/my-case/child/show");

        foreach (var fields in new[] { ["name-own", "age", "born-year"], ["address"], Array.Empty<string>() })
        {
            var refused = await page.SendAsync(page.Form("Fields"), null, [.. fields.Select(field => ("Fields", field))]);
            Assert.NotEmpty(refused.Summary);
        }

        Assert.Equal(0, await host.StoredAsync(db => db.Set<OneTimeView>().CountAsync(v => v.CaseId == filed.Id)));
        Assert.Equal(0, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.ShowChild.Code)));
    }

    [Fact]
    public async Task Before_a_confirmation_and_after_its_end_nothing_is_shown()
    {
        host.Address = IPAddress.Parse("192.0.2.53");
        var waiting = await host.ATakenChildAsync();
        using var family = await host.ComeBackAsync(waiting.CodeId);
        Assert.Empty((await family.GetAsync("/en/my-case/child/show")).Document.QuerySelectorAll("input[name=Fields]"));

        var ended = await host.AConfirmedChildAsync();
        var made = await MadeAsync(ended, "age");
        await host.DeedAsync(ended, new() { Deed = ChildConfirmation.ProposeRevocation.Code, Code = "registered-since", Words = "등록됨" }, Colleagues.Caseworker.Actor);
        await host.PressAsync(ended, ChildConfirmation.ApproveRevocation.Code, Colleagues.Supervisor.Actor);
        using var nursery = host.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await OpenedAsync(nursery, made)).Status);
        Assert.Equal(0, await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == ended.Id && r.Role == Role.Receiver)));
    }

    [Fact]
    public async Task The_picture_and_the_code_stand_on_the_familys_page_once_and_their_secrets_are_kept_nowhere()
    {
        var filed = await host.AConfirmedChildAsync();
        using var family = await host.ComeBackAsync(filed.CodeId);

        var page = await (await family.GetAsync("/ar/my-case/child/show")).SubmitAsync(("Fields", "name-own"));

        Assert.NotNull(page.Document.QuerySelector("svg.qr-large"));
        var code = page.Document.QuerySelector(".code-card .code bdi")!.TextContent;
        Assert.Matches("^[2-9A-Z]{5}-[2-9A-Z]{5}$", code);
        Assert.DoesNotContain(code, (await family.GetAsync("/ar/my-case/child/show")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(code, StringComparison.Ordinal));
        Assert.NotNull(page.Document.QuerySelector("[data-exit]"));
    }

    private Task<MadeView> MadeAsync(FiledCase filed, params string[] fields) => host.WithAsync(async services =>
        await services.GetRequiredService<ShowingDesk>().MakeAsync(await OneAsync(services, filed), fields, Actor.Filer(filed.Id, filed.CodeId), default));

    private static async Task<WebPage> OpenedAsync(Browserless browser, MadeView made)
    {
        var door = await browser.GetAsync("/ko/view/" + made.Key);
        return await door.SendAsync(door.Document.Forms.Single(form => form.GetAttribute("method") == "post"), null);
    }

    [GeneratedRegex("href=\"[^\"]*\"|value=\"CfDJ8[^\"]*\"")]
    private static partial Regex Varying();
}
