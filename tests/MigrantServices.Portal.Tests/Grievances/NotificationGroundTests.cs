using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Grievances;

/// <summary>While the office could have to report people to immigration, no name may be asked for.</summary>
public sealed class NotificationGroundTests(PortalHost host) : IClassFixture<PortalHost>, IAsyncLifetime
{
    public Task InitializeAsync() => host.WithAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDb>();
        await db.Set<ReferenceItem>().Where(i => i.List == Lists.NotificationGrounds).ExecuteUpdateAsync(set => set.SetProperty(i => i.ValidTo, i => i.ValidFrom));
        await services.GetRequiredService<ReferenceBook>().ReadAsync(db, CancellationToken.None);
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Without_a_ground_on_record_a_name_cannot_be_chosen()
    {
        using var browser = host.Browser();

        var page = await browser.GetAsync("/en/grievances/new/you");

        Assert.Null(page.Document.QuerySelector("[name='Form.WithName'][value=true]"));
        Assert.NotNull(page.Document.QuerySelector("[name='Form.WithName'][value=false]"));
        Assert.Null(page.Document.QuerySelector("[name='Form.Name']"));
    }

    [Fact]
    public async Task Without_a_ground_on_record_a_forged_name_is_refused_and_not_kept()
    {
        var answers = Given.Answers();
        answers.Contact = new();
        var draft = await host.Given.ADraftAsync(answers);
        using var browser = host.Given.ABrowserHolding(draft);

        var again = await (await browser.GetAsync("/en/grievances/new/you"))
            .SubmitAsync(("Form.WithName", "true"), ("Form.Name", "Forged Name"), ("Form.Way", "PortalOnly"), ("Form.Language", "en"));

        Assert.NotEmpty(again.Summary);
        var kept = await host.WithAsync(services => services.GetRequiredService<DraftDesk>().ReadAsync<FileGrievance>(draft, CancellationToken.None));
        Assert.Null(kept!.Contact.Name);
        var check = await browser.GetAsync("/en/grievances/new/check");
        await check.SendAsync(check.Document.Forms[^1], null);
        Assert.Equal(0, await host.StoredAsync(db => db.Set<CasePerson>().CountAsync()));
    }
}
