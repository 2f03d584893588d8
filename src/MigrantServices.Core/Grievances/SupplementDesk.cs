using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>Asks the person for something by a letter; the clock stands still from then on.</summary>
public sealed class SupplementDesk(PortalDb db, CaseWords words, LetterWriter letters, AccessLog access, TimeProvider time)
{
    /// <summary>The day by which an answer is usually asked for.</summary>
    public DateOnly UsualDay => letters.SupplementDay(time.GetUtcNow());

    public Task AskAsync(Grievance grievance, Guid messageId, AskForSupplement form, Actor actor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var request = words.Letter(grievance, messageId, letters.Supplement(grievance, form, actor.Name, now), MessagePurpose.SupplementRequest, actor, now);
        grievance.AskSupplementBy(actor, request, now);
        words.Mark(grievance, form.Body, form.InTheirLanguage);
        access.AddChange(actor, grievance.Id, Grievance.AskSupplement);
        return db.SaveChangesAsync(cancel);
    }
}
