using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>From how many cases on, over how many months, and for how many days: dated, and changed by two administrators.</summary>
public sealed class PatternLimits(ReferenceBook book)
{
    public const string NeededCode = "cases";
    public const string WindowCode = "window";
    public const string OpenCode = "open";

    /// <summary>Fewer would be no pattern but somebody's case.</summary>
    public const int Fewest = 3;

    /// <summary>How many cases raise a pattern.</summary>
    public int Needed(DateOnly day) => Math.Max(Fewest, Length(NeededCode, day));

    /// <summary>The first day whose cases count.</summary>
    public DateOnly From(DateOnly day) => day.AddMonths(-Length(WindowCode, day));

    /// <summary>The last day on which a pattern opened on this day is open.</summary>
    public DateOnly OpenUntil(DateOnly day) => day.AddDays(Length(OpenCode, day));

    private int Length(string code, DateOnly day) => EntryDetails.Of(book.Find(Lists.PatternLimits, code, day)?.Details).Length
        ?? throw new InvalidOperationException($"The list {Lists.PatternLimits} lacks {code}.");
}
