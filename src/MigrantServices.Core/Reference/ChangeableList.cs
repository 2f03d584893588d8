using MigrantServices.Core.ChildConfirmations;

namespace MigrantServices.Core.Reference;

/// <summary>A list that administrators may change, what they may do with it, and what its entries hold.</summary>
/// <param name="Kinds">What may be done with an entry.</param>
/// <param name="FollowsCases">A case keeps the entries of the day on which it was received; else an entry holds for everybody from its day on.</param>
public sealed record ChangeableList(string List, IReadOnlyList<ChangeKind> Kinds, EntryShape Shape = EntryShape.Words, bool FollowsCases = false)
{
    public const string LowestGrade = "weak";

    private static readonly ChangeKind[] Any = [ChangeKind.Add, ChangeKind.Replace, ChangeKind.End];

    /// <summary>One line a list.</summary>
    public static readonly IReadOnlyList<ChangeableList> All =
    [
        // the portal counts the periods it knows: a new one would be counted by nobody
        new(Lists.Periods, [ChangeKind.Replace], EntryShape.Period, FollowsCases: true),
        new(Lists.PatternLimits, [ChangeKind.Replace], EntryShape.Period),
        new(Lists.PointerGrounds, [ChangeKind.Replace], EntryShape.Period),
        new(Lists.RepeatLimits, [ChangeKind.Replace], EntryShape.Period),
        new(Lists.Outcomes, Any, FollowsCases: true),
        // the portal itself ends a case for this one
        new(Lists.OutcomeReasons, Any, EntryShape.Reason, FollowsCases: true) { Needed = [Grievances.Grievance.Unanswered] },
        new(Lists.ExtensionReasons, [ChangeKind.Replace, ChangeKind.End], FollowsCases: true) { ClosedBy = "petitions-decree:21" },
        new(Lists.PauseReasons, Any, FollowsCases: true),
        new(Lists.ReferralBodies, Any),
        // nothing is recommended before the other side was heard
        new(Lists.StatementsOf, Any) { Needed = ["respondent"] },
        new(Lists.Protections, Any),
        new(Lists.OwnMotionSources, Any),
        new(Lists.MediationEnds, Any, FollowsCases: true),
        new(Lists.Articles, Any, EntryShape.Article, FollowsCases: true),
        new(Lists.InterestReasons, Any),
        new(Lists.OfficeContacts, [ChangeKind.Replace], EntryShape.Phone),
        new(Lists.Remedies, Any, EntryShape.Phone),
        new(Lists.ConsentWays, Any) { Needed = ["with-form"] },
        new(Lists.RequesterRelations, Any),
        new(Lists.RequesterGrounds, Any),
        // the portal itself opens an identity for these
        new(Lists.IdentityPurposes, Any) { Needed = ["issue-papers", "referral"] },
        new(Lists.ChildRevocationReasons, Any, FollowsCases: true),
        new(Lists.AlarmBodies, Any),
        new(Lists.SupportCategories, Any),
        new(Lists.SupportPapers, Any),
        new(Lists.SupportNeeds, Any),
        new(Lists.SupportCircumstances, Any),
        new(Lists.SupportProviders, Any),
        new(Lists.BudgetLines, Any),
        new(Lists.Dialects, Any),
        new(Lists.WorkResults, Any),
        new(Lists.SupportRefusalReasons, Any),
        new(Lists.SupportDepartures, Any),
        // daycare is the one service whose receivers are paid
        new(Lists.ChildServices, Any, EntryShape.Service) { Needed = ["daycare"] },
        new(Lists.ServiceReceivers, Any, EntryShape.Receiver),
        new(Lists.ChildcareAmounts, [ChangeKind.Replace], EntryShape.Amount),
        new(Lists.CardUses, Any),
        new(Lists.CardOpenings, [ChangeKind.Add, ChangeKind.End], EntryShape.Opening),
        new(Lists.CardCities, Any, EntryShape.City),
        new(Lists.ChildcareCities, Any, EntryShape.City),
        new(Lists.ChildCheckCities, [ChangeKind.Add, ChangeKind.End], EntryShape.City),
        new(Lists.Templates, [ChangeKind.Replace], EntryShape.Version),
        new(Lists.CityLines, Any, EntryShape.CityLine),
        // a day that has come stays; one that is to come is taken back with its change
        new(Lists.CityDaysOff, [ChangeKind.Add], EntryShape.DayOff),
        new(Lists.EntrustedCentres, Any, EntryShape.Centre),
        // without any the portal takes nobody's identity, and says so
        new(Lists.NotificationGrounds, Any, EntryShape.Ground),
        // nobody is confirmed by a list that asks for nothing; a decision goes by the criteria of its own day
        new(Lists.ChildCriteria, Any, EntryShape.Criterion) { KeepsOne = true },
        new(Lists.BirthEvidence, Any, EntryShape.Evidence, FollowsCases: true) { KeepsOne = true },
        // whoever reaches no other grade has the lowest
        new(Lists.BirthEvidenceGrades, Any, EntryShape.Grade, FollowsCases: true) { Needed = [LowestGrade] },
        new(Lists.MajorityHelp, Any, EntryShape.Phone) { KeepsOne = true },
        new(Lists.DestructionGrounds, Any, EntryShape.Criterion) { KeepsOne = true },
    ];

    /// <summary>The article by which the law itself names all entries, so that none can be added; null where none does.</summary>
    public string? ClosedBy { get; private init; }

    /// <summary>Codes without which the portal does not work: they can be replaced and never ended.</summary>
    public IReadOnlyList<string> Needed { get; private init; } = [];

    /// <summary>The last entry that holds cannot end.</summary>
    public bool KeepsOne { get; private init; }

    /// <summary>The code is a city or county, which may leave and come back; its name is that of the place.</summary>
    public bool IsOfPlaces => Shape is EntryShape.City or EntryShape.CityLine;

    /// <summary>What is added is said by a place and is no code that somebody types.</summary>
    public bool IsChosen => IsOfPlaces || Shape is EntryShape.Opening or EntryShape.DayOff;

    /// <summary>A change says anew until when the entry holds.</summary>
    public bool HasTerm => Shape == EntryShape.Centre;

    /// <summary>Which phase a city is in is part of the entry.</summary>
    public bool HasPhase => List is Lists.CardCities or Lists.ChildcareCities;

    /// <summary>A code is kept in cases where there is less room than in the list itself.</summary>
    public int LongestCode => Shape is EntryShape.Evidence or EntryShape.Grade or EntryShape.Criterion ? ChildConfirmation.CodeMaxLength : ReferenceItem.CodeMaxLength;

    /// <summary>The languages in which a new entry needs its sentence.</summary>
    public IReadOnlyList<string> Languages => Lists.WithTexts.Contains(List) ? ReferenceText.EverybodysLanguages
        : Lists.WithOfficeTexts.Contains(List) ? ReferenceText.OfficeLanguages : [];

    /// <summary>The languages in which such a change needs its sentence: a new entry does, and an article that reads otherwise.</summary>
    public IReadOnlyList<string> LanguagesFor(ChangeKind kind) => kind == ChangeKind.Add || (kind == ChangeKind.Replace && Shape == EntryShape.Article) ? Languages : [];

    public static ChangeableList? Find(string? list) => All.FirstOrDefault(one => one.List == list);

    public bool Allows(ChangeKind kind) => Kinds.Contains(kind);
}

/// <summary>What an entry holds beside its sentence.</summary>
public enum EntryShape
{
    /// <summary>Nothing that can be changed.</summary>
    Words,
    Period,
    Reason,
    Article,
    Phone,

    /// <summary>What a service may be told, and whether before a decision.</summary>
    Service,

    /// <summary>Which services somebody gives, and where.</summary>
    Receiver,

    /// <summary>Won for a month.</summary>
    Amount,

    /// <summary>For what the card is good in a city.</summary>
    Opening,

    /// <summary>A city or county that takes part, and in which phase.</summary>
    City,

    /// <summary>The telephone of a city or county, and from when to when it is answered.</summary>
    CityLine,

    /// <summary>A day, or several in a row, on which a city's office is closed.</summary>
    DayOff,

    /// <summary>Which version of a letter or of the papers is made.</summary>
    Version,

    /// <summary>The city that entrusts a centre, with what.</summary>
    Centre,

    /// <summary>For which services, readers and city a ground frees from notifying.</summary>
    Ground,

    /// <summary>How much a kind of evidence counts, and of which sort it is.</summary>
    Evidence,

    /// <summary>What a grade asks for.</summary>
    Grade,

    /// <summary>The article that asks for it.</summary>
    Criterion,
}

/// <summary>What is done with an entry from a day on.</summary>
public enum ChangeKind
{
    /// <summary>A code that was never there.</summary>
    Add,

    /// <summary>The same code with another length, number or source.</summary>
    Replace,

    /// <summary>The code holds no longer.</summary>
    End,
}
