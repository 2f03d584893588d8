using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Kinds;
using MigrantServices.Core.Documents.Sealing;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.Documents;

public sealed class FileStoreTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private readonly FileRoom _room = new(database);

    [Theory]
    [InlineData(2_000)]
    [InlineData(FileCipher.ChunkLength)]
    [InlineData((2 * FileCipher.ChunkLength) + 1)]
    [InlineData((int)CaseFile.MaxLength)]
    public async Task A_file_comes_back_as_it_was_handed_in(int length)
    {
        var file = EvidenceSamples.Pdf(length);

        var id = await _room.CheckedAsync(file, await _room.NewDraftAsync());

        var stored = await _room.FileAsync(id);
        Assert.Equal((FileState.Ready, FileKind.Pdf, (long)length), (stored.State, stored.Kind, stored.Length));
        Assert.Equal(file, await _room.ContentAsync(id, FileCopy.Original));
        Assert.Equal((length + FileCipher.ChunkLength - 1) / FileCipher.ChunkLength, await _room.PiecesAsync(id));
    }

    [Fact]
    public async Task Neither_name_nor_content_can_be_read_in_the_database()
    {
        var id = await _room.ReceivedAsync(EvidenceSamples.Pdf(), await _room.NewDraftAsync());

        await using var db = database.Open();
        var file = await _room.FileAsync(id);
        var piece = await db.Set<FileChunk>().Where(chunk => chunk.FileId == id).Select(chunk => chunk.Content).SingleAsync();
        Assert.Equal("증거.jpg", _room.Store.NameOf(file));
        Assert.True(file.SealedName.AsSpan().IndexOf("증거"u8) < 0);
        Assert.True(piece.AsSpan().IndexOf("%PDF"u8) < 0);
    }

    [Theory]
    [InlineData(FileRefusals.Empty)]
    [InlineData(FileRefusals.TooLarge)]
    [InlineData(FileRefusals.KindNotAccepted)]
    [InlineData(FileRefusals.Broken)]
    public async Task A_refused_upload_leaves_nothing_behind(string code)
    {
        byte[] file = code switch
        {
            FileRefusals.Empty => [],
            FileRefusals.TooLarge => EvidenceSamples.Pdf((int)CaseFile.MaxLength + 1),
            FileRefusals.KindNotAccepted => [.. "MZ"u8, 0, 1, 2],
            _ => EvidenceSamples.Photo()[..^2],
        };
        var draft = await _room.NewDraftAsync();
        var pieces = await _room.PiecesAsync();

        var reception = await _room.ReceiveAsync(file, draft);

        Assert.Equal(Reception.Refused(code), reception);
        await using var db = database.Open();
        Assert.False(await db.Set<CaseFile>().AnyAsync(stored => stored.DraftId == draft.DraftId));
        Assert.Equal(pieces, await _room.PiecesAsync());
    }

    [Fact]
    public async Task An_endless_upload_is_cut_at_the_limit()
    {
        var endless = new EndlessStream();

        var reception = await _room.Store.ReceiveAsync(endless, "big.pdf", await _room.NewDraftAsync(), null, CancellationToken.None);

        Assert.Equal(FileRefusals.TooLarge, reception.Refusal);
        Assert.InRange(endless.Given, CaseFile.MaxLength, CaseFile.MaxLength + (1024 * 1024));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_behind()
    {
        var draft = await _room.NewDraftAsync();

        await Assert.ThrowsAsync<IOException>(() =>
            _room.Store.ReceiveAsync(new EndlessStream(breaksAt: 600_000), "half.pdf", draft, null, CancellationToken.None));

        await using var db = database.Open();
        Assert.False(await db.Set<CaseFile>().AnyAsync(stored => stored.DraftId == draft.DraftId));
    }

    [Fact]
    public async Task An_eleventh_file_is_refused_until_one_is_taken_back()
    {
        var draft = await _room.NewDraftAsync();
        var first = await _room.ReceivedAsync(EvidenceSamples.Pdf(), draft);
        for (var more = 1; more < CaseFile.MaxPerFiling; more++)
        {
            await _room.ReceivedAsync(EvidenceSamples.Pdf(), draft);
        }

        Assert.Equal(FileRefusals.TooMany, (await _room.ReceiveAsync(EvidenceSamples.Pdf(), draft)).Refusal);
        await _room.Store.DeleteAsync(first, CancellationToken.None);
        Assert.Null((await _room.ReceiveAsync(EvidenceSamples.Pdf(), draft)).Refusal);
    }

    [Fact]
    public async Task A_held_file_is_opened_by_nobody()
    {
        var id = await _room.ReceivedAsync(EvidenceSamples.Pdf(), await _room.NewDraftAsync());

        Assert.Null(await _room.Store.OpenAsync(id, FileCopy.Original, CancellationToken.None));
        Assert.Null(await _room.Store.OpenAsync(id, FileCopy.Working, CancellationToken.None));
    }

    [Fact]
    public async Task The_files_of_a_draft_become_those_of_its_case()
    {
        var draft = await _room.NewDraftAsync();
        var id = await _room.CheckedAsync(EvidenceSamples.Pdf(), draft);
        var caseId = await _room.NewCaseAsync();

        await using var db = database.Open();
        Assert.Equal(1, await db.HandOverFilesAsync(draft.DraftId!.Value, caseId, CancellationToken.None));

        var file = await _room.FileAsync(id);
        Assert.Equal((null, caseId), (file.DraftId, file.CaseId!.Value));
        Assert.Equal(EvidenceSamples.Pdf(), await _room.ContentAsync(id, FileCopy.Original));
    }

    [Fact]
    public async Task A_draft_takes_its_files_with_it()
    {
        var draft = await _room.NewDraftAsync();
        var id = await _room.ReceivedAsync(EvidenceSamples.Pdf(), draft);

        await using var db = database.Open();
        await db.Set<CaseDraft>().Where(begun => begun.Id == draft.DraftId).ExecuteDeleteAsync();

        Assert.False(await db.Set<CaseFile>().AnyAsync(file => file.Id == id));
        Assert.Equal(0, await _room.PiecesAsync(id));
    }

    [Fact]
    public async Task A_piece_changed_in_the_database_is_not_given_out()
    {
        var id = await _room.CheckedAsync(EvidenceSamples.Pdf(3 * FileCipher.ChunkLength), await _room.NewDraftAsync());
        await using var db = database.Open();
        await db.Set<FileChunk>().Where(chunk => chunk.FileId == id && chunk.Number == 2).ExecuteDeleteAsync();
        await db.Set<CaseFile>().Where(file => file.Id == id).ExecuteUpdateAsync(file => file.SetProperty(f => f.Length, 2 * FileCipher.ChunkLength));

        await Assert.ThrowsAsync<DamagedFileException>(() => _room.ContentAsync(id, FileCopy.Original));
    }

    [Fact]
    public async Task Uploads_that_a_crash_left_half_done_are_swept_after_a_day()
    {
        var id = await _room.ReceivedAsync(EvidenceSamples.Pdf(), await _room.NewDraftAsync());
        await using var db = database.Open();
        await db.Set<CaseFile>().Where(file => file.Id == id).ExecuteUpdateAsync(file => file.SetProperty(f => f.State, FileState.Arriving));

        Assert.Equal(0, await _room.Store.SweepAsync(CancellationToken.None));
        _room.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal(1, await _room.Store.SweepAsync(CancellationToken.None));
        Assert.Equal(0, await _room.PiecesAsync(id));
    }

    private sealed class EndlessStream(long breaksAt = long.MaxValue) : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Given > breaksAt)
            {
                throw new IOException("The line broke.");
            }

            buffer.Span.Fill((byte)' ');
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
