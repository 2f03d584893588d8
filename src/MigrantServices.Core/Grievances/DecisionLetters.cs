using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>The letter of a decision that waits for its second person, as it would go out at this moment.</summary>
public sealed class DecisionLetters(PortalDb db, Vault vault, LetterWriter letters, Procedure procedure)
{
    public CaseClock ObjectionWindow(Grievance grievance) => procedure.ObjectionWindow(grievance);

    /// <summary>Null when nothing is proposed.</summary>
    public async Task<Letter?> OfAsync(Grievance grievance, DateTimeOffset now, CancellationToken cancel)
    {
        var handler = await db.Users.Where(u => u.Id == grievance.HandlerId).Select(u => u.DisplayName).FirstOrDefaultAsync(cancel);
        return grievance switch
        {
            { Status: CaseStatus.Proposed, Answer: { } answer } => letters.Decision(
                grievance,
                vault.Open(answer, grievance.Id, SealedField.Answer),
                Open(grievance.AnswerInTheirLanguage, grievance, SealedField.AnswerInTheirLanguage),
                ObjectionWindow(grievance).DueOn(now, [])!.Value,
                handler,
                now),
            { Status: CaseStatus.ObjectionProposed, ObjectionAnswer: { } answer } => letters.ObjectionDecision(
                grievance,
                vault.Open(answer, grievance.Id, SealedField.ObjectionAnswer),
                Open(grievance.ObjectionAnswerInTheirLanguage, grievance, SealedField.ObjectionAnswerInTheirLanguage),
                handler,
                now),
            _ => null,
        };
    }

    private string? Open(SealedText? text, Grievance grievance, string field) => text is { } words ? vault.Open(words, grievance.Id, field) : null;
}
