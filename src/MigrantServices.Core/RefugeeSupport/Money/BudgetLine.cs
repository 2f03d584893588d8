namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>The money of one purpose for one year. Its sums are kept by the database with every award and payment, and nobody writes them.</summary>
public sealed class BudgetLine
{
    public const int FirstYear = 2020;
    public const int LastYear = 2099;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>A code of the list of budget lines.</summary>
    public required string Code { get; init; }

    public required int Year { get; init; }

    public required Guid OpenedById { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>What two people put into it, increases and decreases together.</summary>
    public long Won { get; private set; }

    /// <summary>What was awarded from it and not given back.</summary>
    public long CommittedWon { get; private set; }

    public long PaidWon { get; private set; }

    /// <summary>Nothing is awarded from it or paid any more.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }
}
