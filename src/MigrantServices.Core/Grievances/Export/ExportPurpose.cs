namespace MigrantServices.Core.Grievances.Export;

/// <summary>What an export is for; the record of access keeps which it was.</summary>
public enum ExportPurpose
{
    /// <summary>The person asked for what the office holds about them.</summary>
    PersonAsked,

    /// <summary>Another body needs it for its own examination.</summary>
    OtherBody,

    /// <summary>The committee looks at the case.</summary>
    Committee,

    /// <summary>A court, an audit or an inspection asked.</summary>
    Inspection,

    /// <summary>The office's own planning of its work.</summary>
    Planning,
}

/// <summary>A part of a case that can go into an export.</summary>
public enum ExportPart
{
    Facts,
    Account,
    People,
    Messages,
    Inquiry,
    Protection,
    Decisions,
    History,
    Files,
    Notes,
}
