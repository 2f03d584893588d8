using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Papers;

namespace MigrantServices.Portal.Web.Papers;

/// <summary>Takes in one photograph as it comes from a telephone or a scanner.</summary>
public static class PhotoUpload
{
    /// <summary>The picture and the little that the form has beside it.</summary>
    public const int BodyLimit = Photograph.MaxBytes + (64 * 1024);

    /// <exception cref="RefusedException"><c>photo.no-picture</c>, <c>photo.too-heavy</c>.</exception>
    public static async Task<byte[]> ReadAsync(IFormFile? picture, CancellationToken cancel)
    {
        if (picture is null || picture.Length == 0)
        {
            throw new RefusedException(new("photo.no-picture"));
        }

        if (picture.Length > Photograph.MaxBytes)
        {
            throw new RefusedException(new("photo.too-heavy"));
        }

        var bytes = new byte[picture.Length];
        await using var stream = picture.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }

    /// <summary>The picture that stood on the page before it was sent. It is drawn anew like any other: a page can be forged.</summary>
    /// <exception cref="RefusedException"><c>photo.no-picture</c>.</exception>
    public static byte[] Shown(string? base64)
    {
        var bytes = new byte[base64?.Length ?? 0];
        return Convert.TryFromBase64String(base64 ?? "", bytes, out var length) && length > 0 ? bytes[..length] : throw new RefusedException(new("photo.no-picture"));
    }
}
