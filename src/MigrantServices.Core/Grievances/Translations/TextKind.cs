namespace MigrantServices.Core.Grievances.Translations;

/// <summary>The texts of a case that can be translated. What is translated is never changed by it.</summary>
public enum TextKind
{
    Account,
    Hope,
    Message,

    /// <summary>A letter of the office to the person, which stands in Korean and in their language.</summary>
    Letter,

    /// <summary>A record of the inquiry, such as a statement.</summary>
    Record,

    /// <summary>What the other side answered.</summary>
    RespondentReply,

    /// <summary>The answer to the grievance, which is written anew when it was sent back.</summary>
    Answer,

    ObjectionAnswer,
}

/// <summary>Who made a translation.</summary>
public enum TranslationKind
{
    Human,

    /// <summary>Made quickly or by a tool inside the office, to be read with care.</summary>
    Draft,
}

/// <summary>Whether a second person has held a translation against its original.</summary>
public enum CheckState
{
    Unchecked,
    Checked,
    Rejected,
}

/// <summary>How far one may rely on a translation now.</summary>
public enum Standing
{
    Unchecked,
    Checked,

    /// <summary>The original has changed since.</summary>
    Stale,

    Rejected,
}
