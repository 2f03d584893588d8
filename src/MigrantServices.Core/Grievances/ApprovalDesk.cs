using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>The second person reads the letter of a decision as it will go out, and approves that very letter.</summary>
public sealed class ApprovalDesk(DecisionLetters letters, CaseWords words, Sources sources, AccessLog access, TimeProvider time)
{
    /// <summary>Null when nothing waits for a second person.</summary>
    public Task<Letter?> LetterAsync(Grievance grievance, CancellationToken cancel) => letters.OfAsync(grievance, time.GetUtcNow(), cancel);

    /// <summary>What the proposal that waits relied on.</summary>
    public Task<IReadOnlyList<SourceView>> SourcesAsync(Grievance grievance, CancellationToken cancel) =>
        sources.ReadAsync(grievance, grievance.IsObjection ? Grievance.ProposeObjection : Grievance.Propose, cancel);

    /// <summary>Why it cannot be approved yet, whoever asks: what it rests on has changed, or its words are an unchecked draft. Null when it can.</summary>
    public Task<Refusal?> WhyNotYetAsync(Grievance grievance, CancellationToken cancel) =>
        sources.WhyNotApprovedAsync(grievance, grievance.IsObjection ? Grievance.ProposeObjection : Grievance.Propose, cancel);

    /// <param name="seen">The fingerprint of the letter that the second person read.</param>
    /// <exception cref="RefusedException"><c>grievance.letter-changed</c>: it would go out with other words, such as another day. <c>translation.changed-since</c>: a text on which it rests has changed, or a translation was rejected. <c>translation.words-unchecked</c>, <c>translation.words-rejected</c>.</exception>
    public async Task ApproveAsync(Grievance grievance, string? seen, Actor supervisor, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var isObjection = grievance.IsObjection;
        var action = isObjection ? Grievance.ApproveObjection : Grievance.Approve;
        var letter = await letters.OfAsync(grievance, now, cancel);
        var refusal = grievance.WhyNot(action, supervisor)
            ?? await sources.WhyNotApprovedAsync(grievance, isObjection ? Grievance.ProposeObjection : Grievance.Propose, cancel)
            ?? (letter is null || letter.Fingerprint != seen ? new("grievance.letter-changed") : null);
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

        await access.SaveChangeAsync(supervisor, grievance.Id, action, cancel);
    }
}
