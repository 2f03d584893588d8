using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.Grievances;

/// <summary>Receives grievances: those that residents send themselves and those that colleagues take down.</summary>
public sealed class FilingDesk(PortalDb db, GrievanceQueries queries, GrievanceMaker maker, DraftDesk drafts, Clocks clocks, AccessLog access, TimeProvider time)
{
    private const int MostAttempts = 5;

    /// <summary>A draft about to be sent, read once with all that sending it needs; null when there is none.</summary>
    public async Task<HeldDraft?> HoldAsync(DraftKey key, CancellationToken cancel)
    {
        var held = await queries.HoldAsync(db, key.Id, cancel);
        return held is null ? null : new(
            key,
            held.Draft,
            held.Code,
            held.HasFiles,
            held.Draft.SentAs is null ? drafts.Open<FileGrievance>(key, held.Draft.Content)! : new());
    }

    /// <summary>Files a draft whose answers keep the form's rules. Sending it again files nothing and gives the same case.</summary>
    public async Task<Guid> SendAsync(HeldDraft held, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (held.Draft.SentAs is { } sent)
            {
                return sent;
            }

            if (await TrySendAsync(held, cancel) is { } caseId)
            {
                return caseId;
            }

            if (attempt == MostAttempts || await HoldAsync(held.Key, cancel) is not { } again)
            {
                throw new InvalidOperationException("No free reference was drawn.");
            }

            held = again;
        }
    }

    private Task<Guid?> TrySendAsync(HeldDraft held, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var grievance = maker.Make(held.Answers, Channel.Web, now, held.Key.Id);
        var filer = Actor.Filer(grievance.Id, held.Code.Id);
        grievance.FileBy(filer, clocks.For(Grievance.Prefix, now), now);
        held.Draft.SentAs = grievance.Id;
        held.Draft.Content = [];
        held.Code.CaseId = grievance.Id;
        return held.HasFiles ? TrySaveWithFilesAsync(grievance, filer, held.Key.Id, cancel) : TrySaveAsync(grievance, filer, cancel);
    }

    /// <summary>Files what a colleague took down. Sending it again files nothing; a new code is only made for a new case.</summary>
    public async Task<Filed> FileAtCounterAsync(FileAtCounter form, Actor colleague, byte[] codeHash, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var receivedAt = Seoul.At(DateOnly.FromDateTime(form.ReceivedAt!.Value), TimeOnly.FromDateTime(form.ReceivedAt.Value)).ToUniversalTime();
        var grievance = maker.Make(form.Grievance, form.Channel!.Value, receivedAt, form.Token, form.ReadBack ? now : null);
        if (!string.IsNullOrWhiteSpace(form.Interpreter))
        {
            grievance.People.Add(maker.Person(grievance.Id, PersonPart.Interpreter, form.Interpreter, null));
        }

        grievance.FileBy(colleague, clocks.For(Grievance.Prefix, receivedAt), now);
        db.Add(new CaseCode { Hash = codeHash, Holder = Role.Filer, CaseId = grievance.Id, CreatedAt = now });
        return await TrySaveAsync(grievance, colleague, cancel) is not { } id ? await FileAtCounterAsync(form, colleague, codeHash, cancel)
            : id == grievance.Id ? new(grievance.Reference, IsNew: true)
            : new(await db.Grievances.Where(g => g.Id == id).Select(g => g.Reference).SingleAsync(cancel), IsNew: false);
    }

    // The files move from the draft to the case in the same transaction, or nothing is sent.
    private async Task<Guid?> TrySaveWithFilesAsync(Grievance grievance, Actor filer, Guid draftId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var caseId = await TrySaveAsync(grievance, filer, cancel);
        if (caseId == grievance.Id)
        {
            await db.HandOverFilesAsync(draftId, grievance.Id, cancel);
            await transaction.CommitAsync(cancel);
        }

        return caseId;
    }

    // Null when another case happened to get the same random reference, so that a new one must be drawn.
    private async Task<Guid?> TrySaveAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        db.Add(grievance);
        access.AddChange(actor, grievance.Id, Grievance.File);
        try
        {
            await db.SaveChangesAsync(cancel);
            return grievance.Id;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The same form arrived twice at once: the other one filed it.
            var sentFrom = grievance.SentFrom;
            db.ChangeTracker.Clear();
            await (db.Database.CurrentTransaction?.RollbackAsync(cancel) ?? Task.CompletedTask);
            return await db.Grievances.Where(g => g.SentFrom == sentFrom).Select(g => (Guid?)g.Id).FirstOrDefaultAsync(cancel);
        }
    }
}

/// <summary>A draft with its code and its answers, on its way to become a case.</summary>
public sealed record HeldDraft(DraftKey Key, CaseDraft Draft, CaseCode Code, bool HasFiles, FileGrievance Answers);
