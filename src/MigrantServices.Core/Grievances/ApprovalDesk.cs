using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>The second person reads the letter of a decision as it will go out, and approves that very letter.</summary>
public sealed class ApprovalDesk(PortalDb db, DecisionLetters letters, CaseWords words, AccessLog access, TimeProvider time)
{
    /// <summary>Null when nothing waits for a second person.</summary>
    public Task<Letter?> LetterAsync(Grievance grievance, CancellationToken cancel) => letters.OfAsync(grievance, time.GetUtcNow(), cancel);

    /// <param name="seen">The fingerprint of the letter that the second person read.</param>
    /// <exception cref="RefusedException"><c>grievance.letter-changed</c>: it would go out with other words, such as another day.</exception>
    public async Task ApproveAsync(Grievance grievance, string? seen, Actor supervisor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var isObjection = grievance.IsObjection;
        var action = isObjection ? Grievance.ApproveObjection : Grievance.Approve;
        var letter = await letters.OfAsync(grievance, now, cancel);
        var refusal = grievance.WhyNot(action, supervisor) ?? (letter is null || letter.Fingerprint != seen ? new("grievance.letter-changed") : null);
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }

        var purpose = isObjection ? MessagePurpose.ObjectionDecision : MessagePurpose.Decision;
        var message = words.Letter(grievance, Guid.CreateVersion7(), letter!, purpose, supervisor, now);
        if (isObjection)
        {
            grievance.ApproveObjectionBy(supervisor, message, now);
        }
        else
        {
            grievance.ApproveBy(supervisor, message, letters.ObjectionWindow(grievance), now);
        }

        access.AddChange(supervisor, grievance.Id, action);
        await db.SaveChangesAsync(cancel);
    }
}
