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
public sealed class FilingDesk(PortalDb db, GrievanceQueries queries, GrievanceBeginnings beginnings, DraftDesk drafts, AccessLog access, TimeProvider time)
{
    private const int MostAttempts = 5;

    /// <summary>A draft about to be sent, read once with all that sending it needs; null when there is none.</summary>
    public async Task<HeldDraft<FileGrievance>?> HoldAsync(DraftKey key, CancellationToken cancel)
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
    public async Task<Guid> SendAsync(HeldDraft<FileGrievance> held, CancellationToken cancel)
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

    private Task<Guid?> TrySendAsync(HeldDraft<FileGrievance> held, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (grievance, filer) = beginnings.Online(held.Answers, held.Key.Id, held.Code.Id, now);
        held.Draft.BecomeCase(grievance.Id);
        held.Code.OpenCase(grievance.Id);
        return held.HasFiles ? TrySaveWithFilesAsync(grievance, filer, held.Key.Id, cancel) : TrySaveAsync(grievance, filer, cancel);
    }

    /// <summary>Why this colleague may not take this down; null when they may.</summary>
    public static Refusal? WhyNot(FileAtCounter form, Actor colleague) => Grievance.Service.WhyNotBegin(
        Grievance.StatusAtFirst(form.Grievance.Contact.WithName == true), form.Channel!.Value, GrievanceMaker.MunicipalityOf(form.Grievance), colleague);

    /// <summary>This very form was sent before.</summary>
    public Task<bool> IsFiledAsync(FileAtCounter form, Actor colleague, CancellationToken cancel) =>
        SentBy(colleague, form.Token).AnyAsync(cancel);

    /// <summary>Files what a colleague took down. Sending it again files nothing; a new code is only made for a new case.</summary>
    /// <param name="filesIn">The draft that holds its files; null when there are none.</param>
    public async Task<Filed> FileAtCounterAsync(FileAtCounter form, Actor colleague, byte[] codeHash, Guid? filesIn, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var now = time.GetUtcNow();
            var grievance = TakeDown(form, colleague, now);
            db.Add(new CaseCode { Hash = codeHash, Holder = Role.Filer, CaseId = grievance.Id, CreatedAt = now });
            var saved = filesIn is { } draftId
                ? await TrySaveWithFilesAsync(grievance, colleague, draftId, cancel)
                : await TrySaveAsync(grievance, colleague, cancel);
            if (saved == grievance.Id)
            {
                return new(grievance.Reference, IsNew: true);
            }

            if (saved is { } before)
            {
                return new(await SentBy(colleague, form.Token).Where(g => g.Id == before).Select(g => g.Reference).SingleAsync(cancel), IsNew: false);
            }
        }

        throw new InvalidOperationException("No free reference was drawn.");
    }

    private Grievance TakeDown(FileAtCounter form, Actor colleague, DateTimeOffset now)
    {
        var receivedAt = Seoul.At(DateOnly.FromDateTime(form.ReceivedAt!.Value), TimeOnly.FromDateTime(form.ReceivedAt.Value)).ToUniversalTime();
        return beginnings.TakenDown(form.Grievance, form.Channel!.Value, receivedAt, form.Token, form.ReadBack ? now : null, form.Interpreter, colleague, now);
    }

    // what somebody sent themselves, also where they may not see it afterwards
    private IQueryable<Grievance> SentBy(Actor colleague, Guid? token) => db.Grievances.Where(g => g.SentFrom == token
        && db.Events.Any(e => e.CaseId == g.Id && e.Action == Grievance.File.Code && e.UserId == colleague.UserId));

    // The files move from the draft to the case in the same transaction, or nothing is sent.
    private async Task<Guid?> TrySaveWithFilesAsync(Grievance grievance, Actor actor, Guid draftId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var caseId = await TrySaveAsync(grievance, actor, cancel);
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
            return actor.CodeId is null
                ? await SentBy(actor, sentFrom).Select(g => (Guid?)g.Id).FirstOrDefaultAsync(cancel)
                : await db.Drafts.Where(d => d.Id == sentFrom).Select(d => d.SentAs).FirstOrDefaultAsync(cancel);
        }
    }
}
