using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Filing;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>While no ground against notification is on record, nobody's identity is asked, and none is kept anywhere.</summary>
[Trait("Category", "Database")]
public sealed class NoGroundTests(NoGroundTests.OwnKeysHost host) : IClassFixture<NoGroundTests.OwnKeysHost>, IAsyncLifetime
{
    public Task InitializeAsync() => host.WithAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDb>();
        await db.Set<ReferenceItem>().Where(i => i.List == Lists.NotificationGrounds && i.Code == "child-welfare").ExecuteUpdateAsync(set => set.SetProperty(i => i.ValidTo, i => i.ValidFrom));
        await services.GetRequiredService<ReferenceBook>().ReadAsync(db, CancellationToken.None);
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_page_says_so_first_and_offers_no_way_in()
    {
        using var browser = host.Browser();

        var start = await browser.GetAsync("/en/children/new");

        Assert.Contains("no law is on record", start.Document.QuerySelector("main")!.FirstElementChild!.TextContent, StringComparison.Ordinal);
        Assert.Contains("public health centres", start.Words, StringComparison.Ordinal);
        Assert.Null(start.Document.QuerySelector(".doors"));
        Assert.Null((await browser.GetAsync("/en/children/tell")).Document.QuerySelector("main textarea"));
        Assert.Equal("/en/children/new", (await browser.GetAsync("/en/children/new/child")).Path);
    }

    [Fact]
    public async Task What_is_sent_all_the_same_is_kept_nowhere()
    {
        var keys = Keys();
        var draft = await host.Given.AChildDraftAsync();
        using var browser = host.Given.ABrowserHolding(draft, FormKind.Child);
        var check = await browser.GetAsync("/en/children/new/check");

        var refused = await check.SendAsync(check.Document.Forms[^1], null);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        await Assert.ThrowsAsync<RefusedException>(() => host.Given.AToldChildAsync(told => told.DangerNow = true));
        Assert.Equal(0, await host.StoredAsync(db => db.ChildConfirmations.CountAsync()));
        Assert.Equal(0, await host.StoredAsync(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from vault.people").SingleAsync()));
        Assert.Equal(keys, Keys());
    }

    [Fact]
    public async Task A_colleague_is_not_even_asked()
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        Assert.Null((await office.GetAsync("/office/children/new")).Document.QuerySelector("main form"));
    }

    private string[] Keys() => [.. Directory.GetFiles(host.Folder, "*.key", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>Others who run beside it make keys in a folder that all share; here nobody else does.</summary>
    public sealed class OwnKeysHost : PortalHost
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("portal-test-").FullName;

        protected override string VaultFolder => Folder;
    }
}
