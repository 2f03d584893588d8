using System.Security.Cryptography;
using System.Text.Json;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Who a child was when its papers were issued, and which photograph is on them: frozen in the vault under the child's own key. Nothing else is printed or shown under their number, whatever is written into the file afterwards.</summary>
public sealed class IssuedAs(VaultDesk vault)
{
    /// <summary>Keeps what two people agreed to and a third has issued.</summary>
    public Task FreezeAsync(Guid childId, Guid cardId, ChildIdentity child, byte[] photograph, CancellationToken cancel) =>
        vault.PutPaperAsync(childId, cardId, JsonSerializer.Serialize(new Issued(child, MarkOf(photograph)), JsonSerializerOptions.Web), cancel);

    /// <summary>The child as it stands on these papers; null when the child's key was destroyed, or nobody can say it any more.</summary>
    public async Task<ChildIdentity?> OfAsync(CardIssue card, CancellationToken cancel) => await FindAsync(card, cancel) is { } issued ? issued.Child
        : await IsAsItWasAsync(card, cancel) ? (await vault.OpenAsync(card.ChildId, cancel))?.Child
        : null;

    /// <summary>Why these papers are not printed: the child's file or photograph is another than the one they were issued with. Nobody is shown either for that.</summary>
    public async Task<Refusal?> WhyNotPrintAsync(CardIssue card, CancellationToken cancel)
    {
        if (await vault.OpenAsync(card.ChildId, cancel) is not { } today || await vault.PhotographAsync(card.ChildId, cancel) is not { } photograph)
        {
            // said by whoever opens them
            return null;
        }

        var isTheSame = await FindAsync(card, cancel) is { } issued ? issued.Child == today.Child && issued.Photograph == MarkOf(photograph) : await IsAsItWasAsync(card, cancel);
        return isTheSame ? null : new("card.changed-since");
    }

    private async Task<Issued?> FindAsync(CardIssue card, CancellationToken cancel) =>
        await vault.PaperAsync(card.ChildId, card.Id, cancel) is { } text ? JsonSerializer.Deserialize<Issued>(text, JsonSerializerOptions.Web) : null;

    // papers that are older than this rule: their days have to do
    private async Task<bool> IsAsItWasAsync(CardIssue card, CancellationToken cancel) => await vault.LastWrittenAsync(card.ChildId, cancel) <= card.IssuedAt;

    private static string MarkOf(byte[] photograph) => Convert.ToHexStringLower(SHA256.HashData(photograph));

    private sealed record Issued(ChildIdentity Child, string Photograph);
}

/// <summary>Who the child is today, and who it was when its papers were issued.</summary>
public sealed record PrintSources(IdentityDesk Identities, IssuedAs Issued);
