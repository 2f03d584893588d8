using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>What became of a year's money, line by line; before its closing, what closing it would carry over. It names nobody.</summary>
public sealed class YearReport(PortalDb db)
{
    public async Task<YearFigures> ReadAsync(int year, CancellationToken cancel)
    {
        var lines = await db.Set<BudgetLine>().AsNoTracking().Where(line => line.Year == year).OrderBy(line => line.Code)
            .Select(line => new YearLine(
                line.Id,
                line.Code,
                line.Won,
                line.CommittedWon,
                line.PaidWon,
                db.Set<Award>().Count(award => award.LineId == line.Id),
                db.Set<Instalment>().Count(part => part.LineId == line.Id && part.State == InstalmentState.Due),
                db.Set<Instalment>().Where(part => part.LineId == line.Id && part.State == InstalmentState.Due).Sum(part => part.Won),
                db.Set<Instalment>().Where(part => part.LineId == line.Id && part.State == InstalmentState.Due).Select(part => part.AwardId).Distinct().Count(),
                -db.Set<BudgetChange>().Where(change => change.LineId == line.Id && change.Kind == BudgetChangeKind.CarryOut).Sum(change => change.Won),
                db.Set<LateEntry>().Where(entry => entry.LineId == line.Id).Sum(entry => entry.Won),
                db.Set<BudgetLine>().Any(next => next.Code == line.Code && next.Year == line.Year + 1 && next.ClosedAt == null)))
            .ToListAsync(cancel);
        var closing = await db.Set<BudgetClosing>().AsNoTracking().Where(one => one.Year == year && one.State != DecisionState.Refused)
            .Select(one => new ClosingRow(
                one.State,
                one.ProposedById,
                db.Users.Where(user => user.Id == one.ProposedById).Select(user => user.DisplayName).FirstOrDefault(),
                db.Users.Where(user => user.Id == one.DecidedById).Select(user => user.DisplayName).FirstOrDefault(),
                one.DecidedAt))
            .FirstOrDefaultAsync(cancel);
        var prepared = await db.Set<Payment>().CountAsync(
            payment => payment.State == PaymentState.Prepared
                && db.Set<Instalment>().Any(part => part.Id == payment.InstalmentId && db.Set<BudgetLine>().Any(line => line.Id == part.LineId && line.Year == year)),
            cancel);
        return new(year, lines, closing, prepared);
    }
}

/// <summary>A year's money.</summary>
/// <param name="Prepared">Payments that wait for their release; none may when the year is closed.</param>
public sealed record YearFigures(int Year, IReadOnlyList<YearLine> Lines, ClosingRow? Closing, int Prepared)
{
    public bool IsClosed => Closing?.State == DecisionState.Approved;
}

/// <summary>A line at the end of its year.</summary>
/// <param name="Unpaid">Instalments not paid yet, and their sum; closing carries them over.</param>
/// <param name="Open">Awards that have such instalments.</param>
/// <param name="CarriedWon">What a closing carried over to the next year.</param>
/// <param name="LateWon">What came back after the year was closed; the account itself stays as it was closed.</param>
/// <param name="HasNext">Whether there is a line of the next year to which it could go.</param>
public sealed record YearLine(
    Guid Id, string Code, long Won, long CommittedWon, long PaidWon, int Awards, int Unpaid, long UnpaidWon, int Open, long CarriedWon, long LateWon, bool HasNext)
{
    /// <summary>What neither was paid nor runs over.</summary>
    public long UnspentWon => Won - PaidWon - UnpaidWon;
}

/// <summary>How far the closing of a year has come.</summary>
public sealed record ClosingRow(DecisionState State, Guid ProposedById, string? ProposedBy, string? DecidedBy, DateTimeOffset? DecidedAt);
