using System.Text;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Scanning;
using MigrantServices.Core.Documents.Sealing;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.Documents;

public sealed class FileCheckerTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FileRoom _room = new(database);

    [Fact]
    public async Task A_clean_file_is_released_with_its_verdict()
    {
        var id = await _room.CheckedAsync(EvidenceSamples.Pdf(), await _room.NewDraftAsync());

        var file = await _room.FileAsync(id);
        Assert.Equal((FileState.Ready, FileVerdicts.Clean, "test"), (file.State, file.Verdict, file.Scanner));
        Assert.Equal(_room.Clock.GetUtcNow(), file.ScannedAt);
    }

    [Fact]
    public async Task The_scanner_sees_the_original_and_colleagues_the_stripped_copy()
    {
        byte[]? scanned = null;
        _room.Scanner = content =>
        {
            scanned = content;
            return new ScanReport(ScanOutcome.Clean);
        };
        var photo = EvidenceSamples.Photo(700_000);

        var id = await _room.CheckedAsync(photo, await _room.NewDraftAsync());

        Assert.Equal(photo, scanned);
        Assert.Equal(photo, await _room.ContentAsync(id, FileCopy.Original));
        var working = await _room.ContentAsync(id, FileCopy.Working);
        Assert.True(working!.AsSpan().IndexOf(Encoding.ASCII.GetBytes(EvidenceSamples.Place)) < 0);
        Assert.Equal(photo.Length - EvidenceSamples.Place.Length - 4, working!.Length);
    }

    [Fact]
    public async Task What_needs_no_stripping_is_not_stored_twice()
    {
        var id = await _room.CheckedAsync(EvidenceSamples.Pdf(), await _room.NewDraftAsync());

        Assert.Equal(1, await _room.PiecesAsync(id));
        Assert.Equal(EvidenceSamples.Pdf(), await _room.ContentAsync(id, FileCopy.Working));
    }

    [Fact]
    public async Task An_infected_file_is_destroyed_and_its_verdict_kept()
    {
        _room.Scanner = _ => new ScanReport(ScanOutcome.Infected, "Eicar", "test");

        var id = await _room.CheckedAsync(EvidenceSamples.Photo(), await _room.NewDraftAsync());

        var file = await _room.FileAsync(id);
        Assert.Equal((FileState.Infected, FileRefusals.Infected, "Eicar"), (file.State, file.Verdict, file.Signature));
        Assert.Equal(0, await _room.PiecesAsync(id));
        Assert.Null(await _room.ContentAsync(id, FileCopy.Original));
    }

    [Fact]
    public async Task A_file_that_the_scanner_cannot_look_into_is_destroyed_and_called_so()
    {
        _room.Scanner = _ => new ScanReport(ScanOutcome.NotSeenThrough, "Heuristics.Encrypted.PDF");

        var id = await _room.CheckedAsync(EvidenceSamples.Pdf(), await _room.NewDraftAsync());

        var file = await _room.FileAsync(id);
        Assert.Equal((FileState.Refused, FileRefusals.CannotBeChecked), (file.State, file.Verdict));
        Assert.Equal(0, await _room.PiecesAsync(id));
    }

    [Fact]
    public async Task While_the_scanner_is_away_the_file_waits_and_later_passes()
    {
        _room.Scanner = _ => throw new ScannerAwayException("away");
        var id = await _room.ReceivedAsync(EvidenceSamples.Photo(), await _room.NewDraftAsync());

        await Assert.ThrowsAsync<ScannerAwayException>(() => _room.Checker.CheckAsync(id, CancellationToken.None));

        Assert.Equal(FileState.Held, (await _room.FileAsync(id)).State);
        _room.Scanner = _ => new ScanReport(ScanOutcome.Clean);
        await _room.Checker.CheckAsync(id, CancellationToken.None);
        Assert.Equal(FileState.Ready, (await _room.FileAsync(id)).State);
    }

    [Fact]
    public async Task Without_a_scanner_the_file_is_released_and_never_called_clean()
    {
        _room.Scanner = _ => new ScanReport(ScanOutcome.NotScanned);

        var id = await _room.CheckedAsync(EvidenceSamples.Pdf(), await _room.NewDraftAsync());

        var file = await _room.FileAsync(id);
        Assert.Equal((FileState.Ready, FileVerdicts.NotScanned, null), (file.State, file.Verdict, file.ScannedAt));
    }

    [Fact]
    public async Task Checks_of_one_file_at_once_release_it_once_and_whole()
    {
        var photo = EvidenceSamples.Photo(1_000_000);
        var id = await _room.ReceivedAsync(photo, await _room.NewDraftAsync());

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _room.Checker.CheckAsync(id, CancellationToken.None)));
        await _room.Checker.CheckAsync(id, CancellationToken.None);

        Assert.Equal(FileState.Ready, (await _room.FileAsync(id)).State);
        Assert.Equal(8, await _room.PiecesAsync(id));
        Assert.NotNull(await _room.ContentAsync(id, FileCopy.Working));
    }

    [Fact]
    public async Task A_file_that_is_gone_needs_no_check() => await _room.Checker.CheckAsync(Guid.CreateVersion7(), CancellationToken.None);
}
