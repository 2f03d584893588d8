using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.StartUps;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>Reads the budget: the lines of a year, one line, its awards without a name, and what is due. No sum is added up here, so many awards cost no more than few.</summary>
public sealed class BudgetRegister(PortalDb db, AccessLog log, TimeProvider time)
{
    public const int PageSize = 25;

    public DateOnly Today => Seoul.DateOf(time.GetUtcNow());

    /// <summary>The lines of a year by their code.</summary>
    public Task<List<LineRow>> YearAsync(int year, CancellationToken cancel) =>
        Rows(db.Set<BudgetLine>().Where(line => line.Year == year).OrderBy(line => line.Code)).ToListAsync(cancel);

    /// <summary>The years that have a line, the newest first.</summary>
    public Task<List<int>> YearsAsync(CancellationToken cancel) =>
        db.Set<BudgetLine>().Select(line => line.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancel);

    public Task<LineRow?> LineAsync(Guid id, CancellationToken cancel) => Rows(db.Set<BudgetLine>().Where(line => line.Id == id)).FirstOrDefaultAsync(cancel);

    /// <summary>The newest changes of a line.</summary>
    public Task<List<ChangeRow>> ChangesAsync(Guid lineId, CancellationToken cancel) => db.Set<BudgetChange>().AsNoTracking()
        .Where(change => change.LineId == lineId).OrderByDescending(change => change.ProposedAt).ThenByDescending(change => change.Id).Take(PageSize)
        .Select(change => new ChangeRow(
            change.Id,
            change.Kind,
            change.Won,
            change.Reason,
            change.State,
            change.ProposedAt,
            change.ProposedById,
            db.Users.Where(user => user.Id == change.ProposedById).Select(user => user.DisplayName).FirstOrDefault(),
            db.Users.Where(user => user.Id == change.DecidedById).Select(user => user.DisplayName).FirstOrDefault()))
        .ToListAsync(cancel);

    /// <summary>The awards that began on a line, the newest first; only for those who pay. Whose awards were shown stands in the record.</summary>
    /// <param name="after">The last one of the page before.</param>
    public async Task<AwardPage> AwardsAsync(Guid lineId, Guid? after, Actor officer, CancellationToken cancel)
    {
        if (!officer.Is(PaymentDesk.Payers))
        {
            return new([], null);
        }

        var rows = await db.Set<Award>().AsNoTracking()
            .Where(award => award.LineId == lineId && (after == null || award.Id < after)).OrderByDescending(award => award.Id).Take(PageSize + 1)
            .Select(award => new AwardRow(award.Id, award.CaseId, award.Number, award.ProgrammeCode, award.FromDay, award.EndedOn ?? award.ToDay, award.Won - award.ReleasedWon, award.PaidWon, award.State))
            .ToListAsync(cancel);
        var shown = rows.Take(PageSize).ToList();
        if (shown.Count > 0)
        {
            await log.WriteAsync(officer, AccessDeed.List, [.. shown.Select(row => row.CaseId).Distinct()], "awards", cancel);
        }

        return new(shown, rows.Count > PageSize ? shown[^1].Id : null);
    }

    /// <summary>Instalments that are due within a week or late, the oldest first, with the payment that waits for its release.</summary>
    /// <param name="after">The last one of the page before.</param>
    public async Task<DuePage> DueAsync((DateOnly DueOn, Guid Id)? after, Actor officer, CancellationToken cancel)
    {
        if (!officer.Is(PaymentDesk.Payers))
        {
            throw new RefusedException(new("payment.officers-only"));
        }

        var until = Today.AddDays(7);
        // what waits for a step of a start-up is not to be paid yet
        var due = db.Set<Instalment>().AsNoTracking().Where(part => part.State == InstalmentState.Due && part.DueOn <= until
            && !db.Set<Milestone>().Any(step => step.InstalmentId == part.Id && step.State != MilestoneState.Accepted));
        if (after is var (day, id))
        {
            due = due.Where(part => part.DueOn >= day && (part.DueOn > day || part.Id > id));
        }

        var rows = await due.OrderBy(part => part.DueOn).ThenBy(part => part.Id).Take(PageSize + 1)
            .Join(db.Set<Award>(), part => part.AwardId, award => award.Id, (part, award) => new { part, award })
            .OrderBy(row => row.part.DueOn).ThenBy(row => row.part.Id)
            .Select(row => new DueRow(
                row.part.Id,
                row.award.CaseId,
                row.award.Number,
                row.award.ProgrammeCode,
                row.part.Number,
                row.part.DueOn,
                row.part.Won,
                db.Set<Payment>().Where(payment => payment.InstalmentId == row.part.Id && payment.State == PaymentState.Prepared)
                    .Select(payment => new PreparedRow(payment.Id, payment.Method, payment.PreparedById, db.Users.Where(user => user.Id == payment.PreparedById).Select(user => user.DisplayName).FirstOrDefault()))
                    .FirstOrDefault()))
            .ToListAsync(cancel);
        var shown = rows.Take(PageSize).ToList();
        if (shown.Count > 0)
        {
            await log.WriteAsync(officer, AccessDeed.List, [.. shown.Select(row => row.CaseId).Distinct()], "payments-due", cancel);
        }

        return new(shown, rows.Count > PageSize ? (shown[^1].DueOn, shown[^1].Id) : null);
    }

    private IQueryable<LineRow> Rows(IQueryable<BudgetLine> lines) => lines.AsNoTracking().Select(line => new LineRow(
        line.Id,
        line.Code,
        line.Year,
        line.Won,
        line.CommittedWon,
        line.PaidWon,
        line.ClosedAt,
        db.Set<BudgetChange>().Count(change => change.LineId == line.Id && change.State == DecisionState.Proposed)));
}

/// <summary>A line with its sums.</summary>
/// <param name="Waiting">Changes that wait for a second person.</param>
public sealed record LineRow(Guid Id, string Code, int Year, long Won, long CommittedWon, long PaidWon, DateTimeOffset? ClosedAt, int Waiting)
{
    public long LeftWon => Won - CommittedWon;
}

/// <summary>More or less money for a line, as it was proposed and decided.</summary>
public sealed record ChangeRow(
    Guid Id, BudgetChangeKind Kind, long Won, string Reason, DecisionState State, DateTimeOffset ProposedAt, Guid ProposedById, string? ProposedBy, string? DecidedBy);

/// <summary>An award in a list: nothing of whom it is for. The case is for the record of access and not shown.</summary>
public sealed record AwardRow(Guid Id, Guid CaseId, string Number, string Programme, DateOnly From, DateOnly To, long Won, long PaidWon, AwardState State);

/// <summary>A page of awards, and where the next begins.</summary>
public sealed record AwardPage(IReadOnlyList<AwardRow> Rows, Guid? Next);

/// <summary>An instalment that is to be paid.</summary>
public sealed record DueRow(Guid Id, Guid CaseId, string Award, string Programme, int Number, DateOnly DueOn, long Won, PreparedRow? Prepared);

/// <summary>A payment that waits for its release.</summary>
public sealed record PreparedRow(Guid Id, PaymentMethod Method, Guid PreparedById, string? PreparedBy);

/// <summary>A page of what is due, and where the next begins.</summary>
public sealed record DuePage(IReadOnlyList<DueRow> Rows, (DateOnly DueOn, Guid Id)? Next);
