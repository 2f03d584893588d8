using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Benchmarks.Data;

/// <summary>Makes cases as the desks do, by their own verbs and with their own seals: three of ten open, the others with a whole history.</summary>
public sealed class Cases(GrievanceMaker maker, CaseWords words, Clocks clocks, IReadOnlyList<Actor> handlers, DateTimeOffset newest)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    public Grievance Make(int number)
    {
        var received = newest - (Between * number);
        var isTip = number % 10 == 2;
        var grievance = maker.Make(Words.Form(number, withName: !isTip), Channel.Web, received, Guid.CreateVersion7());
        var filer = Actor.Filer(grievance.Id, Guid.CreateVersion7());
        var clock = clocks.For(Grievance.Prefix, received);
        grievance.FileBy(filer, clock, received);
        var handler = handlers[number / 10 % handlers.Count];
        if (number % 10 is 0 or 2)
        {
            return grievance;
        }

        grievance.TakeOnBy(handler, affirms: true, received + Step);
        Write(grievance, handler, received + (Step * 2));
        if (number % 10 == 1)
        {
            return grievance;
        }

        grievance.CheckJurisdictionBy(handler, Checked(grievance, handler, received + (Step * 3)), received + (Step * 3));
        grievance.ReplyBy(filer, Message(grievance, filer, received + (Step * 3)), received + (Step * 3));
        grievance.ProposeBy(handler, new("resolved", "resolved.remedied"), words.Seal("그렇게 하기로 하였습니다.", grievance.Id, SealedField.Answer), null, received + (Step * 4));
        var second = handlers[(number / 10 + 1) % handlers.Count];
        grievance.ApproveBy(second, Message(grievance, second, received + (Step * 5)), clock, received + (Step * 5));
        grievance.CloseBy(handler, received + (Step * 6));
        return grievance;
    }

    // only its verdict is kept with the case; nothing that is measured reads the row beside
    private JurisdictionCheck Checked(Grievance grievance, Actor handler, DateTimeOffset at) => new()
    {
        CaseId = grievance.Id,
        Finding = Competence.Ours,
        RespondentKind = "landlord",
        RespondentSector = RespondentSector.Private,
        LastHappenedOn = null,
        OtherRelief = OtherRelief.None,
        Words = words.Seal("우리가 다룰 수 있습니다.", grievance.Id, SealedField.Jurisdiction),
        CheckedById = handler.UserId!.Value,
        CheckedAt = at,
    };

    private void Write(Grievance grievance, Actor handler, DateTimeOffset at) => grievance.WriteBy(handler, Message(grievance, handler, at), at);

    private CaseMessage Message(Grievance grievance, Actor author, DateTimeOffset at) => words.Message(
        grievance.Id, Guid.CreateVersion7(), "자료를 더 보내 주시면 살펴보고 다시 알려 드리겠습니다.", MessagePurpose.Message, grievance.Language, author, at);
}
