using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Childcare;

/// <summary>Reads the help with daycare of one child, and the list of a month by which a city pays its daycares.</summary>
public sealed class ChildcareReader(PortalDb db, Vault vault, AccessLog access)
{
    public const int Most = 100;

    /// <summary>More than a pilot city will have in a month.</summary>
    public const int MostPaid = 10_000;

    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public async Task<IReadOnlyList<AwardLine>> AwardsAsync(Guid caseId, CancellationToken cancel)
    {
        var awards = await db.Set<ChildcareAward>().AsNoTracking().Where(a => a.CaseId == caseId).OrderByDescending(a => a.ProposedAt).Take(Most)
            .Select(a => new { Award = a, Proposer = db.Users.Where(u => u.Id == a.ProposedById).Select(u => u.DisplayName).First(), Decider = db.Users.Where(u => u.Id == a.DecidedById).Select(u => u.DisplayName).FirstOrDefault() })
            .ToListAsync(cancel);
        var months = await db.Set<ChildcareMonth>().AsNoTracking().Where(m => m.CaseId == caseId).OrderBy(m => m.Month).ThenBy(m => m.EnteredAt).Select(m => new
        {
            m.AwardId,
            m.Id,
            m.Month,
            m.Amount,
            m.VoidId,
            Asked = db.Set<ChildcareVoid>().Where(v => v.MonthId == m.Id && (v.State == VoidState.Proposed || v.Id == m.VoidId)).Select(v => new { v.Id, v.ProposedById, v.Reason }).FirstOrDefault(),
        }).ToListAsync(cancel);
        return [.. awards.Select(a => new AwardLine(a.Award, a.Proposer, a.Decider, [.. months.Where(m => m.AwardId == a.Award.Id).Select(m => new PaidLine(m.Id, m.Month, m.Amount, m.VoidId is not null, m.Asked?.Id, m.Asked?.ProposedById, m.Asked is { } asked ? vault.Open(asked.Reason, asked.Id, SealedField.MonthVoid) : null))]))];
    }

    /// <summary>What a city pays for a month, without anybody's name; nothing for a city that this colleague does not see. It is put on record as handed out.</summary>
    public async Task<IReadOnlyList<PaidMonth>?> TakeAsync(string city, DateOnly month, string purpose, Actor actor, CancellationToken cancel)
    {
        if (actor.MunicipalitiesSeen(ChildConfirmation.Prefix) is { } seen && !seen.Contains(city, StringComparer.Ordinal))
        {
            return null;
        }

        var rows = await db.Set<ChildcareMonth>().AsNoTracking().Where(m => m.Municipality == city && m.Month == month && m.VoidId == null)
            .OrderBy(m => m.Daycare).ThenBy(m => m.Id).Take(MostPaid).Select(m => new { m.CaseId, m.ChildId, m.Daycare, m.Amount }).ToListAsync(cancel);
        await access.WriteExportAsync(actor, null, [.. rows.Select(row => row.CaseId)], $"childcare:{city}:{Month.Write(month)}", purpose, cancel);
        return [.. rows.Select(row => new PaidMonth(row.Daycare, SerialOf(row.ChildId), row.Amount))];
    }

    /// <summary>Months before a move that the old city has not entered yet.</summary>
    public async Task<IReadOnlyList<FormerAward>> FormerAsync(Actor actor, CancellationToken cancel)
    {
        var (seen, me) = (actor.MunicipalitiesSeen(ChildConfirmation.Prefix), actor.UserId!.Value);
        var awards = await db.Set<ChildcareAward>().AsNoTracking()
            .Where(a => a.State == AwardState.Stopped && a.StoppedBecause == StopReason.MovedAway && a.DecidedById != null && (seen == null || seen.Contains(a.Municipality)))
            .Where(a => db.ChildConfirmations.Any(c => c.Id == a.CaseId && c.Municipality != a.Municipality && !c.IsSetApart && !c.ClosedTo.Contains(me)))
            .OrderByDescending(a => a.StoppedAt).Take(Most).ToListAsync(cancel);
        var ids = awards.ConvertAll(a => a.Id);
        var paid = await db.Set<ChildcareMonth>().Where(m => ids.Contains(m.AwardId) && m.VoidId == null).Select(m => new { m.AwardId, m.Month }).ToListAsync(cancel);
        return [.. awards.Select(a => new FormerAward(a.Id, a.Municipality, a.Daycare, SerialOf(a.ChildId), [.. MonthsOf(a).Where(month => !paid.Exists(p => p.AwardId == a.Id && p.Month == month))]))
            .Where(a => a.Unpaid.Count > 0)];
    }

    private static IEnumerable<DateOnly> MonthsOf(ChildcareAward award)
    {
        for (var month = award.From; month <= award.LastMonth; month = month.AddMonths(1))
        {
            yield return month;
        }
    }

    /// <summary>Tells one child from another in the lists of payments, and leads nowhere without the portal's keys.</summary>
    public string SerialOf(Guid childId) =>
        "K-" + string.Concat(vault.Mark("", childId, SealedField.ChildcareSerial).Take(10).Select(part => Signs[part % Signs.Length]));
}

/// <summary>An award with who proposed and decided it, and the months that were paid.</summary>
public sealed record AwardLine(ChildcareAward Award, string Proposer, string? Decider, IReadOnlyList<PaidLine> Paid);

/// <summary>A month of an award; where somebody asks that it count no more, or it does not, why.</summary>
/// <param name="AskedId">What waits for a second person, or what two agreed on; null for neither.</param>
public sealed record PaidLine(Guid Id, DateOnly Month, int Amount, bool IsVoid, Guid? AskedId, Guid? AskedById, string? Reason);

/// <summary>Help with daycare that ended when the child moved, as the city that pays it sees it: no case and no name.</summary>
public sealed record FormerAward(Guid Id, string Municipality, string Daycare, string Child, IReadOnlyList<DateOnly> Unpaid);

/// <summary>A line of the list by which a city pays.</summary>
public sealed record PaidMonth(string Daycare, string Child, int Amount);
