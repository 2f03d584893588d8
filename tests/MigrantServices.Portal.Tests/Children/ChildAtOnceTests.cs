using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage.Seed.Demo;
using MigrantServices.Portal.Web.Papers;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Of two who write into a child's file at the same moment one does, and what they wrote stays; whoever was slower has changed nothing, and put nothing back.</summary>
[Trait("Category", "Database")]
public sealed class ChildAtOnceTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const int Rounds = 5;

    private static Actor Handler => Colleagues.Caseworker.Actor;

    [Fact]
    public async Task Of_two_corrections_at_once_the_faster_one_stays()
    {
        var filed = await host.ATakenChildAsync();
        var child = await ChildAsync(filed);
        var known = (await OpenedAsync(child)).Child;
        for (var round = 0; round < Rounds; round++)
        {
            var faster = await AtOnceAsync(filed, (services, one, who) => services.GetRequiredService<IdentityDesk>().CorrectAsync(one, known with { Address = $"house {round} {who}" }, Handler, default));

            Assert.Equal($"house {round} {faster}", (await OpenedAsync(child)).Child.Address);
        }

        Assert.Equal(Rounds, await DeedsAsync(filed, ChildConfirmation.CorrectIdentity.Code));
    }

    [Fact]
    public async Task Of_two_who_write_a_parent_at_once_the_faster_one_stays()
    {
        var filed = await host.ATakenChildAsync();
        var child = await ChildAsync(filed);
        var parent = (await OpenedAsync(child)).Parents.Single();
        for (var round = 0; round < Rounds; round++)
        {
            var faster = await AtOnceAsync(filed, (services, one, who) => services.GetRequiredService<IdentityDesk>().CorrectParentAsync(
                one, parent.Id, new() { Purpose = "correct-record", Relation = parent.Relation, Own = "هدى", Contact = $"line {round} {who}" }, Handler, default));

            Assert.Equal($"line {round} {faster}", (await OpenedAsync(child)).Parents.Single().Identity.Contact);
        }
    }

    [Fact]
    public async Task Of_two_who_add_a_parent_at_once_one_is_added()
    {
        var filed = await host.ATakenChildAsync();

        var faster = await AtOnceAsync(filed, (services, one, who) => services.GetRequiredService<IdentityDesk>().AddParentAsync(
            one, new() { Purpose = "correct-record", Relation = Kinship.Father, Own = $"father {who}" }, Handler, default));

        Assert.Equal([$"father {faster}"], (await OpenedAsync(await ChildAsync(filed))).Parents.Where(p => p.Relation == Kinship.Father).Select(p => p.Identity.Name.Own));
    }

    [Fact]
    public async Task Of_two_first_photographs_at_once_the_faster_one_is_there_and_the_other_page_says_so()
    {
        if (!PhotoLibrary.IsHere)
        {
            return;
        }

        var filed = await host.ATakenChildAsync();
        using var one = await host.SignInAsAsync(Colleagues.Caseworker);
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        var seen = new[] { await LookedAsync(one, filed), await LookedAsync(other, filed) };

        var kept = await Task.WhenAll(seen.Select(page => page.SendAsync(page.Form("Shown"), null)));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], kept.Select(page => page.Status).Order());
        Assert.NotEmpty(kept.Single(page => page.Status == HttpStatusCode.Conflict).Summary);
        Assert.NotNull(await PhotographAsync(filed));
        Assert.Equal(1, await DeedsAsync(filed, ChildConfirmation.PutPhotograph.Code));
    }

    [Fact]
    public async Task Of_two_later_photographs_at_once_the_faster_one_stays()
    {
        if (!PhotoLibrary.IsHere)
        {
            return;
        }

        var filed = await host.ATakenChildAsync();
        var parts = new[] { new PhotoPart(), new PhotoPart { Size = PhotoSize.Half } };
        var drawn = parts.Select(part => Photograph.Part(DemoPhotograph.Jpeg, part).Jpeg).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var faster = await AtOnceAsync(filed, (services, child, who) => services.GetRequiredService<ReissueDesk>().PutPhotographAsync(child, DemoPhotograph.Jpeg, Handler, default, parts[who]));

            Assert.Equal(drawn[faster], await PhotographAsync(filed));
        }
    }

    /// <summary>Both have read the case before either writes.</summary>
    /// <returns>Who of the two was faster.</returns>
    private async Task<int> AtOnceAsync(FiledCase filed, Func<IServiceProvider, ChildConfirmation, int, Task> deed)
    {
        using var read = new CountdownEvent(2);
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var both = Enumerable.Range(0, 2).Select(who => host.WithAsync(async services =>
        {
            var one = await OneAsync(services, filed);
            read.Signal();
            await start.Task;
            try
            {
                await deed(services, one, who);
                return who;
            }
            catch (DbUpdateConcurrencyException)
            {
                return -1;
            }
        })).ToList();
        Assert.True(read.Wait(TimeSpan.FromMinutes(1)));
        start.SetResult();
        return Assert.Single(await Task.WhenAll(both), who => who >= 0);
    }

    private static async Task<WebPage> LookedAsync(Browserless browser, FiledCase filed) => await (await browser.GetAsync(Of(filed, "photograph"))).UploadAsync(("face.jpg", PaperSample.Photo));

    private Task<Guid> ChildAsync(FiledCase filed) => host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.ChildId).SingleAsync());

    private Task<OpenedIdentity> OpenedAsync(Guid child) => host.WithAsync(async services => (await services.GetRequiredService<VaultDesk>().OpenAsync(child, default))!);

    private Task<byte[]?> PhotographAsync(FiledCase filed) => host.WithAsync(async services => await services.GetRequiredService<VaultDesk>().PhotographAsync((await OneAsync(services, filed)).ChildId, default));

    private Task<int> DeedsAsync(FiledCase filed, string deed) => host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == deed));
}
