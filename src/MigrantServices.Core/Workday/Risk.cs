using MigrantServices.Core.Cases;

namespace MigrantServices.Core.Workday;

/// <summary>How heavily an open case weighs on whoever has it: one for itself, more when its clock, an objection or a message presses.</summary>
public static class Risk
{
    public const int Itself = 1;
    public const int Overdue = 2;
    public const int Soon = 1;
    public const int Objection = 1;
    public const int Unread = 1;

    /// <summary>A due day counts as near from this many working days before it.</summary>
    public const int SoonWorkingDays = 3;

    public static int Of(int open, int overdue, int soon, int objections, int unread) =>
        (open * Itself) + (overdue * Overdue) + (soon * Soon) + (objections * Objection) + (unread * Unread);

    /// <param name="soonUntil">The last day that counts as near.</param>
    public static int Of(DateOnly? dueOn, CaseStatus status, bool hasUnread, DateOnly today, DateOnly soonUntil) => Of(
        1,
        dueOn < today ? 1 : 0,
        dueOn >= today && dueOn <= soonUntil ? 1 : 0,
        status is CaseStatus.Objected or CaseStatus.ObjectionReview or CaseStatus.ObjectionProposed ? 1 : 0,
        hasUnread ? 1 : 0);
}
