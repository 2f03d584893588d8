using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Reference;

/// <summary>What administrators read of the code lists and of the changes to them. They see no case: only how many keep what holds today.</summary>
public sealed class ReferenceRegister(PortalDb db, ReferenceBook book, TimeProvider time)
{
    private const int MostChanges = 100;

    public DateOnly Today => Seoul.DateOf(time.GetUtcNow());

    /// <summary>A list's entries of today and to come, and those that hold no longer.</summary>
    public ILookup<bool, ReferenceItem> Entries(string list) => book.All(list).ToLookup(item => item.ValidTo is null || item.ValidTo >= Today);

    /// <summary>How many entries of a list hold today.</summary>
    public int CountToday(string list) => book.Items(list, Today).Count();

    public ReferenceItem? Find(string list, string? code, DateOnly? day = null) => book.Find(list, code, day ?? Today) ?? book.All(list).LastOrDefault(item => item.Code == code);

    public IEnumerable<ReferenceItem> Items(string list, DateOnly? day = null) => book.Items(list, day ?? Today);

    /// <summary>Changes that wait first, then those whose day comes, then the rest, the latest first.</summary>
    public async Task<IReadOnlyList<ChangeLine>> ChangesAsync(string? list, CancellationToken cancel)
    {
        var today = Today;
        return await db.Set<ReferenceChange>().AsNoTracking().Where(c => list == null || c.List == list)
            .OrderBy(c => c.WithdrawnAt != null ? 2 : c.ApprovedAt == null ? 0 : c.EffectiveOn > today ? 1 : 2).ThenByDescending(c => c.Id).Take(MostChanges)
            .Select(c => new ChangeLine(c.Id, c.Kind, c.List, c.Code, c.EffectiveOn, c.ApprovedAt != null, c.WithdrawnAt != null))
            .ToListAsync(cancel);
    }

    public Task<ChangeView?> OneAsync(Guid id, CancellationToken cancel) => db.Set<ReferenceChange>().AsNoTracking().Include(c => c.Texts).Where(c => c.Id == id)
        .Select(c => new ChangeView(
            c,
            db.Users.Where(u => u.Id == c.ProposedById).Select(u => u.DisplayName).FirstOrDefault(),
            db.Users.Where(u => u.Id == c.ApprovedById).Select(u => u.DisplayName).FirstOrDefault(),
            db.Users.Where(u => u.Id == c.WithdrawnById).Select(u => u.DisplayName).FirstOrDefault(),
            c.Texts))
        .SingleOrDefaultAsync(cancel)!;

    /// <summary>How many open cases keep what holds now, whatever is changed from tomorrow on.</summary>
    public Task<int> OpenCasesAsync(string list, CancellationToken cancel) => list is Lists.BirthEvidence or Lists.BirthEvidenceGrades or Lists.ChildRevocationReasons
        ? ChildWorklist.Open(db.ChildConfirmations.AsNoTracking().VisibleTo(Actor.Portal, ChildConfirmation.Service)).CountAsync(cancel)
        : db.Grievances.AsNoTracking().VisibleTo(Actor.Portal, Grievance.Service).Open().CountAsync(cancel);
}

/// <summary>A change in a list of changes.</summary>
public sealed record ChangeLine(Guid Id, ChangeKind Kind, string List, string Code, DateOnly EffectiveOn, bool IsApproved, bool IsWithdrawn)
{
    public ChangeState State => IsWithdrawn ? ChangeState.Withdrawn : IsApproved ? ChangeState.Approved : ChangeState.Open;
}

/// <summary>How far a change has come.</summary>
public enum ChangeState
{
    Open,
    Approved,
    Withdrawn,
}

/// <summary>A change with the names of those who had to do with it.</summary>
public sealed record ChangeView(ReferenceChange Change, string? ProposedBy, string? ApprovedBy, string? WithdrawnBy, IReadOnlyList<ReferenceText> Texts);
