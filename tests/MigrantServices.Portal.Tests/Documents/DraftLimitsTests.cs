using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using MigrantServices.Core.Documents;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.Documents;

public sealed class DraftLimitsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const int Length = 2_000;

    // a file on its way counts in full, so that two small ones and one that comes fit, and no more
    private readonly FileRoom _room = new(database, new((2 * Length) + CaseFile.MaxLength, long.MaxValue));

    [Fact]
    public async Task When_unsent_forms_are_full_no_more_files_are_taken_until_one_goes()
    {
        await ClearAsync();
        var (first, other) = (await _room.NewDraftAsync(), await _room.NewDraftAsync());
        foreach (var draft in (FileOwner[])[first, other, other])
        {
            Assert.Null(await TakeAsync(draft));
        }

        Assert.Equal(FileRefusals.NoRoom, await TakeAsync(first));
        Assert.Equal(3, await CountAsync());

        await using (var db = database.Open())
        {
            await db.Drafts.Where(d => d.Id == other.DraftId).ExecuteDeleteAsync();
        }

        Assert.Null(await TakeAsync(first));
    }

    [Fact]
    public async Task Full_forms_keep_neither_cases_nor_colleagues_from_adding_files()
    {
        await ClearAsync();
        var draft = await _room.NewDraftAsync();
        while (await TakeAsync(draft) is null)
        {
        }

        Assert.Null(await TakeAsync(FileOwner.Message(await _room.NewCaseAsync(), Guid.CreateVersion7())));
        Assert.NotEqual(FileRefusals.NoRoom, await TakeAsync(FileOwner.Draft(draft.DraftId!.Value), await AColleagueAsync()));
    }

    [Fact]
    public void Without_settings_all_forms_together_may_take_five_gigabytes()
    {
        Assert.Equal(new(5L * 1024 * 1024 * 1024, 1024 * 1024 * 1024), DraftLimits.From(new ConfigurationBuilder().Build()));
        Assert.Equal(64L * 1024 * 1024, DraftLimits.From(With("64")).Total);
    }

    [Theory]
    [InlineData("much")]
    [InlineData("19")]
    [InlineData("-1")]
    public void A_limit_that_takes_no_file_is_told_at_the_start(string setting) =>
        Assert.Throws<InvalidOperationException>(() => DraftLimits.From(With(setting)));

    private static IConfiguration With(string setting) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [DraftLimits.TotalSetting] = setting }).Build();

    private async Task<string?> TakeAsync(FileOwner owner, Guid? uploadedBy = null) =>
        (await _room.Store.ReceiveAsync(new MemoryStream(EvidenceSamples.Pdf(Length)), "letter.pdf", owner, uploadedBy, CancellationToken.None)).Refusal;

    private async Task<Guid> AColleagueAsync()
    {
        await using var db = database.Open();
        var user = new Core.People.PortalUser { Id = Guid.CreateVersion7(), UserName = "kim", DisplayName = "김담당", CreatedAt = _room.Clock.GetUtcNow() };
        db.Add(user);
        await db.SaveChangesAsync();
        return user.Id;
    }

    private async Task<int> CountAsync()
    {
        await using var db = database.Open();
        return await db.Set<CaseFile>().CountAsync(f => f.DraftId != null);
    }

    private async Task ClearAsync()
    {
        await using var db = database.Open();
        await db.Drafts.ExecuteDeleteAsync();
    }
}
