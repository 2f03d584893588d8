using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.ForThePerson;

/// <summary>Records what the person did by telephone, letter, e-mail or at the counter; each deed does what it does online, from the day on which it came.</summary>
public sealed class HandInDesk(PortalDb db, PersonTools tools, AccessLog access, TimeProvider time)
{
    /// <summary>What a colleague may record in this case now.</summary>
    public static IEnumerable<CaseAction> Open(Grievance grievance, Actor colleague) => Grievance.ForThePerson.Where(deed => grievance.May(deed, colleague));

    /// <summary>The reasons of a withdrawal from which one is chosen.</summary>
    public IEnumerable<string> Withdrawals(Grievance grievance) => tools.Procedure.Withdrawals(grievance);

    /// <exception cref="RefusedException"><c>handed-in.in-the-future</c>, <c>handed-in.before-the-receipt</c> and what else came before it could, and what the deed says online.</exception>
    public async Task RecordAsync(Grievance grievance, Guid messageId, RecordForPerson form, Actor colleague, CancellationToken cancel)
    {
        var (deed, now) = (new CaseAction(form.Deed!), time.GetUtcNow());
        var handedIn = new HandedIn
        {
            CaseId = grievance.Id,
            Deed = deed.Code,
            Channel = form.Channel!.Value,
            ReceivedOn = form.ReceivedOn!.Value,
            Agreed = form.Agreed,
            Message = tools.Words.OfPerson(grievance.Id, messageId, form.Words!, PurposeOf(deed), form.Language!, now),
            RecordedById = colleague.UserId!.Value,
            RecordedAt = now,
        };
        Do(grievance, deed, form, handedIn, colleague, now);
        db.Add(handedIn);
        tools.Words.Mark(grievance, form.Words, form.Is(Grievance.GiveName) ? form.Name : null);
        if (deed == Grievance.GiveName)
        {
            tools.Beginnings.Confirm(grievance, now);
        }

        await tools.Merged.TellAsync(grievance, access, now, cancel, deed == Grievance.ReportRetaliation ? handedIn.ReceivedAt(now) : null);
        access.AddChange(colleague, grievance.Id, deed);
        await db.SaveChangesAsync(cancel);
    }

    private void Do(Grievance it, CaseAction deed, RecordForPerson form, HandedIn handedIn, Actor by, DateTimeOffset now)
    {
        var message = handedIn.Message;
        Action act = deed switch
        {
            _ when deed == Grievance.Reply => () => it.ReplyBy(by, message, now, handedIn),
            _ when deed == Grievance.AnswerSupplement => () => it.AnswerSupplementBy(by, message, tools.Clocks.Of(it), now, handedIn),
            _ when deed == Grievance.TakeMoreTime => () => it.TakeMoreTimeBy(by, tools.Waiting.DayWithMoreTime(it) ?? DateOnly.MinValue, now, handedIn),
            _ when deed == Grievance.GiveName => () => it.GiveNameBy(by, tools.Maker.Person(it.Id, PersonPart.Filer, form.Name!, form.Contact), tools.Clocks.For(Grievance.Prefix, now), now, handedIn),
            _ when deed == Grievance.FileObjection => () => it.ObjectBy(by, message, tools.Procedure.ObjectionClock(it), now, handedIn),
            _ when deed == Grievance.WithdrawObjection => () => it.WithdrawObjectionBy(by, now, handedIn),
            _ when deed == Grievance.Withdraw => () => it.WithdrawBy(by, now, form.Reason, handedIn),
            _ when deed == Grievance.ReportRetaliation => () => it.ReportRetaliationBy(by, message, now, handedIn),
            _ => throw new RefusedException(new("case.wrong-state")),
        };
        act();
    }

    private static MessagePurpose PurposeOf(CaseAction deed) => deed switch
    {
        _ when deed == Grievance.AnswerSupplement => MessagePurpose.SupplementAnswer,
        _ when deed == Grievance.FileObjection => MessagePurpose.Objection,
        _ when deed == Grievance.ReportRetaliation => MessagePurpose.Retaliation,
        _ => MessagePurpose.Message,
    };
}
