using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>What the person does with their own application: write, answer, object, take back one programme or all.</summary>
public sealed class ApplicantDesk(PortalDb db, SupportOffice office, FileStore files, AccessLog access)
{
    public ReplyOnItsWay BeginReply(SupportApplication one, Actor person) =>
        new(db, files, one.Id, (messageId, form, language, cancel) => WriteAsync(one, messageId, form, language, person, cancel));

    /// <summary>Writes to the office; where the office had asked for something, this is the answer and the clock goes on.</summary>
    /// <remarks>The message's id comes with the form: sending it again writes nothing.</remarks>
    /// <returns>False when this very message was written before; then nothing is written.</returns>
    public Task<bool> WriteAsync(SupportApplication one, Guid messageId, WriteMessage form, string language, Actor person, CancellationToken cancel)
    {
        var answers = one.Status == CaseStatus.AwaitingSupplement;
        var message = office.Words.Message(one.Id, messageId, form.Body!, answers ? MessagePurpose.SupplementAnswer : MessagePurpose.Message, language, person, office.Now);
        return OnceAsync(one, message, person, answers ? SupportApplication.AnswerSupplement : SupportApplication.Reply, () =>
        {
            if (answers)
            {
                one.AnswerSupplementBy(person, message, office.Clocks.Of(one), office.Now);
            }
            else
            {
                one.ReplyBy(person, message, office.Now);
            }
        }, cancel);
    }

    /// <exception cref="RefusedException"><c>application.objection-late</c>, <c>application.nothing-to-object</c>.</exception>
    public Task ObjectAsync(SupportApplication one, ObjectToAnswer form, string language, Actor person, CancellationToken cancel)
    {
        var message = office.Words.Message(one.Id, Guid.CreateVersion7(), form.Body!, MessagePurpose.Objection, language, person, office.Now);
        one.ObjectBy(person, message, office.Clocks.Of(SupportApplication.ObjectionPeriod, office.Now), office.Now);
        return SaveAsync(one, person, SupportApplication.FileObjection, cancel);
    }

    public Task WithdrawAsync(SupportApplication one, Actor person, CancellationToken cancel)
    {
        one.WithdrawBy(person, office.Now);
        return SaveAsync(one, person, SupportApplication.Withdraw, cancel);
    }

    /// <exception cref="RefusedException"><c>application.no-such-line</c>, <c>application.last-line</c>.</exception>
    public Task WithdrawLineAsync(SupportApplication one, Guid lineId, Actor person, CancellationToken cancel)
    {
        one.WithdrawLineBy(person, lineId, office.Now);
        return SaveAsync(one, person, SupportApplication.WithdrawLine, cancel);
    }

    private async Task<bool> OnceAsync(SupportApplication one, CaseMessage message, Actor person, CaseAction deed, Action write, CancellationToken cancel)
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
            await SaveAsync(one, person, deed, cancel);
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

    private Task SaveAsync(SupportApplication one, Actor person, CaseAction deed, CancellationToken cancel) => access.SaveChangeAsync(person, one.Id, deed, cancel);
}
