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

    /// <summary>The family's city does not take part yet; nothing runs until it does.</summary>
    Waiting,

    /// <summary>Two people have agreed; a third one issues the papers.</summary>
    ToIssue,

    /// <summary>The child holds a document and a card.</summary>
    Confirmed,

    /// <summary>Other papers are asked for: something changed, was lost, or the photograph is old.</summary>
    ReissueAsked,

    /// <summary>Other papers wait for a second person.</summary>
    ReissueProposed,

    /// <summary>That the confirmation ends waits for a second person.</summary>
    RevocationProposed,

    Refused,
    Revoked,

    /// <summary>The child has come of age.</summary>
    AgedOut,
    Withdrawn,
    Closed,

    /// <summary>Handled together with an earlier case of the same person.</summary>
    Merged,
}
