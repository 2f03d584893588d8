using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.OtherSide;

/// <summary>The letter of a recommendation, as it would go out at this moment: its day is counted from the day of sending.</summary>
public sealed class RecommendationLetters(PortalDb db, Vault vault, Procedure procedure, OtherSideWriter writer)
{
    public Letter Of(Grievance grievance, MakeRecommendation form, string handler, DateTimeOffset now) =>
        writer.Recommend(grievance, form.Addressee!, form.Text!, form.Article!, DueOn(grievance, form.Period!.Value, now), handler, now);

    /// <summary>Null when nothing waits for a second person.</summary>
    public async Task<WaitingRecommendation?> WaitingAsync(Grievance grievance, DateTimeOffset now, CancellationToken cancel)
    {
        var found = await db.Set<RecommendationDraft>().AsNoTracking().Where(d => d.CaseId == grievance.Id && d.ReadAt == null)
            .Select(d => new { Draft = d, By = db.Users.Where(u => u.Id == d.WrittenById).Select(u => u.DisplayName).First() }).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var draft = found.Draft;
        var due = DueOn(grievance, draft.Period, now);
        var letter = writer.Recommend(
            grievance,
            vault.Open(draft.Addressee, draft.Id, SealedField.Addressee),
            vault.Open(draft.Text, draft.Id, SealedField.Recommendation),
            draft.Article,
            due,
            found.By,
            now);
        return new(draft.Id, letter, due, found.By, draft.WrittenAt);
    }

    private DateOnly DueOn(Grievance grievance, MeasuresPeriod period, DateTimeOffset now) =>
        procedure.MeasuresClock(grievance, period).DueOn(Seoul.StartOf(Seoul.DateOf(now)), [])!.Value;
}

/// <summary>A recommendation that waits for its second person, with the letter as it would go out now.</summary>
public sealed record WaitingRecommendation(Guid Id, Letter Letter, DateOnly DueOn, string By, DateTimeOffset WrittenAt);
