using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Marks the respondents of cases that were filed before respondents were marked, some at a time. What has its mark is left alone, so that it may be begun anew at any moment.</summary>
public sealed class OlderRespondents(PortalDb db, Vault vault, RespondentTokens tokens, AccessLog access, TimeProvider time)
{
    public const int AtOnce = 100;

    /// <summary>What the record of access says of the cases whose respondents the portal read.</summary>
    public const string Detail = "respondents";

    /// <summary>Marks the next ones, in the order of their ids.</summary>
    /// <param name="after">The last case that was looked at; an empty id begins.</param>
    /// <returns>The last case that was looked at now; null when none is left.</returns>
    public async Task<Guid?> NextAsync(Guid after, int atOnce, CancellationToken cancel)
    {
        var next = await db.Grievances.AsNoTracking().VisibleTo(Actor.Portal, Grievance.Service)
            .Where(g => g.Id > after && g.Respondent != null && g.Status != CaseStatus.Withdrawn && !g.RespondentTokens.Any())
            .OrderBy(g => g.Id).Take(atOnce)
            .Select(g => new { g.Id, g.Respondent })
            .ToListAsync(cancel);
        if (next.Count == 0)
        {
            return null;
        }

        var marks = next.SelectMany(one => tokens.Of(one.Id, vault.Open(one.Respondent!.Value, one.Id, SealedField.Respondent))).ToList();
        db.AddRange(marks);
        // one count for each respondent counts all of their cases
        var now = time.GetUtcNow();
        db.AddRange(marks.Where(mark => mark.Counts).DistinctBy(mark => mark.Token)
            .Select(mark => new OutboxJob { Kind = PatternHandler.JobKind, Payload = JsonSerializer.Serialize(mark.CaseId), DueAt = now }));
        await access.WriteAsync(Actor.Portal, AccessDeed.View, [.. next.Select(one => one.Id)], Detail, cancel);
        return next.Count == atOnce ? next[^1].Id : null;
    }
}
