using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>Follows up what was recommended: what the addressee answered, and what checks found.</summary>
public sealed class RecommendationDesk(PortalDb db, CaseWords words, Procedure procedure, AccessLog access, TimeProvider time)
{
    /// <summary>A recommendation of this case; null when there is no such.</summary>
    public Task<Recommendation?> FindAsync(Grievance grievance, Guid id, CancellationToken cancel) =>
        db.Recommendations.FirstOrDefaultAsync(r => r.Id == id && r.CaseId == grievance.Id, cancel);

    /// <exception cref="RefusedException"><c>recommendation.replied-already</c>, <c>recommendation.before-the-sending</c>, <c>recommendation.in-the-future</c>.</exception>
    public Task RecordAsync(Grievance grievance, Recommendation recommendation, RecordMeasures form, Actor actor, CancellationToken cancel)
    {
        var reasons = words.Seal(form.Reasons!, recommendation.Id, SealedField.MeasuresReasons);
        grievance.RecordMeasuresBy(actor, recommendation, new(form.Reply!.Value, form.RepliedOn!.Value, reasons), time.GetUtcNow());
        recommendation.PlanCheck(form.Reply == MeasuresReply.Refused ? null : CheckAfter(grievance, form.RepliedOn!.Value));
        return SaveAsync(grievance, actor, Grievance.RecordMeasures, cancel);
    }

    /// <summary>Puts right what was mistyped; what stood there is kept beside it, with who put it right and why.</summary>
    /// <exception cref="RefusedException"><c>recommendation.no-reply</c>, <c>recommendation.before-the-sending</c>, <c>recommendation.in-the-future</c>.</exception>
    public async Task CorrectAsync(Grievance grievance, Recommendation recommendation, CorrectMeasures form, Actor actor, CancellationToken cancel)
    {
        if (recommendation.Reply is not { } before)
        {
            throw new RefusedException(grievance.WhyNot(Grievance.CorrectMeasures, actor) ?? new("recommendation.no-reply"));
        }

        var id = Guid.CreateVersion7();
        var replaced = new MeasuresCorrection
        {
            Id = id,
            RecommendationId = recommendation.Id,
            Reply = before,
            RepliedOn = recommendation.RepliedOn!.Value,
            Reasons = recommendation.Reasons!.Value,
            RecordedById = recommendation.ReplyRecordedById!.Value,
            Why = words.Seal(form.Why!, id, SealedField.MeasuresCorrection),
            CorrectedById = actor.UserId!.Value,
            CorrectedAt = time.GetUtcNow(),
        };
        var reasons = words.Seal(form.Reasons!, recommendation.Id, SealedField.MeasuresReasons);
        var last = await db.Set<MeasuresCheck>().Where(c => c.RecommendationId == recommendation.Id)
            .OrderByDescending(c => c.CheckedOn).ThenByDescending(c => c.Id).Select(c => new { c.CheckedOn, c.Found }).FirstOrDefaultAsync(cancel);
        grievance.CorrectMeasuresBy(actor, recommendation, new(form.Reply!.Value, form.RepliedOn!.Value, reasons), replaced, replaced.CorrectedAt);
        db.Add(replaced);
        recommendation.PlanCheck(form.Reply == MeasuresReply.Refused || last?.Found == MeasuresFound.Done ? null : CheckAfter(grievance, last?.CheckedOn ?? form.RepliedOn!.Value));
        await SaveAsync(grievance, actor, Grievance.CorrectMeasures, cancel);
    }

    /// <exception cref="RefusedException"><c>recommendation.before-the-sending</c>, <c>recommendation.in-the-future</c>.</exception>
    public Task CheckAsync(Grievance grievance, Recommendation recommendation, CheckMeasures form, Actor actor, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        var check = new MeasuresCheck
        {
            Id = id,
            RecommendationId = recommendation.Id,
            CheckedOn = form.CheckedOn!.Value,
            Found = form.Found!.Value,
            Words = words.Seal(form.Words!, id, SealedField.MeasuresFound),
            CheckedById = actor.UserId!.Value,
        };
        grievance.CheckMeasuresBy(actor, recommendation, check, time.GetUtcNow());
        // what is not followed yet is looked at again; of what was refused nothing is awaited
        recommendation.PlanCheck(check.Found == MeasuresFound.Done || recommendation.NextCheckOn is null ? null : CheckAfter(grievance, check.CheckedOn));
        db.Add(check);
        return SaveAsync(grievance, actor, Grievance.CheckMeasures, cancel);
    }

    private DateOnly CheckAfter(Grievance grievance, DateOnly day) => procedure.CheckClock(grievance).DueOn(Seoul.StartOf(day), [])!.Value;

    private Task SaveAsync(Grievance grievance, Actor actor, CaseAction action, CancellationToken cancel)
    {
        access.AddChange(actor, grievance.Id, action);
        return db.SaveChangesAsync(cancel);
    }
}
