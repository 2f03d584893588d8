using System.Text;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Images;
using MigrantServices.Core.Documents.Kinds;
using Xunit;

namespace MigrantServices.Core.Tests.Documents;

public sealed class ImageMetadataTests
{
    public static TheoryData<FileKind, byte[]> Photos => new()
    {
        { FileKind.Jpeg, Samples.Jpeg() },
        { FileKind.Png, Samples.Png() },
        { FileKind.WebP, Samples.WebP() },
    };

    [Theory]
    [MemberData(nameof(Photos), DisableDiscoveryEnumeration = true)]
    public async Task Place_device_comments_and_trailers_are_gone(FileKind kind, byte[] photo)
    {
        Assert.Contains("GPS", Text(photo), StringComparison.Ordinal);

        var copy = await Strip(kind, photo);

        Assert.DoesNotContain("GPS", Text(copy), StringComparison.Ordinal);
        Assert.DoesNotContain("Nok", Text(copy), StringComparison.Ordinal);
        Assert.DoesNotContain("script", Text(copy), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Photos), DisableDiscoveryEnumeration = true)]
    public async Task The_copy_is_still_the_same_kind_of_photo_and_cannot_be_stripped_further(FileKind kind, byte[] photo)
    {
        var copy = await Strip(kind, photo);

        Assert.Equal(kind, (await KindRecognition.RecogniseAsync(new MemoryStream(copy), CancellationToken.None)).Kind);
        Assert.Equal(copy, await Strip(kind, copy));
    }

    [Fact]
    public async Task A_jpeg_keeps_its_picture_its_colours_and_which_side_is_up()
    {
        var copy = await Strip(FileKind.Jpeg, Samples.Jpeg(orientation: 6));

        byte[] expected =
        [
            0xFF, 0xD8,
            .. Samples.Segment(0xE0, [.. "JFIF\0"u8, 1, 2, 1, 0, 72, 0, 72, 0, 0]),
            .. Samples.Segment(0xE1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]),
            .. Samples.Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. "colours"u8]),
            .. Samples.Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]),
            .. Samples.Segment(0xDB, new byte[65]),
            .. Samples.Segment(0xC0, [8, 1, 0xE0, 2, 0x80, 1, 1, 0x11, 0]),
            .. Samples.Segment(0xC4, new byte[20]),
            .. Samples.Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            1, 2, 3, 0xFF, 0, 4, 0xFF, 0xD0, 5, 6,
            0xFF, 0xD9,
        ];
        Assert.Equal(expected, copy);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(9)]
    public async Task A_photo_that_stands_upright_says_nothing_of_its_side(int orientation) =>
        Assert.DoesNotContain("Exif", Text(await Strip(FileKind.Jpeg, Samples.Jpeg(orientation))), StringComparison.Ordinal);

    [Fact]
    public async Task A_webp_no_longer_announces_what_was_taken_out()
    {
        var copy = await Strip(FileKind.WebP, Samples.WebP());

        Assert.Equal(copy.Length - 8, BitConverter.ToInt32(copy, 4));
        Assert.Equal(0x20, copy[20]);
    }

    [Theory]
    [InlineData(FileKind.Jpeg, 65_000, 65_000)]
    [InlineData(FileKind.Png, 1_000_000, 1_000_000)]
    public async Task A_picture_of_monstrous_size_is_refused(FileKind kind, int width, int height)
    {
        var photo = kind == FileKind.Jpeg ? Samples.Jpeg(6, width, height) : Samples.Png(width, height);

        Assert.Equal(FileRefusals.ImageTooLarge, await ImageMetadata.StripAsync(kind, new MemoryStream(photo), Stream.Null, CancellationToken.None));
    }

    [Theory]
    [MemberData(nameof(Photos), DisableDiscoveryEnumeration = true)]
    public async Task A_photo_torn_anywhere_is_refused_and_nothing_worse(FileKind kind, byte[] photo)
    {
        var whole = await Strip(kind, photo);
        for (var length = 0; length < whole.Length; length++)
        {
            var torn = new MemoryStream(whole[..length]);

            Assert.Equal(FileRefusals.Broken, await ImageMetadata.StripAsync(kind, torn, Stream.Null, CancellationToken.None));
        }
    }

    [Theory]
    [MemberData(nameof(Photos), DisableDiscoveryEnumeration = true)]
    public async Task A_photo_altered_anywhere_is_copied_or_refused_and_nothing_worse(FileKind kind, byte[] photo)
    {
        var random = new Random(8706);
        for (var round = 0; round < 3_000; round++)
        {
            var altered = photo.ToArray();
            for (var changes = random.Next(1, 6); changes > 0; changes--)
            {
                altered[random.Next(altered.Length)] = (byte)random.Next(256);
            }

            var refusal = await ImageMetadata.StripAsync(kind, new MemoryStream(altered), Stream.Null, CancellationToken.None);

            Assert.True(refusal is null or FileRefusals.Broken or FileRefusals.ImageTooLarge);
        }
    }

    private static async Task<byte[]> Strip(FileKind kind, byte[] photo)
    {
        var copy = new MemoryStream();
        Assert.Null(await ImageMetadata.StripAsync(kind, new MemoryStream(photo), copy, CancellationToken.None));
        return copy.ToArray();
    }

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
