using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.Grievances;

/// <summary>What the person, or a helper with a code of their own, does with their grievance.</summary>
public sealed class FilerDesk(PortalDb db, GrievanceBeginnings beginnings, CaseWords words, Clocks clocks, AccessLog access, TimeProvider time)
{
    /// <summary>Writes to the office; where the office had asked for something, this is the answer and the clock goes on.</summary>
    /// <remarks>The message's id comes with the form: sending it again writes nothing.</remarks>
    /// <returns>False when this very message was written before; then nothing is written.</returns>
    public async Task<bool> WriteAsync(Grievance grievance, Guid messageId, WriteMessage form, string language, Actor actor, CancellationToken cancel)
    {
        if (messageId == Guid.Empty)
        {
            throw new RefusedException(new("case.wrong-state"));
        }

        if (await db.Messages.AnyAsync(m => m.Id == messageId && m.CodeId == actor.CodeId, cancel))
        {
            return false;
        }

        var answers = grievance.Status == CaseStatus.AwaitingSupplement;
        var message = words.Message(
            grievance.Id, messageId, form.Body!, answers ? MessagePurpose.SupplementAnswer : MessagePurpose.Message, language, actor, Now);
        if (answers)
        {
            grievance.AnswerSupplementBy(actor, message, clocks.Of(grievance), Now);
        }
        else
        {
            grievance.ReplyBy(actor, message, Now);
        }

        await PassOnAsync(grievance, cancel);
        words.Mark(grievance, form.Body);
        try
        {
            await SaveAsync(grievance, actor, answers ? Grievance.AnswerSupplement : Grievance.Reply, cancel);
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // the same message arrived twice at once, or its number is somebody else's
            db.ChangeTracker.Clear();
            return await db.Messages.AnyAsync(m => m.Id == messageId && m.CodeId == actor.CodeId, cancel)
                ? false
                : throw new RefusedException(new("case.somebody-was-faster"));
        }
    }

    /// <summary>The person says that they suffer for having complained, so that the office can protect them.</summary>
    public Task ReportRetaliationAsync(Grievance grievance, WriteMessage form, string language, Actor actor, CancellationToken cancel)
    {
        var message = words.Message(grievance.Id, Guid.CreateVersion7(), form.Body!, MessagePurpose.Retaliation, language, actor, Now);
        grievance.ReportRetaliationBy(actor, message, Now);
        words.Mark(grievance, form.Body);
        return SaveAsync(grievance, actor, Grievance.ReportRetaliation, cancel);
    }

    public Task GiveNameAsync(Grievance grievance, GiveName form, Actor actor, CancellationToken cancel)
    {
        beginnings.Named(grievance, form, actor, Now);
        return SaveAsync(grievance, actor, Grievance.GiveName, cancel);
    }

    public Task WithdrawAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        grievance.WithdrawBy(actor, Now);
        return SaveAsync(grievance, actor, Grievance.Withdraw, cancel);
    }

    // those who handle it together with another case hear of it there
    private async Task PassOnAsync(Grievance grievance, CancellationToken cancel)
    {
        if (grievance.Status == CaseStatus.Merged)
        {
            var survivingId = db.Set<CaseMerge>().Where(m => m.MergedId == grievance.Id && (m.State == MergeState.Merged || m.State == MergeState.UndoProposed)).Select(m => m.SurvivingId);
            var surviving = await db.Grievances.VisibleTo(Actor.Portal, Grievance.Service).SingleAsync(g => survivingId.Contains(g.Id), cancel);
            surviving.PassOnBy(Actor.Portal, Now);
            access.AddChange(Actor.Portal, surviving.Id, Grievance.PassOn);
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private Task SaveAsync(Grievance grievance, Actor actor, CaseAction action, CancellationToken cancel)
    {
        access.AddChange(actor, grievance.Id, action);
        return db.SaveChangesAsync(cancel);
    }
}
