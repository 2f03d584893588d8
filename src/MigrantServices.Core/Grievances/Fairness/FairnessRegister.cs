using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Fairness;

/// <summary>What a privacy officer sees of fairness: which cases are set apart and whether somebody reads them, and which interests are declared. Nothing of what was told.</summary>
public sealed class FairnessRegister(PortalDb db, Vault vault, AccessLog access, TimeProvider time)
{
    public const int Longest = 100;
    public const string Detail = "fairness";

    public async Task<FairnessPage> ReadAsync(Actor officer, CancellationToken cancel)
    {
        var open = OpenRights.On(db, Seoul.DateOf(time.GetUtcNow())).Where(g => g.ForSetApart && (g.Services == null || g.Services.Contains(Grievance.Prefix)));
        var apart = await NamedTo(officer).Where(c => c.IsSetApart)
            .OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id).Take(Longest)
            .Select(c => new SetApartLine(
                c.Id,
                c.Reference,
                c.Status,
                c.ReceivedAt,
                c.HandlerId != null,
                open.Where(g => !c.ClosedTo.Contains(g.UserId)
                    && (g.Municipalities == null || (c.Municipality != null && g.Municipalities.Contains(c.Municipality)))).Select(g => g.UserId).Distinct().Count()))
            .ToListAsync(cancel);
        var declared = await (
            from declaration in db.InterestDeclarations.AsNoTracking()
            where declaration.LiftedAt == null
            join about in NamedTo(officer) on declaration.CaseId equals about.Id
            orderby declaration.DeclaredAt descending, declaration.Id descending
            select new
            {
                Line = new InterestLine(declaration, db.Users.Where(u => u.Id == declaration.ColleagueId).Select(u => u.DisplayName).First()),
                about.Reference,
                about.Id,
            }).Take(Longest).ToListAsync(cancel);
        await access.WriteAsync(officer, AccessDeed.List, [.. apart.Select(c => c.CaseId).Union(declared.Select(d => d.Id))], Detail, cancel);
        return new(apart, [.. declared.Select(d => new DeclaredLine(d.Reference, InterestView.Of(d.Line, vault)))]);
    }

    /// <summary>A declaration that holds, with its case, for a privacy officer to lift; null when there is no such, or none for them.</summary>
    public async Task<(Grievance Case, InterestDeclaration Declaration)?> FindAsync(Actor officer, Guid id, CancellationToken cancel)
    {
        var declaration = await db.InterestDeclarations.FirstOrDefaultAsync(d => d.Id == id, cancel);
        var about = declaration is null ? null : await db.Set<ServiceCase>().NamedTo(officer).OfType<Grievance>().FirstOrDefaultAsync(c => c.Id == declaration.CaseId, cancel);
        return about is null ? null : (about, declaration!);
    }

    private IQueryable<ServiceCase> NamedTo(Actor officer) => db.Set<ServiceCase>().AsNoTracking().NamedTo(officer);
}

/// <summary>The cases that are set apart, and the interests that hold.</summary>
public sealed record FairnessPage(IReadOnlyList<SetApartLine> Apart, IReadOnlyList<DeclaredLine> Declared);

/// <summary>A case about the office itself, as a privacy officer sees that it is there.</summary>
/// <param name="Readers">How many colleagues may see it today.</param>
public sealed record SetApartLine(Guid CaseId, string Reference, CaseStatus Status, DateTimeOffset ReceivedAt, bool HasHandler, int Readers);

/// <summary>An interest that holds, and in which case.</summary>
public sealed record DeclaredLine(string Reference, InterestView Interest);
