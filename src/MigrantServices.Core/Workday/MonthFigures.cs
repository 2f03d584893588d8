using MigrantServices.Core.Grievances;

namespace MigrantServices.Core.Workday;

/// <summary>How a month was processed, within the places of whoever asks: exact figures for staff, never to be published.</summary>
/// <param name="Unclear">Answered in the month, and whether in time was not kept then.</param>
/// <param name="Overdue">Now, not in the month.</param>
/// <param name="RightsOver">Petitions in which the whole procedure should have ended: now, not in the month.</param>
/// <param name="ProgressDue">Open petitions to which nothing was written for as long as the law lets pass: now, not in the month.</param>
public sealed record MonthFigures(int Received, int InTime, int Late, int Unclear, int Extended, int Overdue, int ProgressDue, int RightsOver);

/// <summary>How the cases of children went in a month: first decisions, in time or late, and what is overdue now.</summary>
public sealed record ChildMonthFigures(int Received, int InTime, int Late, int Extended, int Overdue);

/// <summary>A month's figures, and the first of the cases that need something.</summary>
public sealed record MonthPage(DateOnly Month, MonthFigures Figures, IReadOnlyList<WorklistRow> Overdue, IReadOnlyList<WorklistRow> ProgressDue, ChildMonthFigures? Children)
{
    public const int RowsAList = 25;
}

/// <summary>A check that somebody made.</summary>
public sealed record MonthCheckLine(MonthCheck Check, string? By);
