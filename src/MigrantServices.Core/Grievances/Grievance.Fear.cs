namespace MigrantServices.Core.Grievances;

/// <content>That somebody says they suffer for having complained, and waits for the office to protect or answer them.</content>
public sealed partial class Grievance
{
    /// <summary>Since when the person waits for an answer to it or for protection; null when they do not.</summary>
    public DateTimeOffset? FearSince { get; private set; }

    private void HearFear() => FearSince = null;
}
