using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.Grievances.OwnMotion;

/// <summary>Begins a case on the office's own observation or on a report in the press.</summary>
public sealed class OwnMotionDesk(PortalDb db, GrievanceBeginnings beginnings, AccessLog access, TimeProvider time)
{
    private const int MostAttempts = 5;

    /// <summary>Begins it. Sending the same form again begins nothing and gives the same case.</summary>
    /// <returns>The reference of the case.</returns>
    /// <exception cref="RefusedException"><c>fairness.not-affirmed</c>, <c>grievance.received-before-it-happened</c>, <c>case.not-your-place</c>.</exception>
    public async Task<string> BeginAsync(BeginOwnMotion form, Actor supervisor, CancellationToken cancel)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (await BegunAsync(form, supervisor, cancel) is { } begun)
            {
                return begun;
            }

            var grievance = beginnings.OfItself(form, supervisor, time.GetUtcNow());
            db.Add(grievance);
            access.AddChange(supervisor, grievance.Id, Grievance.File);
            try
            {
                await db.SaveChangesAsync(cancel);
                return grievance.Reference;
            }
            catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                // the same form arrived twice at once, or another case has the same random reference
                db.ChangeTracker.Clear();
            }
        }

        throw new InvalidOperationException("No free reference was drawn.");
    }

    // what somebody began themselves, also where they may not see it afterwards
    private Task<string?> BegunAsync(BeginOwnMotion form, Actor supervisor, CancellationToken cancel) => db.Grievances
        .Where(g => g.SentFrom == form.Token && db.Events.Any(e => e.CaseId == g.Id && e.Action == Grievance.File.Code && e.UserId == supervisor.UserId))
        .Select(g => g.Reference).FirstOrDefaultAsync(cancel);
}
