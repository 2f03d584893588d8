using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Reads patterns for supervisors: that they are there, and what was done with them. Nothing of whom they are about.</summary>
public sealed class PatternRegister(PortalDb db, Vault vault, AccessLog access, TimeProvider time)
{
    public const int PageSize = 20;

    /// <summary>What the record of access says of the list, and with a number behind it of one pattern.</summary>
    public const string ListDetail = "patterns";
    public const string OneDetail = "pattern";

    /// <param name="before">Only those that came before this one; null for the first page.</param>
    public async Task<PatternPage> ReadAsync(Actor supervisor, string? before, CancellationToken cancel)
    {
        var last = before is null ? (Guid?)null : await db.Set<Pattern>().Where(p => p.Number == before).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancel);
        // keys are made in the order of time
        var found = await PatternSight.Of(db, supervisor).AsNoTracking().Where(p => last == null || p.Id < last)
            .OrderByDescending(p => p.Id).Take(PageSize + 1).ToListAsync(cancel);
        await access.WriteAsync(supervisor, AccessDeed.List, [], ListDetail, cancel);
        var now = time.GetUtcNow();
        return new([.. found.Take(PageSize).Select(p => PatternLine.Of(p, now))], found.Count > PageSize ? found[PageSize - 1].Number : null);
    }

    /// <summary>One pattern with its history; null when it is not there for this supervisor.</summary>
    public async Task<PatternView?> OneAsync(Actor supervisor, string number, CancellationToken cancel)
    {
        if (await PatternSight.Of(db, supervisor).AsNoTracking().FirstOrDefaultAsync(p => p.Number == number, cancel) is not { } pattern)
        {
            return null;
        }

        var (now, me) = (time.GetUtcNow(), supervisor.UserId);
        var steps = await db.Set<PatternStep>().AsNoTracking().Where(s => s.PatternId == pattern.Id).OrderBy(s => s.Id)
            .Select(s => new { Step = s, By = db.Users.Where(u => u.Id == s.ById).Select(u => u.DisplayName).FirstOrDefault() }).ToListAsync(cancel);
        var isOpen = pattern.IsOpenTo(supervisor, now);
        await access.WriteAsync(supervisor, AccessDeed.View, [], $"{OneDetail}:{number}", cancel);
        return new(
            PatternLine.Of(pattern, now),
            pattern,
            isOpen,
            pattern.AskedById == me,
            [.. steps.Select(line => new PatternStepView(line.Step, line.By, Opens(line.Step) ? vault.Open(line.Step.Words!.Value, line.Step.Id, SealedField.Pattern) : null))]);

        // what was found is for those who saw it
        bool Opens(PatternStep step) => step.Words is not null && (step.Deed != PatternDeed.Closed || step.ById == me || isOpen);
    }

    public Task<bool> IsThereAsync(Actor supervisor, string number, CancellationToken cancel) => PatternSight.Of(db, supervisor).AnyAsync(p => p.Number == number, cancel);
}

/// <summary>A page of patterns, and where the next one begins; null when there is none.</summary>
public sealed record PatternPage(IReadOnlyList<PatternLine> Lines, string? Next);

/// <summary>What a list says of a pattern.</summary>
/// <param name="Since">The first day of the quarter in which it was raised.</param>
/// <param name="MoreSinceClosed">How many came after its closing; null when it was not closed or none came.</param>
public sealed record PatternLine(
    string Number,
    DateOnly Since,
    CaseBand Band,
    string? Kind,
    RespondentSector Sector,
    PatternState State,
    DateOnly? OpenUntil,
    PatternOutcome? Outcome,
    int? MoreSinceClosed)
{
    internal static PatternLine Of(Pattern pattern, DateTimeOffset now)
    {
        var state = pattern.StateAt(now);
        var cases = pattern.Cases ?? pattern.CasesWhenClosed ?? 0;
        return new(
            pattern.Number,
            Quarters.Of(pattern.RaisedAt),
            Bands.Of(cases),
            pattern.RespondentKind,
            pattern.RespondentSector,
            state,
            state == PatternState.Open ? Seoul.DateOf(pattern.OpenUntil!.Value) : null,
            pattern.Outcome,
            state != PatternState.Closed && cases > pattern.CasesWhenClosed ? cases - pattern.CasesWhenClosed : null);
    }
}

/// <summary>A pattern as a supervisor has it before them.</summary>
/// <param name="IsOpen">Open to this supervisor.</param>
/// <param name="IsMine">They asked for it themselves.</param>
public sealed record PatternView(PatternLine Line, Pattern Pattern, bool IsOpen, bool IsMine, IReadOnlyList<PatternStepView> Steps);

/// <summary>A line of its history; nobody's name stands for the portal.</summary>
public sealed record PatternStepView(PatternStep Step, string? By, string? Words);
