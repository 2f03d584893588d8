namespace MigrantServices.Core.Grievances;

/// <summary>Who tells it: anybody who knows may, for themselves or for others.</summary>
public enum Teller
{
    Myself,
    Family,
    Witness,
    Organisation,

    /// <summary>One of up to three who speak for a group.</summary>
    Representative,

    /// <summary>Nobody told it: the office begins of its own motion.</summary>
    Office,
}

/// <summary>Whether a public body or a private one did it: it decides which relief is open.</summary>
public enum RespondentSector
{
    Unknown,
    Public,
    Private,
}

/// <summary>How the person may safely be reached.</summary>
public enum ContactWay
{
    /// <summary>Only here, when they come back with their code.</summary>
    PortalOnly,
    Phone,
    TextMessage,
    Email,
    Letter,

    /// <summary>Through somebody they trust.</summary>
    ThroughSomebody,
}
