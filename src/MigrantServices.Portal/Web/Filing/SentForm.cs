using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>What a receipt says about a case that was just sent, and the code that opens it.</summary>
public sealed record Receipt(ReceiptCode Code, SentCase Sent);

/// <summary>The case that this browser's form became, for as long as the browser keeps the code.</summary>
public sealed class SentForm(SentCases cases, CodeRegister codes, DraftCookie cookie)
{
    /// <summary>Null when nothing was sent from here, or the code was taken off the device.</summary>
    public async Task<Receipt?> FindAsync(HttpRequest request, FormKind form, CancellationToken cancel) =>
        cookie.Read(request, form) is { } key && await cases.FromAsync(key.Id, cancel) is { } sent ? new(key.Code, sent) : null;

    public Task KeepAsync(Receipt receipt, CancellationToken cancel) => codes.KeepAsync(receipt.Sent.CodeId, cancel);

    /// <summary>Takes every receipt off this device; drafts that were not sent stay.</summary>
    public async Task ForgetAsync(HttpContext context, CancellationToken cancel)
    {
        foreach (var form in FormKind.All)
        {
            if (await FindAsync(context.Request, form, cancel) is not null)
            {
                cookie.Remove(context.Response, form);
            }
        }
    }
}
