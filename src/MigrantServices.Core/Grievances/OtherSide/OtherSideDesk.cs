using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.OtherSide;

/// <summary>Writes to the other side: asks them, and tells them how it ended. What goes out is read first and kept word for word.</summary>
public sealed class OtherSideDesk(PortalDb db, InquiryDesk inquiry, OtherSideWriter writer, OtherSidePost post, AccessLog access, TimeProvider time)
{
    /// <summary>The letter with the question as it would go out now.</summary>
    public Letter Question(Grievance grievance, KeepRecord form, Actor actor) =>
        writer.Ask(grievance, form.People!, form.Words!, form.DueOn!.Value, actor.Name, time.GetUtcNow());

    /// <summary>The letter with the result as it would go out now.</summary>
    public Letter Result(Grievance grievance, TellRespondent form, Actor actor) => writer.Tell(grievance, form.Addressee!, form.Words!, actor.Name, time.GetUtcNow());

    /// <summary>Why a letter cannot go out as it stands; null when it can.</summary>
    public Task<Refusal?> WhyNotAsync(Grievance grievance, Letter letter, CancellationToken cancel) => post.WhyNotAsync(grievance, letter, cancel);

    /// <summary>Keeps the question with the letter that asks it.</summary>
    /// <param name="although">Why it goes out although somebody is not safe; asked for only there.</param>
    /// <exception cref="RefusedException"><c>other-side.not-safe</c>, <c>other-side.names-the-person</c>, and what <see cref="InquiryDesk.KeepAsync"/> says.</exception>
    public async Task AskAsync(Grievance grievance, KeepRecord form, string? although, Actor actor, CancellationToken cancel)
    {
        Refuse(grievance.WhyNot(Grievance.AskRespondent, actor) ?? OtherSidePost.WhyNotSafe(grievance, although));
        var letter = await post.SealAsync(grievance, Question(grievance, form, actor), Guid.CreateVersion7(), actor, cancel, although);
        await inquiry.KeepAsync(grievance, form, actor, cancel, letter);
    }

    /// <exception cref="RefusedException"><c>grievance.no-respondent</c>, <c>grievance.respondent-told</c>, <c>other-side.not-safe</c>, <c>other-side.names-the-person</c>.</exception>
    public async Task TellAsync(Grievance grievance, TellRespondent form, Actor actor, CancellationToken cancel)
    {
        Refuse(grievance.WhyNot(Grievance.TellRespondent, actor) ?? OtherSidePost.WhyNotSafe(grievance, form.Although));
        var letter = await post.SealAsync(grievance, Result(grievance, form, actor), null, actor, cancel, form.Although);
        grievance.TellRespondentBy(actor, time.GetUtcNow());
        db.Add(letter);
        access.AddChange(actor, grievance.Id, Grievance.TellRespondent);
        await db.SaveChangesAsync(cancel);
    }

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}
