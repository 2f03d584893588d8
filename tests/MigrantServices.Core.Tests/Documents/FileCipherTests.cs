using System.Security.Cryptography;
using MigrantServices.Core.Documents.Sealing;
using Xunit;

namespace MigrantServices.Core.Tests.Documents;

public sealed class FileCipherTests
{
    private static readonly Guid FileId = Guid.CreateVersion7();
    private static readonly FixedKeys Keys = new("2026-11");

    [Theory]
    [InlineData(1)]
    [InlineData(FileCipher.ChunkLength - 1)]
    [InlineData(FileCipher.ChunkLength)]
    [InlineData(FileCipher.ChunkLength + 1)]
    [InlineData((3 * FileCipher.ChunkLength) + 77)]
    public async Task What_was_sealed_is_given_back_whole_and_from_any_place(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        var file = await SealedFile.OfAsync(FileId, content, Keys);

        await using var opening = file.Open();

        Assert.Equal(content, await AllOf(opening));
        opening.Position = length / 2;
        Assert.Equal(content[(length / 2)..], await AllOf(opening));
        Assert.Equal((length + FileCipher.ChunkLength - 1) / FileCipher.ChunkLength, file.Chunks.Count);
    }

    [Fact]
    public async Task Nothing_of_the_content_or_the_name_can_be_read_in_what_is_stored()
    {
        var content = new byte[1000];
        var file = await SealedFile.OfAsync(FileId, content, Keys);

        Assert.True(file.Chunks[0].AsSpan().IndexOf(content.AsSpan(0, 16)) < 0);
        Assert.True(file.Cipher.SealName("Linh.jpg").AsSpan().IndexOf("Linh"u8) < 0);
    }

    [Fact]
    public void The_name_comes_back_and_belongs_to_its_file()
    {
        var (cipher, _, _) = FileCipher.Create(FileId, Keys);
        var (other, _, _) = FileCipher.Create(Guid.CreateVersion7(), Keys);

        Assert.Equal("증거 1.jpg", cipher.OpenName(cipher.SealName("증거 1.jpg")));
        Assert.Throws<DamagedFileException>(() => other.OpenName(cipher.SealName("증거 1.jpg")));
        Assert.Throws<DamagedFileException>(() => cipher.OpenName([1, 2, 3]));
    }

    public static TheoryData<string, Action<List<byte[]>>> Tampering => new()
    {
        { "a changed bit", chunks => chunks[1][50_000] ^= 1 },
        { "two pieces exchanged", chunks => (chunks[0], chunks[1]) = (chunks[1], chunks[0]) },
        { "a piece twice", chunks => chunks[1] = chunks[0] },
        { "a piece lost", chunks => chunks.RemoveAt(1) },
        { "the last piece lost", chunks => chunks.RemoveAt(2) },
        { "a piece cut short", chunks => chunks[1] = chunks[1][..^1] },
        { "an empty piece", chunks => chunks[1] = [] },
    };

    [Theory]
    [MemberData(nameof(Tampering), DisableDiscoveryEnumeration = true)]
    public async Task Tampering_is_noticed(string how, Action<List<byte[]>> tamper)
    {
        var file = await ThreePieces(FileId);
        tamper(file.Chunks);

        await using var opening = file.Open();

        Assert.NotNull(how);
        await Assert.ThrowsAsync<DamagedFileException>(() => AllOf(opening));
    }

    [Fact]
    public async Task A_file_cut_at_the_end_of_a_piece_is_noticed_even_with_its_length_changed_too()
    {
        var file = await ThreePieces(FileId);
        file.Chunks.RemoveAt(2);
        file.Length = 2 * FileCipher.ChunkLength;

        await using var opening = file.Open();

        await Assert.ThrowsAsync<DamagedFileException>(() => AllOf(opening));
    }

    [Fact]
    public async Task A_piece_of_another_file_is_noticed()
    {
        var file = await ThreePieces(FileId);
        var other = await ThreePieces(Guid.CreateVersion7());
        file.Chunks[1] = other.Chunks[1];

        await using var opening = file.Open();

        await Assert.ThrowsAsync<DamagedFileException>(() => AllOf(opening));
    }

    [Fact]
    public async Task The_working_copy_cannot_stand_in_for_the_original()
    {
        var file = await ThreePieces(FileId);

        await using var opening = file.Open(FileCopy.Working);

        await Assert.ThrowsAsync<DamagedFileException>(() => AllOf(opening));
    }

    [Fact]
    public void A_files_key_opens_only_for_its_file_and_with_its_portal_key()
    {
        var (_, keyId, wrapped) = FileCipher.Create(FileId, Keys);

        FileCipher.Open(FileId, keyId, wrapped, Keys).Dispose();
        Assert.Throws<DamagedFileException>(() => FileCipher.Open(Guid.CreateVersion7(), keyId, wrapped, Keys));
        Assert.Throws<DamagedFileException>(() => FileCipher.Open(FileId, "2027-01", wrapped, Keys));
    }

    [Fact]
    public async Task Sealing_the_same_content_twice_never_gives_the_same_bytes()
    {
        var file = await SealedFile.OfAsync(FileId, new byte[500], Keys);

        Assert.NotEqual(file.Chunks[0], file.Cipher.SealChunk(FileCopy.Original, 0, isLast: true, new byte[500]));
    }

    private static Task<SealedFile> ThreePieces(Guid id) => SealedFile.OfAsync(id, RandomNumberGenerator.GetBytes(3 * FileCipher.ChunkLength), Keys);

    private static async Task<byte[]> AllOf(Stream stream)
    {
        var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return all.ToArray();
    }
}

internal sealed class FixedKeys(string current) : IFileKeys
{
    public string CurrentKeyId => current;

    public byte[] KeyFor(string keyId) => SHA256.HashData(Samples.Bytes(keyId));
}

/// <summary>A file as the database would hold it.</summary>
internal sealed class SealedFile(FileCipher cipher)
{
    public FileCipher Cipher => cipher;

    public List<byte[]> Chunks { get; } = [];

    public long Length { get; set; }

    public static async Task<SealedFile> OfAsync(Guid id, byte[] content, IFileKeys keys)
    {
        var file = new SealedFile(FileCipher.Create(id, keys).Cipher);
        await using var sealing = new SealingStream(file.Cipher, FileCopy.Original, (number, chunk, _) =>
        {
            Assert.Equal(file.Chunks.Count, number);
            file.Chunks.Add(chunk);
            return Task.CompletedTask;
        });
        await sealing.WriteAsync(content);
        file.Length = await sealing.CompleteAsync(CancellationToken.None);
        return file;
    }

    public OpeningStream Open(FileCopy copy = FileCopy.Original) =>
        new(cipher, copy, Length, (number, _) => Task.FromResult(number < Chunks.Count ? Chunks[number] : null));
}
