using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Oversight;

/// <summary>Cases that were filed before respondents were marked get their marks afterwards, and count.</summary>
[Trait("Category", "Database")]
public sealed class OlderRespondentTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly string[] Kinds = [OlderRespondentsHandler.JobKind, PatternHandler.JobKind];

    [Fact]
    public async Task The_portal_marks_them_as_new_ones_are_marked_and_sees_who_is_named_again_and_again()
    {
        var (cases, wanted) = await OlderAsync("구미동 나라다라마라산업공장", 3);
        var (nameless, _) = await OlderAsync("모름", 1);

        await RunAsync();

        Assert.Equal(wanted, await MarksAsync(cases));
        Assert.Empty(await MarksAsync(nameless));
        var token = wanted.Single(mark => mark.Counts && mark.CaseId == cases[0]).Token;
        Assert.Equal(3, await host.StoredAsync(db => db.Set<Pattern>().Where(p => p.Token == token).Select(p => p.Cases).SingleAsync()));
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.Detail == OlderRespondents.Detail && r.UserId == null && r.CaseIds!.Contains(cases[0]))));

        // begun anew it finds nothing to mark and counts nobody twice
        await RunAsync();
        Assert.Equal(wanted, await MarksAsync(cases));
        Assert.Equal(3, await host.StoredAsync(db => db.Set<Pattern>().Where(p => p.Token == token).Select(p => p.Cases).SingleAsync()));
    }

    [Fact]
    public async Task They_are_marked_some_at_a_time_and_what_was_taken_back_is_left_out()
    {
        var withdrawn = await host.Given.AGrievanceAsync(CaseStatus.Withdrawn, form => form.Respondent.Name = "구미동 사라가라파라산업공장");
        await SettledAsync();
        var (cases, wanted) = await OlderAsync("구미동 마라바라사라산업공장", 2);
        var before = cases.Min();

        var first = await NextAsync(Guid.Empty, 1);
        Assert.Equal(before, first);
        Assert.Equal(wanted.Where(mark => mark.CaseId == first), await MarksAsync(cases));
        var second = await NextAsync(first!.Value, 1);

        Assert.Equal(wanted, await MarksAsync(cases));
        Assert.Null(await NextAsync(second!.Value, 1));
        Assert.Empty(await MarksAsync([withdrawn.Id]));
    }

    // filed as in earnest, and then as if there had been no marks; one after the other, so that nobody counts them together before
    private async Task<(Guid[] Cases, List<Mark> Wanted)> OlderAsync(string name, int many)
    {
        var (cases, wanted) = (new List<Guid>(), new List<Mark>());
        for (var n = 0; n < many; n++)
        {
            var filed = await host.Given.AGrievanceAsync(CaseStatus.Submitted, form => form.Respondent.Name = name);
            await SettledAsync();
            cases.Add(filed.Id);
            wanted.AddRange(await MarksAsync([filed.Id]));
            await host.StoredAsync(db => db.Set<RespondentToken>().Where(t => t.CaseId == filed.Id).ExecuteDeleteAsync());
        }

        return ([.. cases], [.. wanted.OrderBy(mark => mark.CaseId).ThenBy(mark => mark.Form)]);
    }

    private Task<List<Mark>> MarksAsync(Guid[] cases) => host.StoredAsync(async db =>
        (await db.Set<RespondentToken>().AsNoTracking().Where(t => cases.Contains(t.CaseId)).ToListAsync())
            .Select(t => new Mark(t.CaseId, t.Form, t.Token, t.Counts)).OrderBy(mark => mark.CaseId).ThenBy(mark => mark.Form).ToList());

    private Task<Guid?> NextAsync(Guid after, int atOnce) =>
        host.WithAsync(services => services.GetRequiredService<OlderRespondents>().NextAsync(after, atOnce, CancellationToken.None));

    private async Task RunAsync()
    {
        await host.WithAsync(async services =>
        {
            services.GetRequiredService<Outbox>().Add(OlderRespondentsHandler.JobKind, Guid.Empty, host.Clock.GetUtcNow());
            await services.GetRequiredService<PortalDb>().SaveChangesAsync();
        });
        await SettledAsync();
    }

    private Task SettledAsync() => host.JobsDoneAsync(Kinds);

    private sealed record Mark(Guid CaseId, RespondentForm Form, Guid Token, bool Counts);
}
