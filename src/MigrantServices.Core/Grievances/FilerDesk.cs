using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.Grievances;

/// <summary>What the person, or a helper with a code of their own, does with their grievance.</summary>
public sealed class FilerDesk(PortalDb db, PersonTools tools, AccessLog access, TimeProvider time)
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
        var message = tools.Words.Message(
            grievance.Id, messageId, form.Body!, answers ? MessagePurpose.SupplementAnswer : MessagePurpose.Message, language, actor, Now);
        if (answers)
        {
            grievance.AnswerSupplementBy(actor, message, tools.Clocks.Of(grievance), Now);
        }
        else
        {
            grievance.ReplyBy(actor, message, Now);
        }

        await tools.Merged.TellAsync(grievance, access, Now, cancel);
        tools.Words.Mark(grievance, form.Body);
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
    public async Task ReportRetaliationAsync(Grievance grievance, WriteMessage form, string language, Actor actor, CancellationToken cancel)
    {
        var (message, now) = (tools.Words.Message(grievance.Id, Guid.CreateVersion7(), form.Body!, MessagePurpose.Retaliation, language, actor, Now), Now);
        grievance.ReportRetaliationBy(actor, message, now);
        await tools.Merged.TellAsync(grievance, access, now, cancel, suffersSince: now);
        tools.Words.Mark(grievance, form.Body);
        await SaveAsync(grievance, actor, Grievance.ReportRetaliation, cancel);
    }

    public Task GiveNameAsync(Grievance grievance, GiveName form, Actor actor, CancellationToken cancel)
    {
        var filer = tools.Maker.Person(grievance.Id, PersonPart.Filer, form.Name!, form.Contact);
        grievance.GiveNameBy(actor, filer, tools.Clocks.For(Grievance.Prefix, Now), Now);
        tools.Words.Mark(grievance, form.Name);
        tools.Beginnings.Confirm(grievance, Now);
        return SaveAsync(grievance, actor, Grievance.GiveName, cancel);
    }

    /// <param name="reason">A code of the reasons of a withdrawal; null when the person did not say.</param>
    /// <exception cref="RefusedException"><c>grievance.no-such-outcome</c>.</exception>
    public Task WithdrawAsync(Grievance grievance, string? reason, Actor actor, CancellationToken cancel)
    {
        grievance.WithdrawBy(actor, Now, reason);
        return SaveAsync(grievance, actor, Grievance.Withdraw, cancel);
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private Task SaveAsync(Grievance grievance, Actor actor, CaseAction action, CancellationToken cancel)
    {
        access.AddChange(actor, grievance.Id, action);
        return db.SaveChangesAsync(cancel);
    }
}
