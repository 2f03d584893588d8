namespace MigrantServices.Core.Reference;

/// <summary>A list that administrators may change, what they may do with it, and what its entries hold.</summary>
/// <param name="Kinds">What may be done with an entry.</param>
/// <param name="FollowsCases">A case keeps the entries of the day on which it was received; else an entry holds for everybody from its day on.</param>
public sealed record ChangeableList(string List, IReadOnlyList<ChangeKind> Kinds, EntryShape Shape = EntryShape.Words, bool FollowsCases = false)
{
    private static readonly ChangeKind[] Any = [ChangeKind.Add, ChangeKind.Replace, ChangeKind.End];

    /// <summary>One line a list.</summary>
    public static readonly IReadOnlyList<ChangeableList> All =
    [
        // the portal counts the periods it knows: a new one would be counted by nobody
        new(Lists.Periods, [ChangeKind.Replace], EntryShape.Period, FollowsCases: true),
        new(Lists.PatternLimits, [ChangeKind.Replace], EntryShape.Period),
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
        new(Lists.Articles, Any, EntryShape.Article),
        new(Lists.OfficeContacts, [ChangeKind.Replace], EntryShape.Phone),
        new(Lists.Remedies, Any, EntryShape.Phone),
        new(Lists.ConsentWays, Any) { Needed = ["with-form"] },
        new(Lists.RequesterRelations, Any),
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
        new(Lists.SupportRefusalReasons, Any),
        new(Lists.SupportDepartures, Any),
        // daycare is the one service whose receivers are paid
        new(Lists.ChildServices, Any, EntryShape.Service) { Needed = ["daycare"] },
        new(Lists.ServiceReceivers, Any, EntryShape.Receiver),
        new(Lists.ChildcareAmounts, [ChangeKind.Replace], EntryShape.Amount),
        new(Lists.CardUses, Any),
        new(Lists.CardOpenings, [ChangeKind.Add, ChangeKind.End], EntryShape.Opening),
    ];

    /// <summary>The article by which the law itself names all entries, so that none can be added; null where none does.</summary>
    public string? ClosedBy { get; private init; }

    /// <summary>Codes without which the portal does not work: they can be replaced and never ended.</summary>
    public IReadOnlyList<string> Needed { get; private init; } = [];

    /// <summary>The languages in which a new entry needs its sentence.</summary>
    public IReadOnlyList<string> Languages => Lists.WithTexts.Contains(List) ? ReferenceText.EverybodysLanguages
        : Lists.WithOfficeTexts.Contains(List) ? ReferenceText.OfficeLanguages : [];

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
