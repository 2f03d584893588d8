using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Grievances;

/// <summary>Apart from the other filing tests, because it moves the clock.</summary>
public sealed class DraftEndTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_draft_is_destroyed_with_its_files_thirty_days_after_it_was_last_saved()
    {
        var draft = await host.Given.ADraftAsync();
        using var browser = host.Given.ABrowserHolding(draft);
        await (await browser.GetAsync("/en/grievances/new/files")).UploadAsync(("lease.pdf", EvidenceSamples.Pdf()));

        host.Clock.Advance(CaseDraft.KeptFor - TimeSpan.FromMinutes(1));
        await SweepAsync();
        Assert.Contains("lease.pdf", (await browser.GetAsync("/en/grievances/new/files")).Words, StringComparison.Ordinal);

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await browser.GetAsync("/en/grievances/new")).ValueOf("Form.Teller") is { Length: > 0 } ? "still there" : null);
        await SweepAsync();

        Assert.False(await host.StoredAsync(db => db.Drafts.AnyAsync(d => d.Id == draft.Id)));
        Assert.False(await host.StoredAsync(db => db.Set<CaseFile>().AnyAsync()));
        Assert.False(await host.StoredAsync(db => db.Set<FileChunk>().AnyAsync()));
        Assert.False(await host.StoredAsync(db => db.Codes.AnyAsync(c => c.DraftId == draft.Id)));
    }

    private Task SweepAsync() => host.WithAsync(services => (Task)Sweep.OnceAsync(services, CancellationToken.None));
}
