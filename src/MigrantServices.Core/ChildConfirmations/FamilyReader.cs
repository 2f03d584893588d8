using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>That somebody of the office opened who the child is, and for what.</summary>
public sealed record Opening(string Purpose, DateTimeOffset OpenedAt);

/// <summary>What a parent reads of the case of their child. Where somebody else had told of it, they read nothing from before they came in, and never what that person said.</summary>
public sealed class FamilyReader(PortalDb db, FilerReader reader, LetterReader letters, TimeProvider time)
{
    public const int MostOpenings = 200;

    private DateTimeOffset? _since;
    private bool _isAsked;

    public async Task<Conversation> ConversationAsync(ChildConfirmation child, Actor parent, Guid? before, CancellationToken cancel)
    {
        var conversation = await reader.ConversationAsync(child.Id, parent, before, cancel, await SinceAsync(child, cancel));
        await reader.MarkReadAsync(conversation, parent, time.GetUtcNow(), cancel);
        return conversation;
    }

    public Task<ShownMessage?> RequestAsync(ChildConfirmation child, CancellationToken cancel) => reader.RequestAsync(child.Id, cancel);

    public async Task<IReadOnlyList<ShownFile>> FilesAsync(ChildConfirmation child, CancellationToken cancel) => await reader.FilesAsync(child.Id, cancel, await SinceAsync(child, cancel));

    public async Task<OpenedFile?> OpenFileAsync(ChildConfirmation child, Guid fileId, CancellationToken cancel) =>
        await reader.OpenFileAsync(child.Id, fileId, cancel, await SinceAsync(child, cancel));

    public async Task<SentLetter?> LetterAsync(ChildConfirmation child, Guid letterId, Actor parent, CancellationToken cancel) =>
        await letters.FindAsync(child.Id, letterId, parent, cancel, await SinceAsync(child, cancel));

    /// <summary>The newest pack for a child who comes of age; null while there is none.</summary>
    public async Task<Guid?> HandoverAsync(ChildConfirmation child, CancellationToken cancel)
    {
        var since = await SinceAsync(child, cancel);
        return await db.Messages.Where(m => m.CaseId == child.Id && m.Purpose == MessagePurpose.Handover && (since == null || m.SentAt >= since))
            .OrderByDescending(m => m.SentAt).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Each opening of who the child is, the newest first.</summary>
    public async Task<IReadOnlyList<Opening>> OpeningsAsync(ChildConfirmation child, CancellationToken cancel) => await db.Set<IdentityOpening>().AsNoTracking()
        .Where(o => o.CaseId == child.Id).OrderByDescending(o => o.OpenedAt).Take(MostOpenings)
        .Select(o => new Opening(o.Purpose, o.OpenedAt)).ToListAsync(cancel);

    // since a parent was taken in last; else the first code that ever opened it for a parent: a lost slip that was made anew hides nothing
    private async Task<DateTimeOffset?> SinceAsync(ChildConfirmation child, CancellationToken cancel)
    {
        if (!_isAsked)
        {
            var isTheirs = child.Way == WayIn.Parent;
            _since = await db.ChildConfirmations.Where(c => c.Id == child.Id).Select(c =>
                db.Events.Where(e => e.CaseId == c.Id && e.Action == ChildConfirmation.TakeParentIn.Code).Max(e => (DateTimeOffset?)e.At)
                ?? (isTheirs ? null : db.Codes.Where(code => code.CaseId == c.Id && code.Holder == Role.Filer).Min(code => (DateTimeOffset?)code.CreatedAt))).FirstOrDefaultAsync(cancel);
        }

        _isAsked = true;
        return _since;
    }
}
