using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Enters the budget of a year, changes it and closes it: one person proposes, another decides.</summary>
public sealed class BudgetDesk(PortalDb db, ReferenceBook book, TimeProvider time)
{
    public const Role Officers = Role.BudgetOfficer | Role.Administrator;

    private DateTimeOffset Now => time.GetUtcNow();

    /// <summary>A line for a year, empty as long as nobody puts money into it.</summary>
    /// <exception cref="RefusedException"><c>budget.officers-only</c>, <c>budget.no-such-code</c>, <c>budget.line-twice</c>, <c>support.budget-closed</c>.</exception>
    public async Task<Guid> OpenAsync(Actor officer, OpenLine form, CancellationToken cancel)
    {
        MustBeOfficer(officer);
        if (book.Items(Lists.BudgetLines, Seoul.DateOf(Now)).All(item => item.Code != form.Code))
        {
            throw new RefusedException(new("budget.no-such-code"));
        }

        var line = new BudgetLine { Code = form.Code!, Year = form.Year!.Value, OpenedById = officer.UserId!.Value, OpenedAt = Now };
        db.Add(line);
        await db.SaveMoneyAsync(cancel);
        return line.Id;
    }

    /// <exception cref="RefusedException"><c>budget.officers-only</c>, <c>budget.not-there</c>, <c>support.budget-closed</c>, <c>budget.below-committed</c>.</exception>
    public async Task<Guid> ProposeAsync(Actor officer, Guid lineId, ChangeBudget form, CancellationToken cancel)
    {
        MustBeOfficer(officer);
        var line = await db.Set<BudgetLine>().AsNoTracking().FirstOrDefaultAsync(one => one.Id == lineId, cancel) ?? throw new RefusedException(new("budget.not-there"));
        var won = WonText.Read(form.Won)!.Value * (form.Kind == BudgetChangeKind.Decrease ? -1 : 1);
        if (line.ClosedAt is not null)
        {
            throw new RefusedException(new("support.budget-closed"));
        }

        if (line.Won + won < line.CommittedWon)
        {
            throw new RefusedException(new("budget.below-committed"));
        }

        var change = new BudgetChange
        {
            LineId = lineId,
            Kind = form.Kind!.Value,
            Won = won,
            Reason = form.Reason!.Trim(),
            ProposedById = officer.UserId!.Value,
            ProposedAt = Now,
        };
        db.Add(change);
        await db.SaveMoneyAsync(cancel);
        return change.Id;
    }

    /// <exception cref="RefusedException"><c>budget.officers-only</c>, <c>budget.not-there</c>, <c>budget.decided-already</c>,
    /// <c>budget.needs-a-second-person</c>, <c>support.budget-closed</c>, <c>budget.below-committed</c>.</exception>
    public async Task DecideAsync(Actor officer, Guid changeId, bool agrees, CancellationToken cancel)
    {
        MustBeOfficer(officer);
        var change = await db.Set<BudgetChange>().FirstOrDefaultAsync(one => one.Id == changeId, cancel) ?? throw new RefusedException(new("budget.not-there"));
        if (agrees)
        {
            change.ApproveBy(officer, Now);
        }
        else
        {
            change.RefuseBy(officer, Now);
        }

        await db.SaveMoneyAsync(cancel);
    }

    /// <exception cref="RefusedException"><c>budget.officers-only</c>, <c>budget.year-not-over</c>, <c>budget.closing-twice</c>.</exception>
    public async Task ProposeClosingAsync(Actor officer, int year, CancellationToken cancel)
    {
        MustBeOfficer(officer);
        if (year >= Seoul.DateOf(Now).Year)
        {
            throw new RefusedException(new("budget.year-not-over"));
        }

        db.Add(new BudgetClosing { Year = year, ProposedById = officer.UserId!.Value, ProposedAt = Now });
        await db.SaveMoneyAsync(cancel);
    }

    /// <summary>Agreed to, what runs over goes to the next year's lines with its money, and nothing is awarded or paid from this year any more.</summary>
    /// <exception cref="RefusedException"><c>budget.officers-only</c>, <c>budget.not-there</c>, <c>budget.decided-already</c>,
    /// <c>budget.needs-a-second-person</c>, <c>payment.under-way</c>, <c>budget.no-next-line</c>.</exception>
    public async Task DecideClosingAsync(Actor officer, int year, bool agrees, CancellationToken cancel)
    {
        MustBeOfficer(officer);
        var closing = await db.Set<BudgetClosing>().FirstOrDefaultAsync(one => one.Year == year && one.State != DecisionState.Refused, cancel)
            ?? throw new RefusedException(new("budget.not-there"));
        if (agrees)
        {
            closing.ApproveBy(officer, Now);
        }
        else
        {
            closing.RefuseBy(officer, Now);
        }

        await db.SaveMoneyAsync(cancel);
    }

    private static void MustBeOfficer(Actor actor)
    {
        if (!actor.Is(Officers))
        {
            throw new RefusedException(new("budget.officers-only"));
        }
    }
}
