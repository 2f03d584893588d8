using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>A programme that people chose can end before they send: then nothing is filed, and what they told stays.</summary>
[Trait("Category", "Database")]
public sealed class ClosedSinceTests : IAsyncLifetime
{
    private readonly PortalHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task A_programme_that_ended_between_draft_and_sending_is_refused_and_the_draft_stays_as_it_was()
    {
        var draft = await _host.ASupportDraftAsync();
        var before = await ReadAsync(draft);
        await using (var db = _host.Database.Open())
        {
            var yesterday = Seoul.DateOf(_host.Clock.GetUtcNow()).AddDays(-1);
            Assert.True(await db.Set<ProgrammeTerms>().Where(terms => terms.ProgrammeCode == "korean-class" && terms.ValidTo == null).ExecuteUpdateAsync(set => set.SetProperty(terms => terms.ValidTo, yesterday)) > 0);
            await _host.Services.GetRequiredService<ProgrammeBook>().ReadAsync(db, CancellationToken.None);
        }

        var refused = await Assert.ThrowsAsync<RefusedException>(() => _host.WithAsync(async services =>
            await services.GetRequiredService<SupportFilingDesk>().SendAsync((await services.GetRequiredService<DraftDesk>().HoldAsync<ApplyForSupport>(draft, CancellationToken.None))!, CancellationToken.None)));

        Assert.Equal("application.programme-closed", refused.Refusal.Code);
        var after = await ReadAsync(draft);
        Assert.Equal((before.Programmes.Chosen, before.Household.Members.Select(member => member.Name)), (after.Programmes.Chosen, after.Household.Members.Select(member => member.Name)), EqualLists);
        Assert.Equal(0, await _host.StoredAsync(db => db.SupportApplications.CountAsync()));
        Assert.Null((await _host.StoredAsync(db => db.Drafts.SingleAsync(d => d.Id == draft.Id))).SentAs);
    }

    private static bool EqualLists((List<string> Codes, IEnumerable<string?> Names) one, (List<string> Codes, IEnumerable<string?> Names) other) =>
        one.Codes.SequenceEqual(other.Codes) && one.Names.SequenceEqual(other.Names);

    private Task<ApplyForSupport> ReadAsync(DraftKey draft) => _host.WithAsync(async services => (await services.GetRequiredService<DraftDesk>().HoldAsync<ApplyForSupport>(draft, CancellationToken.None))!.Answers);
}
