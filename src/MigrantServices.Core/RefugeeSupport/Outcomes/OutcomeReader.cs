using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.RefugeeSupport.Outcomes;

/// <summary>Reads what became of people, and which of them a colleague is to ask.</summary>
public sealed class OutcomeReader(PortalDb db, Vault vault, AccessLog access, TimeProvider time)
{
    private const int Most = 100;

    /// <summary>What the record of access says of the list.</summary>
    public const string Detail = "my-day:" + SupportApplication.Prefix;

    /// <summary>As many as the first page of the office shows.</summary>
    public const int OnFirstPage = 5;

    /// <summary>Whoever asks has opened the case already.</summary>
    public async Task<IReadOnlyList<OutcomeView>> OfCaseAsync(Guid caseId, CancellationToken cancel)
    {
        var rows = await db.Set<WorkOutcome>().AsNoTracking().Where(o => o.CaseId == caseId).OrderBy(o => o.DueOn).ThenBy(o => o.Id).Take(Most)
            .Select(o => new { Outcome = o, Programme = db.Set<Money.Award>().Where(award => award.Id == o.AwardId).Select(award => award.ProgrammeCode).First() }).ToListAsync(cancel);
        return [.. rows.Select(row => new OutcomeView(row.Outcome, row.Programme, row.Outcome.Words is { } words ? vault.Open(words, row.Outcome.Id, SealedField.OutcomeWords) : null))];
    }

    /// <summary>My cases in which somebody is to be asked now, who waits longest first. Numbers and days only.</summary>
    public async Task<IReadOnlyList<OutcomeDue>> DueAsync(Actor colleague, CancellationToken cancel)
    {
        var (me, today) = (colleague.UserId, Seoul.DateOf(time.GetUtcNow()));
        var due = await db.SupportApplications.AsNoTracking().VisibleTo(colleague, SupportApplication.Service).Where(c => c.HandlerId == me)
            .Join(db.Set<WorkOutcome>().Where(o => o.Result == null && o.DueOn <= today), c => c.Id, o => o.CaseId, (c, o) => new { c.Id, c.Reference, o.DueOn })
            .GroupBy(row => new { row.Id, row.Reference }).OrderBy(of => of.Min(row => row.DueOn)).ThenBy(of => of.Key.Id).Take(OnFirstPage)
            .Select(of => new OutcomeDue(of.Key.Id, of.Key.Reference, of.Min(row => row.DueOn), of.Count())).ToListAsync(cancel);
        if (due.Count > 0)
        {
            await access.WriteAsync(colleague, AccessDeed.List, [.. due.Select(row => row.CaseId)], Detail, cancel);
        }

        return due;
    }
}

/// <summary>What became of a person, or that they are to be asked.</summary>
public sealed record OutcomeView(WorkOutcome It, string Programme, string? Words);

/// <summary>A case in which people are to be asked.</summary>
/// <param name="Since">The first of the days that have come.</param>
public sealed record OutcomeDue(Guid CaseId, string Reference, DateOnly Since, int People);
