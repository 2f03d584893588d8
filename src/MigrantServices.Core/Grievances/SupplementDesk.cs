using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>Asks the person for something by a letter, and once more when nothing came; the clock stands still from the first request on.</summary>
public sealed class SupplementDesk(PortalDb db, CaseWords words, LetterWriter letters, AccessLog access, TimeProvider time)
{
    /// <summary>The day by which an answer is usually asked for in this case.</summary>
    public DateOnly UsualDay(Grievance grievance) => letters.SupplementDay(grievance, time.GetUtcNow());

    /// <summary>The latest day that a second request may give in this case.</summary>
    public DateOnly LatestAgain(Grievance grievance) => letters.SupplementAgainDay(grievance, time.GetUtcNow());

    /// <exception cref="RefusedException"><c>supplement.asked-twice</c>, <c>supplement.day-past</c>, <c>supplement.again-too-long</c>.</exception>
    public Task AskAsync(Grievance grievance, Guid messageId, AskForSupplement form, Actor actor, CancellationToken cancel)
    {
        grievance.AskSupplementBy(actor, Request(grievance, messageId, form, actor), form.Until!.Value, LatestAgain(grievance), time.GetUtcNow());
        return SaveAsync(grievance, form, actor, Grievance.AskSupplement, cancel);
    }

    /// <exception cref="RefusedException"><c>supplement.asked-twice</c>, <c>supplement.not-over</c>, <c>supplement.day-past</c>, <c>supplement.again-too-long</c>.</exception>
    public Task AskAgainAsync(Grievance grievance, Guid messageId, AskForSupplement form, Actor actor, CancellationToken cancel)
    {
        grievance.AskSupplementAgainBy(actor, Request(grievance, messageId, form, actor), form.Until!.Value, LatestAgain(grievance), time.GetUtcNow());
        return SaveAsync(grievance, form, actor, Grievance.AskSupplementAgain, cancel);
    }

    /// <summary>The letter as it goes out: whatever is asked while something is missing is asked for the second time.</summary>
    public Letter LetterOf(Grievance grievance, AskForSupplement form, Actor actor) => grievance.SupplementAskedOn is null
        ? letters.Supplement(grievance, form, actor.Name, time.GetUtcNow())
        : letters.SupplementAgain(grievance, form, actor.Name, time.GetUtcNow());

    private CaseMessage Request(Grievance grievance, Guid messageId, AskForSupplement form, Actor actor) =>
        words.Letter(grievance, messageId, LetterOf(grievance, form, actor), MessagePurpose.SupplementRequest, actor, time.GetUtcNow());

    private Task SaveAsync(Grievance grievance, AskForSupplement form, Actor actor, CaseAction action, CancellationToken cancel)
    {
        words.Mark(grievance, form.Body, form.InTheirLanguage);
        access.AddChange(actor, grievance.Id, action);
        return db.SaveChangesAsync(cancel);
    }
}
