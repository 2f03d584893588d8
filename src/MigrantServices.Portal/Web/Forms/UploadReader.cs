using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using MigrantServices.Core.Documents;

namespace MigrantServices.Portal.Web.Forms;

/// <summary>
/// Takes a form with files apart while it arrives, so that no file is ever held whole in memory or laid down unsealed.
/// The fields must come before the files: the page puts its token first.
/// </summary>
public sealed class UploadReader(IAntiforgery tokens)
{
    /// <summary>For the size limit of pages that take files: a full set of them, and the words beside them.</summary>
    public const long MaxLength = (CaseFile.MaxPerFiling * CaseFile.MaxLength) + (1024 * 1024);

    private const int FieldMaxLength = 256 * 1024;
    private const int MostFields = 100;
    private const int PieceLength = 4096;
    private const int BoundaryMaxLength = 100;

    /// <summary>Gives each file to the receiver in turn; fields read so far are there when it is called.</summary>
    /// <returns>False when the form was not given out by the portal; then no file was taken.</returns>
    public async Task<bool> ReadAsync(
        HttpContext context, TypedFields fields, Func<string, Stream, Task> receive, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || Boundary(type) is not { } boundary)
        {
            if (context.Request.HasFormContentType && type?.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
            {
                // a form that carries no files
                foreach (var (name, values) in await context.Request.ReadFormAsync(cancel))
                {
                    foreach (var value in values)
                    {
                        fields.Add(name, value ?? "");
                    }
                }

                return await tokens.IsRequestValidAsync(context);
            }

            throw new BadHttpRequestException("No form with files.", StatusCodes.Status400BadRequest);
        }

        var reader = new MultipartReader(boundary, context.Request.Body);
        bool? isOurs = null;
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part) || part.Name.Value is not { } name)
            {
                continue;
            }

            if (!part.IsFileDisposition())
            {
                await ReadFieldAsync(fields, HeaderUtilities.RemoveQuotes(name).Value!, section.Body, cancel);
                continue;
            }

            isOurs ??= await IsOursAsync(context, fields);
            if (isOurs == false)
            {
                return false;
            }

            var fileName = HeaderUtilities.RemoveQuotes(part.FileNameStar.HasValue ? part.FileNameStar : part.FileName).Value ?? "";
            if (fileName.Length > 0)
            {
                await receive(fileName, section.Body);
            }
        }

        return isOurs ?? await IsOursAsync(context, fields);
    }

    /// <summary>The fields alone, where the files cannot be taken: those are let pass and laid down nowhere.</summary>
    public static async Task<IEnumerable<KeyValuePair<string, string>>> FieldsAsync(HttpRequest request, CancellationToken cancel)
    {
        var fields = new TypedFields();
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || Boundary(type) is not { } boundary)
        {
            return fields.Each();
        }

        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(cancel) is { } section)
        {
            if (ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part) && part.IsFormDisposition())
            {
                await ReadFieldAsync(fields, HeaderUtilities.RemoveQuotes(part.Name).Value ?? "", section.Body, cancel);
            }
        }

        return fields.Each();
    }

    // The token is handed over as a header, because looking for it in the form would read the body a second time.
    private Task<bool> IsOursAsync(HttpContext context, TypedFields fields)
    {
        var names = tokens.GetTokens(context);
        context.Request.Headers[names.HeaderName!] = fields[names.FormFieldName] ?? "";
        return tokens.IsRequestValidAsync(context);
    }

    private static string? Boundary(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= BoundaryMaxLength } boundary ? boundary : null;

    private static async Task ReadFieldAsync(TypedFields fields, string name, Stream body, CancellationToken cancel)
    {
        if (fields.Count >= MostFields)
        {
            throw new BadHttpRequestException("Too many fields.", StatusCodes.Status400BadRequest);
        }

        using var text = new StreamReader(body);
        var value = new StringBuilder();
        var piece = ArrayPool<char>.Shared.Rent(PieceLength);
        try
        {
            int read;
            while (value.Length < FieldMaxLength && (read = await text.ReadBlockAsync(piece.AsMemory(0, Math.Min(piece.Length, FieldMaxLength - value.Length)), cancel)) > 0)
            {
                value.Append(piece, 0, read);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(piece, clearArray: true);
        }

        fields.Add(name, value.ToString());
    }
}
