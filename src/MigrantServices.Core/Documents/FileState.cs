namespace MigrantServices.Core.Documents;

/// <summary>Where a file stands on its way to the people who work with it.</summary>
public enum FileState
{
    /// <summary>Its bytes are still coming; nobody sees it.</summary>
    Arriving,

    /// <summary>Whole, and waiting for its check.</summary>
    Held,

    /// <summary>Checked; those who may see the case may open it.</summary>
    Ready,

    /// <summary>The scanner found something; the content is destroyed.</summary>
    Infected,

    /// <summary>Could not be checked or read; the content is destroyed.</summary>
    Refused,
}
