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
        var months = await db.Set<ChildcareMonth>().AsNoTracking().Where(m => m.CaseId == caseId).OrderBy(m => m.Month).Select(m => new { m.AwardId, m.Month, m.Amount }).ToListAsync(cancel);
        return [.. awards.Select(a => new AwardLine(a.Award, a.Proposer, a.Decider, [.. months.Where(m => m.AwardId == a.Award.Id).Select(m => (m.Month, m.Amount))]))];
    }

    /// <summary>What a city pays for a month, without anybody's name; nothing for a city that this colleague does not see. It is put on record as handed out.</summary>
    public async Task<IReadOnlyList<PaidMonth>?> TakeAsync(string city, DateOnly month, string purpose, Actor actor, CancellationToken cancel)
    {
        if (actor.MunicipalitiesSeen(ChildConfirmation.Prefix) is { } seen && !seen.Contains(city, StringComparer.Ordinal))
        {
            return null;
        }

        var rows = await db.Set<ChildcareMonth>().AsNoTracking().Where(m => m.Municipality == city && m.Month == month)
            .OrderBy(m => m.Daycare).ThenBy(m => m.Id).Take(MostPaid).Select(m => new { m.CaseId, m.ChildId, m.Daycare, m.Amount }).ToListAsync(cancel);
        await access.WriteExportAsync(actor, null, [.. rows.Select(row => row.CaseId)], $"childcare:{city}:{Month.Write(month)}", purpose, cancel);
        return [.. rows.Select(row => new PaidMonth(row.Daycare, SerialOf(row.ChildId), row.Amount))];
    }

    /// <summary>Tells one child from another in the lists of payments, and leads nowhere without the portal's keys.</summary>
    public string SerialOf(Guid childId) =>
        "K-" + string.Concat(vault.Mark("", childId, SealedField.ChildcareSerial).Take(10).Select(part => Signs[part % Signs.Length]));
}

/// <summary>An award with who proposed and decided it, and the months that were paid.</summary>
public sealed record AwardLine(ChildcareAward Award, string Proposer, string? Decider, IReadOnlyList<(DateOnly Month, int Amount)> Paid);

/// <summary>A line of the list by which a city pays.</summary>
public sealed record PaidMonth(string Daycare, string Child, int Amount);
