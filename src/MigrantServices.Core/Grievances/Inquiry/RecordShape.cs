using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Inquiry;

/// <summary>What is asked for when a deed of the inquiry is kept.</summary>
/// <param name="HasDay">Whether it has a day of its own; it is today where it has none.</param>
/// <param name="HasPeople">Whether it says who was there, spoke or was asked.</param>
/// <param name="List">The code list from which one is chosen; null for none.</param>
/// <param name="HasLanguage">Whether it says in which language the words are.</param>
/// <param name="HasDueDay">Whether an answer is asked for by a day.</param>
public sealed record RecordShape(CaseAction Deed, bool HasDay = false, bool HasPeople = false, string? List = null, bool HasDueDay = false, bool HasLanguage = false)
{
    /// <summary>The deeds that leave a record, by their codes.</summary>
    public static readonly IReadOnlyDictionary<string, RecordShape> All = new RecordShape[]
    {
        new(Grievance.OpenOwnMotion),
        new(Grievance.OpenInvestigation),
        new(Grievance.PlanInvestigation),
        new(Grievance.RecordStatement, HasDay: true, HasPeople: true, List: Lists.StatementsOf, HasLanguage: true),
        new(Grievance.AskRespondent, HasPeople: true, HasDueDay: true),
        new(Grievance.BeginSiteInvestigation),
        new(Grievance.RecordVisit, HasDay: true, HasPeople: true),
        new(Grievance.AddEvidence, HasPeople: true),
        new(Grievance.WriteReport),
        new(Grievance.OpenMediation, HasDay: true, HasPeople: true),
        new(Grievance.HoldSession, HasDay: true, HasPeople: true),
        new(Grievance.ProposeSettlement, HasDay: true, HasDueDay: true),
        new(Grievance.Settle, HasDay: true),
        new(Grievance.FailMediation, List: Lists.MediationEnds),
        new(Grievance.Protect, HasDay: true, List: Lists.Protections),
        new(Grievance.EndProtection),
        new(Grievance.Resume),
    }.ToDictionary(shape => shape.Deed.Code, StringComparer.Ordinal);
}
