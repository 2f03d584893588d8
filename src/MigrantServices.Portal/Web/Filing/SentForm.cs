using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>What a receipt says about a case that was just sent, and the code that opens it.</summary>
public sealed record Receipt(ReceiptCode Code, SentGrievance Sent);

/// <summary>The case that this browser's form became, for as long as the browser keeps the code.</summary>
public sealed class SentForm(FilingDesk desk, CodeRegister codes, DraftCookie cookie)
{
    /// <summary>Null when nothing was sent from here, or the code was taken off the device.</summary>
    public async Task<Receipt?> FindAsync(HttpRequest request, CancellationToken cancel) =>
        cookie.Read(request) is { } key && await desk.SentFromAsync(key.Id, cancel) is { } sent ? new(key.Code, sent) : null;

    public Task KeepAsync(Receipt receipt, CancellationToken cancel) => codes.KeepAsync(receipt.Sent.CodeId, cancel);
}
