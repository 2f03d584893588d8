using System.Buffers.Binary;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Papers;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Whatever a family brings as the child's photograph is answered clearly, and what cannot be used leaves the one that is there.</summary>
[Trait("Category", "Database")]
public sealed class PhotographPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Page = "/ar/my-case/child/photograph";

    public static TheoryData<string, Func<byte[]>> Unusable => new()
    {
        { "photo.no-picture", () => "not a picture"u8.ToArray() },
        { "photo.no-picture", () => [] },
        { "photo.no-picture", () => PaperSample.Photo[..^9000] },
        { "photo.other-kind", () => "RIFF\0\0\0\0WEBPVP8 "u8.ToArray() },
        { "photo.too-heavy", () => [.. PaperSample.Photo, .. new byte[Photograph.MaxBytes]] },
        { "photo.too-large", () => PngOf(9_000, 9_000) },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task What_cannot_be_used_is_answered_with_its_reason_and_changes_nothing(string code, Func<byte[]> picture)
    {
        if (!PhotoLibrary.IsHere)
        {
            return;
        }

        var filed = await host.Given.AChildAsync();
        using var parent = await host.ComeBackAsync(filed.CodeId);
        await SendAsync(await (await parent.GetAsync(Page)).UploadAsync(("face.jpg", PaperSample.Photo)));
        var before = await KeptAsync(filed);

        var refused = await (await parent.GetAsync(Page)).UploadAsync(("face.jpg", picture()));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(host.Services.GetRequiredService<TextCatalog>().In("ar", "refusal." + code), refused.Summary);
        Assert.Equal(before, await KeptAsync(filed));
        Assert.Equal(1, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.PutPhotograph.Code)));
    }

    [Fact]
    public async Task A_picture_far_beyond_the_limit_is_not_even_read()
    {
        var filed = await host.Given.AChildAsync();
        using var parent = await host.ComeBackAsync(filed.CodeId);

        var refused = await (await parent.GetAsync(Page)).UploadAsync(("face.jpg", new byte[PhotoUpload.BodyLimit * 2]));

        Assert.True(refused.Status is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.BadRequest, refused.Status.ToString());
        Assert.Null(await KeptAsync(filed));
    }

    [Fact]
    public async Task One_that_lies_on_its_side_is_set_upright_and_says_nothing_of_the_camera()
    {
        if (!PhotoLibrary.IsHere)
        {
            return;
        }

        byte[] exif = [0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
        byte[] onItsSide = [.. PaperSample.Photo[..2], .. exif, .. PaperSample.Photo[2..]];
        var filed = await host.Given.AChildAsync();
        using var parent = await host.ComeBackAsync(filed.CodeId);

        await SendAsync(await (await parent.GetAsync(Page)).UploadAsync(("IMG_0412.jpg", onItsSide)));

        var kept = Convert.FromHexString((await KeptAsync(filed))!);
        Assert.Equal(-1, kept.AsSpan().IndexOf("Exif"u8));
        Assert.NotEqual(Photograph.From(PaperSample.Photo).Jpeg, kept);
        Assert.Equal(Photograph.From(Photograph.From(onItsSide).Jpeg).Jpeg, kept);
    }

    [Fact]
    public async Task The_part_that_the_family_chose_is_the_one_that_is_kept()
    {
        if (!PhotoLibrary.IsHere)
        {
            return;
        }

        var filed = await host.Given.AChildAsync();
        using var parent = await host.ComeBackAsync(filed.CodeId);

        await SendAsync(await (await parent.GetAsync(Page)).UploadAsync([("Part.Side", "TopRight"), ("Part.Size", "TwoThirds")], ("face.jpg", PaperSample.Photo)));

        var kept = await KeptAsync(filed);
        Assert.Equal(Convert.ToHexString(Photograph.From(Photograph.Part(PaperSample.Photo, new PhotoPart { Side = PhotoSide.TopRight, Size = PhotoSize.TwoThirds }).Jpeg).Jpeg), kept);
        Assert.NotEqual(Convert.ToHexString(Photograph.From(PaperSample.Photo).Jpeg), kept);
    }

    // what the family has seen is sent
    private static Task<WebPage> SendAsync(WebPage seen) => seen.SendAsync(seen.Form("Shown"), null);

    /// <summary>Null where there is none.</summary>
    private Task<string?> KeptAsync(FiledCase filed) => host.WithAsync(async services =>
    {
        var child = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.ChildId).SingleAsync());
        return await services.GetRequiredService<VaultDesk>().PhotographAsync(child, default) is { } kept ? Convert.ToHexString(kept) : null;
    });

    // nothing of it is read but the size that it claims to have
    private static byte[] PngOf(int width, int height)
    {
        byte[] head = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8];
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(20), height);
        return head;
    }
}
