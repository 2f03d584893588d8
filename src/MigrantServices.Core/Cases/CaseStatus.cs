namespace MigrantServices.Core.Cases;

/// <summary>Where a case stands. Each service uses those that its table names.</summary>
public enum CaseStatus
{
    /// <summary>An anonymous report: it is read and counted, but no formal examination follows.</summary>
    Tip,

    Submitted,
    UnderReview,

    /// <summary>Facts are looked for: plan, statements, questions to the other side.</summary>
    Investigating,

    /// <summary>Facts are looked for on the spot; this time has a clock of its own.</summary>
    SiteInvestigation,

    /// <summary>Both sides try to agree, with the office between them.</summary>
    Mediating,


    /// <summary>The person was asked for something; the clock stands still.</summary>
    AwaitingSupplement,

    /// <summary>An answer waits for a second person.</summary>
    Proposed,

    Answered,

    /// <summary>The person does not agree with the answer; somebody else looks at it again.</summary>
    Objected,

    ObjectionReview,

    /// <summary>What is said to the objection waits for a second person.</summary>
    ObjectionProposed,

    ObjectionAnswered,
    Withdrawn,
    Closed,

    /// <summary>Handled together with an earlier case of the same person.</summary>
    Merged,
}
