using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace MigrantServices.Core.Grievances;

/// <summary>What the person, or a helper with a code of their own, does with their grievance.</summary>
public sealed class FilerDesk(PortalDb db, GrievanceMaker maker, CaseWords words, CodeHasher hasher, Clocks clocks, AccessLog access, TimeProvider time)
{
    public const int MostHelperCodes = 3;

    /// <summary>Writes to the office; where the office had asked for something, this is the answer and the clock goes on.</summary>
    public Task WriteAsync(Grievance grievance, Guid messageId, WriteMessage form, string language, Actor actor, CancellationToken cancel)
    {
        var answers = grievance.Status == CaseStatus.AwaitingSupplement;
        var message = words.Message(
            grievance.Id, messageId, form.Body!, answers ? MessagePurpose.SupplementAnswer : MessagePurpose.Message, language, actor, Now);
        if (answers)
        {
            grievance.AnswerSupplementBy(actor, message, clocks.For(Grievance.Prefix, grievance.ClockFrom), Now);
        }
        else
        {
            grievance.ReplyBy(actor, message, Now);
        }

        words.Mark(grievance, form.Body);
        return SaveAsync(grievance, actor, answers ? Grievance.AnswerSupplement : Grievance.Reply, cancel);
    }

    public Task GiveNameAsync(Grievance grievance, GiveName form, Actor actor, CancellationToken cancel)
    {
        var filer = maker.Person(grievance.Id, PersonPart.Filer, form.Name!, form.Contact);
        grievance.GiveNameBy(actor, filer, clocks.For(Grievance.Prefix, Now), Now);
        words.Mark(grievance, form.Name);
        return SaveAsync(grievance, actor, Grievance.GiveName, cancel);
    }

    public Task WithdrawAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        grievance.WithdrawBy(actor, Now);
        return SaveAsync(grievance, actor, Grievance.Withdraw, cancel);
    }

    /// <summary>Makes a code that the person can give to somebody who helps them. It is shown once.</summary>
    public async Task<ReceiptCode> GiveHelperCodeAsync(Grievance grievance, Actor actor, CancellationToken cancel)
    {
        if (await db.Codes.CountAsync(c => c.CaseId == grievance.Id && c.Holder == Role.Helper && c.EndedAt == null, cancel) >= MostHelperCodes)
        {
            throw new RefusedException(new("case.enough-helpers", MostHelperCodes));
        }

        grievance.GiveHelperCodeBy(actor, Now);
        var code = ReceiptCode.New();
        db.Add(new CaseCode { Hash = await hasher.HashAsync(code, cancel), Holder = Role.Helper, CaseId = grievance.Id, CreatedAt = Now });
        await SaveAsync(grievance, actor, Grievance.GiveHelperCode, cancel);
        return code;
    }

    public async Task EndHelperCodeAsync(Grievance grievance, Guid codeId, Actor actor, CancellationToken cancel)
    {
        var code = await db.Codes.SingleOrDefaultAsync(
            c => c.Id == codeId && c.CaseId == grievance.Id && c.Holder == Role.Helper && c.EndedAt == null, cancel)
            ?? throw new RefusedException(new("case.no-such-helper"));
        grievance.EndHelperCodeBy(actor, Now);
        code.End(Now);
        await SaveAsync(grievance, actor, Grievance.EndHelperCode, cancel);
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private Task SaveAsync(Grievance grievance, Actor actor, CaseAction action, CancellationToken cancel)
    {
        access.AddChange(actor, grievance.Id, action);
        return db.SaveChangesAsync(cancel);
    }
}
