using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Access;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Anybody may tell of a child; whoever does learns nothing of it, ever.</summary>
[Trait("Category", "Database")]
public sealed class TellingTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string ChildName = "Xuyến Chi";

    [Fact]
    public async Task A_request_with_nothing_known_of_the_child_is_taken_in()
    {
        using var browser = host.Browser();
        var page = await (await browser.GetAsync("/en/children/tell")).SubmitAsync(("Form.City", Colleagues.Ansan), ("Form.Relation", "neighbour"), ("Form.Known", "I hear a baby upstairs."));
        Assert.Equal("/en/children/tell/check", page.Path);

        var sent = await page.SendAsync(page.Document.Forms[^1], null);

        Assert.Equal("/en/children/tell/sent", sent.Path);
        var stored = await host.StoredAsync(db => db.ChildConfirmations.Include(c => c.People).Include(c => c.Messages).SingleAsync(c => sent.Html.Contains(c.Reference)));
        Assert.Equal((WayIn.Request, "?", null, "neighbour"), (stored.Way, stored.Initials, stored.BornYear, stored.RequesterIs));
        Assert.Empty(stored.People);
        Assert.Empty(stored.Messages);
        Assert.NotNull(stored.Account);
        Assert.Equal(Role.Requester, await host.StoredAsync(db => db.Codes.Where(c => c.CaseId == stored.Id).Select(c => c.Holder).SingleAsync()));
        var known = await host.WithAsync(services => services.GetRequiredService<VaultDesk>().OpenAsync(stored.ChildId, CancellationToken.None));
        Assert.Empty(known!.Child.Name.Forms);
        Assert.DoesNotContain(stored.DueOn!.Value.Day + " ", sent.Document.QuerySelector(".receipt-facts")!.TextContent.Replace("23", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Danger_now_stands_among_the_alarms_from_the_first_moment_wherever_the_child_lives()
    {
        var filed = await host.Given.AToldChildAsync(told => (told.City, told.DangerNow) = (Colleagues.Suwon, true));

        Assert.NotNull(await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.AlarmSince).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_told_learns_nothing_of_the_child_from_any_page_or_address()
    {
        var filed = await host.Given.AToldChildAsync(told => told.ChildName = ChildName);
        await host.WithAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDb>();
            var child = await db.ChildConfirmations.Include(c => c.Pauses).SingleAsync(c => c.Id == filed.Id);
            child.TakeOnBy(Colleagues.Caseworker.Actor, services.GetRequiredService<Clocks>().Of(child), host.Clock.GetUtcNow());
            var words = services.GetRequiredService<CaseWords>();
            child.WriteBy(Colleagues.Caseworker.Actor, words.Message(child.Id, Guid.CreateVersion7(), "비밀 편지", MessagePurpose.Message, "ko", Colleagues.Caseworker.Actor, host.Clock.GetUtcNow()), host.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        var message = await host.StoredAsync(db => db.Messages.Where(m => m.CaseId == filed.Id).Select(m => m.Id).FirstAsync());
        using var browser = host.Browser();
        var told = await (await browser.GetAsync("/en/my-case")).SubmitAsync(("Code", filed.Code.ToString()));
        Assert.Equal("/en/my-case/child/told", told.Path);
        var added = await told.SubmitAsync(("Form.Body", $"It is called {ChildName}."));

        var pages = new List<WebPage> { told, added };
        foreach (var address in host.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints.OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!).Where(pattern => pattern.Contains("my-case", StringComparison.Ordinal) || pattern.StartsWith("office/children", StringComparison.Ordinal)))
        {
            pages.Add(await browser.GetAsync("/" + address.Replace("{language:language}", "en", StringComparison.Ordinal).Replace("{id:guid}", message.ToString(), StringComparison.Ordinal).Replace("{reference}", filed.Reference, StringComparison.Ordinal)));
        }

        Assert.True(pages.Count > 20);
        string[] secrets = [ChildName, "Xuyến", "X. C.", "UnderReview", "Being examined", "비밀 편지", "김하늘"];
        Assert.All(pages, page => Assert.All(secrets, secret => Assert.DoesNotContain(secret, page.Html, StringComparison.Ordinal)));
        Assert.DoesNotContain(pages, page => page.Status == HttpStatusCode.OK && page.Path.StartsWith("/en/my-case/child", StringComparison.Ordinal) && page.Path != "/en/my-case/child/told");
        Assert.Equal(HttpStatusCode.OK, added.Status);
        Assert.Equal(1, await host.StoredAsync(db => db.Messages.CountAsync(m => m.CaseId == filed.Id && m.CodeId == filed.CodeId)));
    }

    [Fact]
    public async Task A_parent_who_comes_in_later_never_reads_what_the_requester_told()
    {
        var filed = await host.Given.AToldChildAsync();
        using (var requester = await host.ComeBackAsync(filed.CodeId))
        {
            await (await requester.GetAsync("/en/my-case/child/told")).SubmitAsync(("Form.Body", "secret of the neighbour"));
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            var code = await host.WithAsync(async services =>
            {
                var db = services.GetRequiredService<PortalDb>();
                var made = new CaseCode { Hash = Guid.NewGuid().ToByteArray(), Holder = Role.Filer, CaseId = filed.Id, CreatedAt = host.Clock.GetUtcNow() };
                db.Add(made);
                await db.SaveChangesAsync();
                return made.Id;
            });
            host.Clock.Advance(TimeSpan.FromMinutes(1));
            await (await requester.GetAsync("/en/my-case/child/told")).SubmitAsync(("Form.Body", "another secret of the neighbour"));

            using var parent = await host.ComeBackAsync(code);
            var page = await parent.GetAsync("/en/my-case/child");

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("secret of the neighbour", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nobody_who_told_may_do_anything_but_add() =>
        Assert.Equal([ChildConfirmation.AddToRequest], ChildConfirmation.Service.Lifecycle.Where(line => line.Who.HasFlag(Role.Requester)).Select(line => line.Action).Distinct());

    [Fact]
    public void One_page_is_for_who_told_and_no_other() =>
        Assert.Equal(["/MyChild/Told"], PageAccess.Table.Where(line => line.Value.HasFlag(Role.Requester)).Select(line => line.Key));
}
