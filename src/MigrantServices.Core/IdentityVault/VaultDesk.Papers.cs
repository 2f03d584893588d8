using System.Text;
using Microsoft.EntityFrameworkCore;

namespace MigrantServices.Core.IdentityVault;

/// <content>Papers that say who a child is, such as the words of a referral: sealed under the child's own key, so that they go with it.</content>
public sealed partial class VaultDesk
{
    /// <summary>Keeps a paper of a child; it is never changed.</summary>
    public async Task PutPaperAsync(Guid childId, Guid id, string text, CancellationToken cancel)
    {
        db.Papers.Add(new() { Id = id, PersonId = childId, Content = PersonCipher.SealText(await KeyOfAsync(childId, cancel), childId, KindOf(id), Encoding.UTF8.GetBytes(text)), MadeAt = time.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Null when there is none, or the child's key was destroyed.</summary>
    public async Task<string?> PaperAsync(Guid childId, Guid id, CancellationToken cancel) =>
        await db.Papers.AsNoTracking().Where(p => p.Id == id && p.PersonId == childId).Select(p => p.Content).FirstOrDefaultAsync(cancel) is { } content
        && await keys.FindAsync(childId, cancel) is { } key
            ? Encoding.UTF8.GetString(PersonCipher.OpenText(key, childId, KindOf(id), content).Span)
            : null;

    /// <summary>When the child itself or its photograph was last written; null when there is no such child.</summary>
    public async Task<DateTimeOffset?> LastWrittenAsync(Guid childId, CancellationToken cancel)
    {
        var changed = await db.People.Where(p => p.Id == childId).Select(p => (DateTimeOffset?)p.ChangedAt).FirstOrDefaultAsync(cancel);
        var taken = await db.Photographs.Where(p => p.PersonId == childId).Select(p => (DateTimeOffset?)p.TakenAt).FirstOrDefaultAsync(cancel);
        return taken > changed ? taken : changed;
    }

    /// <summary>One paper, and nothing else of the child.</summary>
    public Task DestroyPaperAsync(Guid childId, Guid id, CancellationToken cancel) => db.Papers.Where(p => p.Id == id && p.PersonId == childId).ExecuteDeleteAsync(cancel);

    private static string KindOf(Guid paper) => $"paper:{paper:N}";
}
