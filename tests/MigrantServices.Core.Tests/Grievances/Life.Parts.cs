using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Tests.Grievances;

/// <content>What stands in a case: messages, records, recommendations and the like.</content>
internal static partial class Life
{
    public static CaseMessage Message(Grievance grievance, Actor author) => new()
    {
        CaseId = grievance.Id,
        SentAt = Noon,
        FromOffice = author.UserId is not null,
        AuthorId = author.UserId,
        CodeId = author.CodeId,
        Purpose = MessagePurpose.Message,
        Language = "ko",
        Body = Words,
    };

    /// <summary>What a colleague records for the person, which came by post; on the day of recording when no other is given.</summary>
    public static HandedIn ByPost(Grievance grievance, CaseAction deed, Actor colleague, DateOnly? on = null, DateTimeOffset? at = null) => new()
    {
        CaseId = grievance.Id,
        Deed = deed.Code,
        Channel = Channel.Letter,
        ReceivedOn = on ?? Seoul.DateOf(at ?? Noon),
        Message = Message(grievance, FilerOf(grievance)),
        RecordedById = colleague.UserId!.Value,
        RecordedAt = at ?? Noon,
    };

    public static CasePerson Person(Grievance grievance) => new() { CaseId = grievance.Id, Part = PersonPart.Filer, Name = Words };

    /// <summary>Somebody who speaks for the group.</summary>
    public static CasePerson Representative(Grievance grievance) => new() { CaseId = grievance.Id, Part = PersonPart.Representative, Name = Words };

    // where one may be taken off there must be one
    private static Guid Named(Grievance grievance, Actor actor)
    {
        if (grievance.May(Grievance.TakeOffRepresentative, actor) && !grievance.Speakers.Any())
        {
            grievance.People.Add(Representative(grievance));
        }

        return grievance.Speakers.LastOrDefault()?.Id ?? Guid.CreateVersion7();
    }

    /// <summary>A recommendation sent on a day; on the day of everything else when none is given.</summary>
    public static Recommendation Recommendation(Grievance grievance, DateOnly? sentOn = null, MeasuresPeriod period = MeasuresPeriod.Centre)
    {
        var day = sentOn ?? Today;
        return new()
        {
            CaseId = grievance.Id,
            Text = Words,
            Addressee = Words,
            AddresseeKind = "landlord",
            AddresseeSector = RespondentSector.Private,
            Article = "race:8",
            SentOn = day,
            Period = period,
            DueOn = Procedure().MeasuresClock(grievance, period).DueOn(Seoul.StartOf(day), [])!.Value,
            SentById = Kim.UserId!.Value,
        };
    }

    public static JurisdictionCheck Checked(Grievance grievance, Competence finding = Competence.Ours, DateOnly? last = null, DateOnly? first = null) => new()
    {
        CaseId = grievance.Id,
        Finding = finding,
        RespondentKind = "landlord",
        RespondentSector = RespondentSector.Private,
        LastHappenedOn = last,
        HappenedOn = first,
        HappenedOnBefore = first is null ? null : grievance.HappenedOn,
        OtherRelief = OtherRelief.None,
        Words = Words,
        CheckedById = Kim.UserId!.Value,
        CheckedAt = Noon,
    };

    /// <summary>A record of the inquiry of the day of everything, with an answer due a week later where one is asked for.</summary>
    public static InquiryRecord Kept(Grievance grievance, CaseAction deed, DateOnly? on = null, DateOnly? dueOn = null, string? code = null) => new()
    {
        CaseId = grievance.Id,
        Deed = deed.Code,
        On = on ?? Today,
        Code = code ?? (deed == Grievance.RecordStatement ? InquiryRecord.Respondent : null),
        Words = Words,
        DueOn = dueOn ?? (RecordShape.All[deed.Code].HasDueDay ? (on ?? Today).AddDays(7) : null),
        MadeById = Kim.UserId!.Value,
        MadeAt = Noon,
    };

    public static Referral Referred(Grievance grievance, DateOnly? consentOn = null, DateTimeOffset? sentAt = null) => new()
    {
        CaseId = grievance.Id,
        Body = "national-commission",
        Sent = ["facts"],
        Letter = Words,
        ConsentOn = consentOn ?? Today,
        ConsentWay = ConsentWay.Phone,
        SentAt = sentAt ?? Noon,
        SentById = Kim.UserId!.Value,
    };

    /// <summary>A translation of the account by a colleague, of the original's version 1.</summary>
    public static Translation Translated(Grievance grievance, Actor? by = null, TextKind text = TextKind.Account) => new()
    {
        CaseId = grievance.Id,
        Text = text,
        TextId = grievance.Id,
        From = "vi",
        To = "ko",
        Number = 1,
        Words = Words,
        Kind = TranslationKind.Human,
        AddedById = by?.UserId ?? Guid.CreateVersion7(),
        AddedAt = Noon,
        OriginalVersion = [1],
    };

    public static RespondentReply Replied(DateOnly? on = null) => new(on ?? Today, Words);

    public static ReferralAnswer TheirAnswer(DateOnly? on = null) => new(ReferralReply.Accepted, on ?? Today, Words);

    public static Measures Measures(DateOnly? on = null, MeasuresReply reply = MeasuresReply.Accepted) => new(reply, on ?? Today, Words);

    /// <summary>A recommendation of which an answer was kept.</summary>
    public static Recommendation Answered(Grievance grievance)
    {
        var sent = Recommendation(grievance);
        In(CaseStatus.Answered, outcome: Recommended).RecordMeasuresBy(Kim, sent, Measures(), Noon);
        return sent;
    }

    public static MeasuresCorrection Replaced() => new()
    {
        RecommendationId = Guid.CreateVersion7(),
        Reply = MeasuresReply.Accepted,
        RepliedOn = Today,
        Reasons = Words,
        RecordedById = Kim.UserId!.Value,
        Why = Words,
        CorrectedById = Kim.UserId!.Value,
        CorrectedAt = Noon,
    };

    public static MeasuresCheck Check(DateOnly? on = null, MeasuresFound found = MeasuresFound.Done) => new()
    {
        RecommendationId = Guid.CreateVersion7(),
        CheckedOn = on ?? Today,
        Found = found,
        Words = Words,
        CheckedById = Kim.UserId!.Value,
    };

    public static CaseTask Task(ServiceCase grievance) => new()
    {
        CaseId = grievance.Id,
        Text = Words,
        DueOn = Today,
        ForId = Kim.UserId!.Value,
        SetById = Kim.UserId!.Value,
        SetAt = Noon,
    };

    public static InterestDeclaration Declared(Grievance grievance, Actor colleague) => new()
    {
        CaseId = grievance.Id,
        ColleagueId = colleague.UserId!.Value,
        Reason = "family",
        Words = Words,
        DeclaredAt = Noon,
    };

    public static CaseLink Linked(Grievance grievance) => new()
    {
        CaseId = grievance.Id,
        OtherId = Guid.CreateVersion7(),
        Kind = LinkKind.Joint,
        LinkedById = Guid.CreateVersion7(),
        LinkedAt = Noon,
    };
}
