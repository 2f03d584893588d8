using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <content>How it begins, what is missing, and how it is taken back, whole or in part.</content>
public sealed partial class SupportApplication
{
    /// <summary>The period of applications for help that cannot wait.</summary>
    public const string Urgent = "urgent." + Prefix;

    public const string ObjectionWindow = "objection-window." + Prefix;
    public const string ObjectionPeriod = "objection." + Prefix;

    /// <summary>Among the programmes is one that is decided on the same day.</summary>
    public required bool IsUrgent { get; init; }

    /// <summary>What the person said of their situation.</summary>
    public SealedText? Account { get; init; }

    public ContactWay? ContactWay { get; init; }

    public SealedText? ContactNote { get; init; }

    public bool? WantsInterpreter { get; init; }

    public SealedText? InterpreterNote { get; init; }

    /// <summary>Whether they wish to speak with a woman or a man; nothing else tells anybody's sex.</summary>
    public SealedText? OfficerWish { get; init; }

    /// <summary>The earlier application of the same household, whose papers need not be given again.</summary>
    public Guid? EarlierId { get; init; }

    public override (string Period, DateTimeOffset LaidDownAt) RunningClock =>
        (IsObjection ? ObjectionPeriod : IsUrgent ? Urgent : Clocks.Petition + Prefix, ClockFrom);

    public override int MostExtensions => IsObjection || IsUrgent ? 1 : base.MostExtensions;

    public void FileBy(Actor actor, CaseClock clock, DateTimeOffset now)
    {
        // whoever took it down has it before them already
        if (actor.UserId is { } colleague)
        {
            Open(colleague);
        }

        Begin(File, CaseStatus.Submitted, actor, now);
        StartClock(ReceivedAt);
        Reckon(clock);
    }

    /// <summary>The receipt, which is given with filing itself.</summary>
    public void ConfirmReceiptBy(CaseMessage receipt) => Messages.Add(receipt);

    /// <exception cref="RefusedException"><c>supplement.day-past</c>.</exception>
    public void AskSupplementBy(Actor handler, CaseMessage request, DateOnly until, DateTimeOffset now)
    {
        Refuse(WhyNot(AskSupplement, handler) ?? (until <= Seoul.DateOf(now) ? new("supplement.day-past") : null));
        Take(AskSupplement, handler, now);
        Messages.Add(request);
        Stop("supplement", now);
        AwaitUntil(until);
    }

    public void AnswerSupplementBy(Actor person, CaseMessage answer, CaseClock clock, DateTimeOffset now)
    {
        Take(AnswerSupplement, person, now);
        Messages.Add(answer);
        HasUnread = true;
        AwaitUntil(null);
        GoOn(clock, now);
    }

    public void GoOnWithoutBy(Actor handler, CaseClock clock, DateTimeOffset now)
    {
        Take(GoOnWithout, handler, now);
        AwaitUntil(null);
        GoOn(clock, now);
    }

    /// <summary>Papers that a colleague has before them; what was seen once is not asked for again.</summary>
    public void SeePapersBy(Actor handler, IReadOnlyCollection<string> codes, DateTimeOffset now)
    {
        Take(SeePapers, handler, now);
        foreach (var code in codes.Distinct())
        {
            var paper = Papers.Find(p => p.Code == code);
            if (paper is null)
            {
                Papers.Add(paper = new() { CaseId = Id, Code = code, GivenAt = now });
            }

            paper.SeenBy(handler.UserId!.Value, now);
        }
    }

    /// <summary>The person takes one programme out; the others go on.</summary>
    /// <exception cref="RefusedException"><c>application.no-such-line</c>, <c>application.last-line</c>.</exception>
    public void WithdrawLineBy(Actor person, Guid lineId, DateTimeOffset now)
    {
        var line = Lines.Find(l => l.Id == lineId && l.State is LineState.Asked or LineState.Prepared);
        Refuse(WhyNot(WithdrawLine, person)
            ?? (line is null ? new("application.no-such-line")
                : Lines.Count(l => l.State != LineState.Withdrawn) == 1 ? new Refusal("application.last-line")
                : null));
        Take(WithdrawLine, person, now, detail: line!.Programme);
        line.Withdraw();
        HasUnread = true;
    }

    public void WithdrawBy(Actor person, DateTimeOffset now)
    {
        Take(Withdraw, person, now);
        HasUnread = true;
        foreach (var line in Lines)
        {
            line.Withdraw();
        }
    }
}
