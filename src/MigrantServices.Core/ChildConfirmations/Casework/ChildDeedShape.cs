using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>What is asked for when a deed on a child's case is done.</summary>
/// <param name="List">The code list from which one is chosen; null for none.</param>
/// <param name="HasSeveral">Whether more than one code may be chosen.</param>
/// <param name="Words">Whether words in Korean are asked for.</param>
/// <param name="HasFile">Whether a file of the case may be named that shows it.</param>
/// <param name="HasProof">Whether one piece of evidence of the case is named that is to count no more.</param>
/// <param name="InTheirLanguage">Whether the same words may be given in the family's language.</param>
public sealed record ChildDeedShape(
    CaseAction Deed,
    string? List = null,
    bool HasSeveral = false,
    DayAsked Day = DayAsked.No,
    bool HasPeople = false,
    Asked Words = Asked.Needed,
    bool InTheirLanguage = false,
    bool HasProofs = false,
    bool HasColleague = false,
    bool HasIssueReason = false,
    bool HasFile = false,
    bool HasProof = false)
{
    /// <summary>The deeds that are done on the form page, by their codes; the others are a button or have a page of their own.</summary>
    public static readonly IReadOnlyDictionary<string, ChildDeedShape> All = new ChildDeedShape[]
    {
        new(ChildConfirmation.HandOver, Words: Asked.No, HasColleague: true),
        new(ChildConfirmation.Note),
        new(ChildConfirmation.Write, InTheirLanguage: true),
        new(ChildConfirmation.AskSupplement, Day: DayAsked.ToCome, InTheirLanguage: true),
        new(ChildConfirmation.RecordConsent, Lists.ConsentWays, Day: DayAsked.Past),
        new(ChildConfirmation.SeeConsent),
        new(ChildConfirmation.AddProof, Lists.BirthEvidence, Day: DayAsked.Past, Words: Asked.MayBe, HasFile: true),
        new(ChildConfirmation.StrikeProof, HasProof: true),
        new(ChildConfirmation.RecordHomeVisit, Day: DayAsked.Past, HasPeople: true),
        new(ChildConfirmation.RecordCheck, Lists.ChildCheckFindings, Day: DayAsked.Past),
        new(ChildConfirmation.FindFact, Lists.ChildCriteria, Words: Asked.MayBe, HasProofs: true),
        new(ChildConfirmation.RaiseAlarm, Lists.AlarmBodies, HasSeveral: true),
        new(ChildConfirmation.EndAlarm),
        new(ChildConfirmation.ProposeRefusal, Lists.ChildRefusalReasons, InTheirLanguage: true),
        new(ChildConfirmation.ProposeRevocation, Lists.ChildRevocationReasons, InTheirLanguage: true),
        new(ChildConfirmation.DeclineReissue, InTheirLanguage: true),
        new(ChildConfirmation.AskReissue, Words: Asked.No, HasIssueReason: true),
        new(ChildConfirmation.OfferTransfer, Lists.Municipalities, Words: Asked.No),
    }.ToDictionary(shape => shape.Deed.Code, StringComparer.Ordinal);
}

/// <summary>Whether something is asked for.</summary>
public enum Asked
{
    No,
    MayBe,
    Needed,
}

/// <summary>Whether a day is asked for, and on which side of today it lies.</summary>
public enum DayAsked
{
    No,
    Past,
    ToCome,
}
