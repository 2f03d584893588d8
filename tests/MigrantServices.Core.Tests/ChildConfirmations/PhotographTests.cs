using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Portal.Web.Papers;
using Xunit;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>Whatever is brought as a photograph, what is kept is upright, of one size, and says nothing of camera, place or day.</summary>
public sealed class PhotographTests
{
    private const string Secret = "37.3219N 126.8309E";

    public static TheoryData<string, Func<byte[]>> Refused => new()
    {
        { "photo.no-picture", () => [] },
        { "photo.no-picture", () => "an essay"u8.ToArray() },
        { "photo.no-picture", () => Samples.Pdf() },
        { "photo.no-picture", () => Samples.Jpeg() },
        { "photo.no-picture", () => PaperSample.Photo[..^9000] },
        { "photo.no-picture", () => PaperSample.Photo[..30] },
        { "photo.no-picture", () => Png(300, 300)[..200] },
        { "photo.other-kind", () => Samples.WebP() },
        { "photo.too-heavy", () => [.. PaperSample.Photo, .. new byte[Photograph.MaxBytes]] },
        { "photo.too-large", () => Samples.Png(8_000, 6_000) },
        { "photo.too-large", () => Samples.Png(int.MaxValue, int.MaxValue) },
        { "photo.no-picture", () => Samples.Png(-5, 300) },
        { "photo.too-small", () => Png(199, 600) },
    };

    [NeedsPrograms]
    public void It_is_printed_in_one_size_and_about_forty_kilobytes()
    {
        var photo = Photograph.From(PaperSample.Photo).Jpeg;

        Assert.Equal((413, 531), Size(photo));
        Assert.InRange(photo.Length, 10_000, 60_000);
    }

    [NeedsPrograms]
    public void Nothing_of_the_camera_the_place_or_the_day_is_left()
    {
        byte[] told = [.. PaperSample.Photo[..2], .. Segment(0xE1, [.. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, .. Words()]), .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Words()]),
            .. Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. Words()]), .. Segment(0xFE, Words()), .. PaperSample.Photo[2..], .. Words()];

        var photo = Photograph.From(told).Jpeg;

        var text = Encoding.Latin1.GetString(photo);
        Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
        Assert.All(new[] { "Exif", "adobe", "ICC_PROFILE", "Photoshop" }, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        // the frame of the format itself, tables, the picture
        Assert.All(Marks(photo), mark => Assert.Contains(mark, new byte[] { 0xE0, 0xDB, 0xC0, 0xC4, 0xDA, 0xDD }));
    }

    [NeedsPrograms]
    public void A_picture_that_lies_on_its_side_is_set_upright()
    {
        // red above, green below: turned by its description, red must come out at the side that was the top
        var upright = Photograph.From(Png(400, 514, (_, y) => y < 257 ? 0xE00000u : 0x00A000u)).Jpeg;
        byte[] side = [.. upright[..2], .. Segment(0xE1, [.. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]), .. upright[2..]];

        var turned = Photograph.From(side);

        // orientation 6 turns a quarter to the right: what was above lies at the right
        Assert.True(IsRed(upright, 0.5, 0.1) && !IsRed(upright, 0.5, 0.9));
        Assert.True(IsRed(turned.Jpeg, 0.9, 0.5) && !IsRed(turned.Jpeg, 0.1, 0.5));
        Assert.Equal((413, 531), Size(turned.Jpeg));
    }

    [NeedsPrograms]
    public void The_part_that_was_chosen_is_printed_and_what_is_see_through_is_white()
    {
        var picture = Png(1000, 1000, (x, y) => x < 300 && y < 400 ? 0xE00000u : 0x0000D0u);

        Assert.True(IsRed(Photograph.From(picture, new(0, 0, 0.25)).Jpeg, 0.9, 0.9));
        Assert.False(IsRed(Photograph.From(picture, new(0.4, 0.4, 0.4)).Jpeg, 0.1, 0.1));
        Assert.Equal("photo.cut-outside", Code(() => Photograph.From(picture, new(0.5, 0.5, 0.6))));
        Assert.Equal("photo.cut-outside", Code(() => Photograph.From(picture, new(-0.1, 0, 0.5))));
        Assert.Equal("photo.cut-outside", Code(() => Photograph.From(picture, new(double.NaN, 0, 0.5))));
        Assert.Equal("photo.too-small", Code(() => Photograph.From(picture, new(0, 0, 0.1))));
    }

    [NeedsPrograms]
    public void Of_a_picture_whose_quarters_differ_in_colour_the_chosen_one_is_printed()
    {
        const uint Red = 0xE00000, Green = 0x00A000, Blue = 0x0000D0, White = 0xFFFFFF;
        var picture = Png(826, 1062, (x, y) => (x < 413, y < 531) switch { (true, true) => Red, (false, true) => Green, (true, false) => Blue, _ => White });

        foreach (var (side, colour) in new[] { (PhotoSide.TopLeft, Red), (PhotoSide.TopRight, Green), (PhotoSide.BottomLeft, Blue), (PhotoSide.BottomRight, White) })
        {
            var printed = Photograph.Part(picture, new PhotoPart { Side = side, Size = PhotoSize.Half }).Jpeg;
            Assert.Equal((413, 531), Size(printed));
            Assert.All(new[] { (0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9) }, spot => Assert.True(IsLike(printed, spot, colour), $"{side} {spot}"));
        }

        var middle = Photograph.Part(picture, new PhotoPart { Size = PhotoSize.Half }).Jpeg;
        Assert.True(IsLike(middle, (0.1, 0.1), Red) && IsLike(middle, (0.9, 0.1), Green) && IsLike(middle, (0.1, 0.9), Blue) && IsLike(middle, (0.9, 0.9), White));
        Assert.Equal(Photograph.From(picture).Jpeg, Photograph.Part(picture, new PhotoPart()).Jpeg);
    }

    [NeedsPrograms]
    public void A_tall_picture_is_cut_at_its_head_or_its_foot_and_a_part_too_small_is_refused()
    {
        var tall = Png(400, 1600, (_, y) => y < 800 ? 0xE00000u : 0x0000D0u);

        Assert.True(IsRed(Photograph.Part(tall, new PhotoPart { Side = PhotoSide.Top }).Jpeg, 0.5, 0.9));
        Assert.False(IsRed(Photograph.Part(tall, new PhotoPart { Side = PhotoSide.Bottom }).Jpeg, 0.5, 0.1));
        Assert.Equal("photo.part-too-small", Code(() => Photograph.Part(Png(300, 386), new PhotoPart { Size = PhotoSize.Half })));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_printed_is_refused_with_its_reason(string code, Func<byte[]> bytes)
    {
        if (PhotoLibrary.IsHere)
        {
            Assert.Equal(code, Code(() => Photograph.From(bytes())));
        }
    }

    [NeedsPrograms]
    public async Task Many_at_once_are_all_drawn()
    {
        var photos = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Photograph.From(PaperSample.Photo).Jpeg)));

        Assert.All(photos, photo => Assert.Equal(photos[0], photo));
    }

    private static byte[] Words() => Encoding.ASCII.GetBytes(Secret);

    private static string Code(Action deed) => Assert.Throws<RefusedException>(deed).Refusal.Code;

    private static byte[] Segment(byte mark, byte[] content) => [0xFF, mark, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static (int Width, int Height) Size(byte[] jpeg)
    {
        var frame = Segments(jpeg).First(segment => segment.Mark is 0xC0 or 0xC2).At;
        return (BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(frame + 7)), BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(frame + 5)));
    }

    private static IEnumerable<byte> Marks(byte[] jpeg) => Segments(jpeg).Select(segment => segment.Mark);

    private static IEnumerable<(byte Mark, int At)> Segments(byte[] jpeg)
    {
        for (var at = 2; jpeg[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2)))
        {
            yield return (jpeg[at + 1], at);
            if (jpeg[at + 1] == 0xDA)
            {
                yield break;
            }
        }
    }

    // the smallest reader there is: the same library, asked for one spot drawn large
    private static bool IsRed(byte[] jpeg, double x, double y)
    {
        var (red, green, blue) = PhotoSpot.Of(jpeg, x, y);
        return red > 150 && green < 110 && blue < 110;
    }

    private static bool IsLike(byte[] jpeg, (double X, double Y) spot, uint colour)
    {
        var (red, green, blue) = PhotoSpot.Of(jpeg, spot.X, spot.Y);
        return Math.Abs(red - (int)(colour >> 16)) < 40 && Math.Abs(green - (int)(colour >> 8 & 0xFF)) < 40 && Math.Abs(blue - (int)(colour & 0xFF)) < 40;
    }

    private static byte[] Png(int width, int height, Func<int, int, uint>? colour = null)
    {
        using var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                packed.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    var c = colour?.Invoke(x, y) ?? 0x808080u;
                    packed.Write([(byte)(c >> 16), (byte)(c >> 8), (byte)c]);
                }
            }
        }

        return [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. Chunk("IHDR", [.. Big(width), .. Big(height), 8, 2, 0, 0, 0]), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. content];
        return [.. Big(content.Length), .. body, .. Big((int)Crc(body))];
    }

    private static byte[] Big(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
            }
        }

        return ~crc;
    }
}
