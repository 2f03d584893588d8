using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Workday;

/// <summary>Marks a month as checked, with the figures that the supervisor had before them.</summary>
public sealed class MonthDesk(PortalDb db, MonthReader reader, TimeProvider time)
{
    /// <exception cref="RefusedException"><c>workday.month-not-over</c>.</exception>
    public async Task MarkAsync(DateOnly month, MarkMonth form, Actor supervisor, CancellationToken cancel)
    {
        if (month > reader.LastMonth)
        {
            throw new RefusedException(new("workday.month-not-over"));
        }

        var figures = await reader.FiguresAsync(month, supervisor, cancel);
        var children = await reader.ChildFiguresAsync(month, supervisor, cancel);
        db.Add(new MonthCheck
        {
            Month = month,
            Places = MonthReader.PlacesOf(supervisor),
            IsOfSetApart = supervisor.HandlesSetApart(Grievance.Prefix),
            CheckedById = supervisor.UserId!.Value,
            CheckedAt = time.GetUtcNow(),
            Words = form.Words!.Trim(),
            Received = figures.Received,
            InTime = figures.InTime,
            Late = figures.Late,
            Extended = figures.Extended,
            Overdue = figures.Overdue,
            ProgressDue = figures.ProgressDue,
            RightsOver = figures.RightsOver,
            ChildrenReceived = children?.Received,
            ChildrenInTime = children?.InTime,
            ChildrenLate = children?.Late,
            ChildrenExtended = children?.Extended,
            ChildrenOverdue = children?.Overdue,
        });
        await db.SaveChangesAsync(cancel);
    }
}
