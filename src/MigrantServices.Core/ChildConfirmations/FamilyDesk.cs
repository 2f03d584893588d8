using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>What a parent does with the case of their child, and what whoever told of a child may add.</summary>
public sealed class FamilyDesk(PortalDb db, CaseWords words, Clocks clocks, AccessLog access, TimeProvider time)
{
    /// <summary>Writes to the office; where the office had asked for something, this is the answer and the clock goes on.</summary>
    /// <remarks>The message's id comes with the form: sending it again writes nothing.</remarks>
    /// <returns>False when this very message was written before; then nothing is written.</returns>
    public Task<bool> WriteAsync(ChildConfirmation child, Guid messageId, WriteMessage form, string language, Actor person, CancellationToken cancel)
    {
        var answers = child.Status == CaseStatus.AwaitingSupplement;
        var message = words.Message(child.Id, messageId, form.Body!, answers ? MessagePurpose.SupplementAnswer : MessagePurpose.Message, language, person, Now);
        return OnceAsync(child, message, person, answers ? ChildConfirmation.AnswerSupplement : ChildConfirmation.Reply, () =>
        {
            if (answers)
            {
                child.AnswerSupplementBy(person, message, clocks.Of(child), Now);
            }
            else
            {
                child.ReplyBy(person, message, Now);
            }
        }, cancel);
    }

    /// <summary>Whoever told of the child tells more. They never read it again here, and the family never does.</summary>
    public Task<bool> AddToRequestAsync(ChildConfirmation child, Guid messageId, WriteMessage form, string language, Actor requester, CancellationToken cancel)
    {
        var message = words.Message(child.Id, messageId, form.Body!, MessagePurpose.Message, language, requester, Now);
        return OnceAsync(child, message, requester, ChildConfirmation.AddToRequest, () => child.AddToRequestBy(requester, message, Now), cancel);
    }

    public Task WithdrawAsync(ChildConfirmation child, Actor person, CancellationToken cancel)
    {
        child.WithdrawBy(person, Now);
        return SaveAsync(child, person, ChildConfirmation.Withdraw, cancel);
    }

    /// <exception cref="RefusedException"><c>child.report-loss-first</c>.</exception>
    public Task AskReissueAsync(ChildConfirmation child, IssueReason because, Actor person, CancellationToken cancel)
    {
        child.AskReissueBy(person, because, clocks.For(ChildConfirmation.Prefix, Now), Now);
        return SaveAsync(child, person, ChildConfirmation.AskReissue, cancel);
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private async Task<bool> OnceAsync(ChildConfirmation child, CaseMessage message, Actor person, CaseAction deed, Action write, CancellationToken cancel)
    {
        if (message.Id == Guid.Empty)
        {
            throw new RefusedException(new("case.wrong-state"));
        }

        if (await WasWrittenAsync())
        {
            return false;
        }

        write();
        try
        {
            await SaveAsync(child, person, deed, cancel);
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // the same message arrived twice at once, or its number is somebody else's
            db.ChangeTracker.Clear();
            return await WasWrittenAsync() ? false : throw new RefusedException(new("case.somebody-was-faster"));
        }

        Task<bool> WasWrittenAsync() => db.Messages.AnyAsync(m => m.Id == message.Id && m.CodeId == person.CodeId, cancel);
    }

    private Task SaveAsync(ChildConfirmation child, Actor person, CaseAction deed, CancellationToken cancel)
    {
        access.AddChange(person, child.Id, deed);
        return db.SaveChangesAsync(cancel);
    }
}
