namespace MigrantServices.Core.Grievances;

/// <content>That somebody says they suffer for having complained, and waits for the office to protect or answer them.</content>
public sealed partial class Grievance
{
    /// <summary>Since when the person waits for an answer to it or for protection; null when they do not.</summary>
    public DateTimeOffset? FearSince { get; private set; }

    /// <summary>The detail of passing on that somebody says so in a case that is handled together with this one.</summary>
    public const string Suffering = "suffering";

    private void HearFear() => FearSince = null;
}
