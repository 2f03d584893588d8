using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Linking;

/// <summary>How many petitions alike the audit section looks at, and from which on one may be closed: dated, and changed by two administrators.</summary>
public sealed class RepeatLimits(ReferenceBook book)
{
    public const string AuditCode = "audit";
    public const string CloseCode = "close";

    /// <summary>One alone repeats nothing.</summary>
    public const int Fewest = 2;

    /// <summary>How many alike, the first counted with them, go to the audit section.</summary>
    public int Audit(DateOnly day) => Length(AuditCode, day);

    /// <summary>Which one of those alike is the first that may be closed as repeated.</summary>
    public int Close(DateOnly day) => Length(CloseCode, day);

    private int Length(string code, DateOnly day) => Math.Max(Fewest, EntryDetails.Of(book.Find(Lists.RepeatLimits, code, day)?.Details).Length
        ?? throw new InvalidOperationException($"The list {Lists.RepeatLimits} lacks {code}."));
}
