using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>What administrators read of the programmes and of the changes to them. They see no application: only how many keep the terms they began with.</summary>
public sealed class ProgrammeRegister(PortalDb db, ProgrammeBook book, IEnumerable<ITermsKeeper> keepers, TimeProvider time)
{
    private const int MostChanges = 100;

    public ProgrammeBook Book => book;

    public DateOnly Today => Seoul.DateOf(time.GetUtcNow());

    /// <summary>Changes that wait first, then those whose day comes, then the rest, the latest first.</summary>
    public async Task<IReadOnlyList<ProgrammeChangeLine>> ChangesAsync(string? code, CancellationToken cancel)
    {
        var today = Today;
        return await db.Set<ProgrammeChange>().AsNoTracking().Where(c => code == null || c.ProgrammeCode == code)
            .OrderBy(c => c.WithdrawnAt != null ? 2 : c.ApprovedAt == null ? 0 : c.EffectiveOn > today ? 1 : 2).ThenByDescending(c => c.Id).Take(MostChanges)
            .Select(c => new ProgrammeChangeLine(c.Id, c.Kind, c.ProgrammeCode, c.EffectiveOn, c.ApprovedAt != null, c.WithdrawnAt != null))
            .ToListAsync(cancel);
    }

    public Task<ProgrammeChangeView?> OneAsync(Guid id, CancellationToken cancel) => db.Set<ProgrammeChange>().AsNoTracking().Where(c => c.Id == id)
        .Select(c => new ProgrammeChangeView(
            c,
            db.Users.Where(u => u.Id == c.ProposedById).Select(u => u.DisplayName).FirstOrDefault(),
            db.Users.Where(u => u.Id == c.ApprovedById).Select(u => u.DisplayName).FirstOrDefault(),
            db.Users.Where(u => u.Id == c.WithdrawnById).Select(u => u.DisplayName).FirstOrDefault()))
        .SingleOrDefaultAsync(cancel)!;

    /// <summary>How many go on under the terms they began with, a line for each kind that there is.</summary>
    public async Task<IReadOnlyList<KeptTerms>> KeptAsync(string code, CancellationToken cancel)
    {
        Guid[] terms = [.. book.All(code).Select(one => one.Id)];
        var kept = new List<KeptTerms>();
        foreach (var keeper in keepers)
        {
            kept.Add(new(keeper.TextKey, await keeper.CountAsync(terms, cancel)));
        }

        return kept;
    }
}

/// <summary>A change in a list of changes.</summary>
public sealed record ProgrammeChangeLine(Guid Id, ProgrammeChangeKind Kind, string ProgrammeCode, DateOnly EffectiveOn, bool IsApproved, bool IsWithdrawn)
{
    public string State => IsWithdrawn ? "Withdrawn" : IsApproved ? "Approved" : "Open";
}

/// <summary>A change with the names of those who had to do with it.</summary>
public sealed record ProgrammeChangeView(ProgrammeChange Change, string? ProposedBy, string? ApprovedBy, string? WithdrawnBy);

/// <summary>How many of one kind keep old terms; the sentence has the number as its only argument.</summary>
public sealed record KeptTerms(string TextKey, int Count);
