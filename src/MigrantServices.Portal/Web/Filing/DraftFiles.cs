using System.Globalization;
using System.Net;
using MigrantServices.Core.Documents;
using MigrantServices.Portal.Web.Access;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>A file as the person sees it in the form.</summary>
public sealed record DraftFile(Guid Id, string Name, string Size);

/// <summary>The files that lie beside a draft.</summary>
public sealed class DraftFiles(FileStore store, UploadAllowance allowance)
{
    public async Task<IReadOnlyList<DraftFile>> OfAsync(Guid draftId, CancellationToken cancel) =>
        [.. (await store.OfDraftAsync(draftId, cancel)).Select(f => new DraftFile(f.Id, f.Name, SizeOf(f.Length)))];

    /// <summary>Takes a file in, within what its network address may still add today.</summary>
    /// <returns>Null, or the code of the reason for which it was not taken.</returns>
    public async Task<string?> TakeAsync(Guid draftId, string name, Stream content, IPAddress? from, CancellationToken cancel)
    {
        if (!allowance.Take(from))
        {
            return FileRefusals.EnoughForToday;
        }

        var length = 0L;
        try
        {
            var reception = await store.ReceiveAsync(content, name, FileOwner.Draft(draftId), null, cancel);
            length = reception.Length;
            return reception.Refusal;
        }
        finally
        {
            allowance.Settle(from, length);
        }
    }

    public Task RemoveAsync(Guid draftId, Guid fileId, CancellationToken cancel) => store.RemoveFromDraftAsync(draftId, fileId, cancel);

    private static string SizeOf(long length) => length < 1_048_576
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, length / 1024)} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{length / 1_048_576d:0.0} MB");
}
