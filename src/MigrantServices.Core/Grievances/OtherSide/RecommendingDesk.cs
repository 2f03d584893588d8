using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.OtherSide;

/// <summary>A recommendation by two people: its handler writes it, a second person reads the letter to its addressee and sends it, or gives it back.</summary>
public sealed class RecommendingDesk(PortalDb db, RecommendationLetters letters, OtherSidePost post, CaseWords words, AccessLog access, TimeProvider time)
{
    /// <summary>The letter as it would go out if it were approved today.</summary>
    public Letter Letter(Grievance grievance, MakeRecommendation form, Actor actor) => letters.Of(grievance, form, actor.Name, time.GetUtcNow());

    /// <summary>Why a letter cannot go out as it stands; null when it can.</summary>
    public Task<Refusal?> WhyNotAsync(Grievance grievance, Letter letter, CancellationToken cancel) => post.WhyNotAsync(grievance, letter, cancel);

    /// <summary>What waits for a second person, opened; null when nothing does.</summary>
    public Task<WaitingRecommendation?> WaitingAsync(Grievance grievance, CancellationToken cancel) => letters.WaitingAsync(grievance, time.GetUtcNow(), cancel);

    /// <exception cref="RefusedException"><c>grievance.no-recommendation</c>, <c>recommendation.one-waits</c>, <c>other-side.names-the-person</c>.</exception>
    public async Task<Guid> WriteAsync(Grievance grievance, MakeRecommendation form, Actor actor, CancellationToken cancel)
    {
        var (id, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        Refuse(grievance.WhyNot(Grievance.WriteRecommendation, actor) ?? await post.WhyNotAsync(grievance, Letter(grievance, form, actor), cancel));
        grievance.WriteRecommendationBy(actor, now);
        db.Add(new RecommendationDraft
        {
            Id = id,
            CaseId = grievance.Id,
            Text = words.Seal(form.Text!, id, SealedField.Recommendation),
            Addressee = words.Seal(form.Addressee!, id, SealedField.Addressee),
            AddresseeKind = form.AddresseeKind!,
            AddresseeSector = form.AddresseeSector!.Value,
            Article = form.Article!,
            Period = form.Period!.Value,
            WrittenById = actor.UserId!.Value,
            WrittenAt = now,
        });
        await SaveAsync(grievance, actor, Grievance.WriteRecommendation, cancel);
        return id;
    }

    /// <param name="seen">The fingerprint of the letter that the second person read.</param>
    /// <param name="although">Why it goes out although somebody is not safe; asked for only there.</param>
    /// <exception cref="RefusedException"><c>recommendation.nothing-waits</c>, <c>grievance.letter-changed</c>, <c>other-side.not-safe</c>, and what the table says.</exception>
    public async Task SendAsync(Grievance grievance, string? seen, string? although, Actor second, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var waiting = await letters.WaitingAsync(grievance, now, cancel);
        Refuse(grievance.WhyNot(Grievance.Recommend, second) ?? (waiting is null || waiting.Letter.Fingerprint != seen ? new("grievance.letter-changed") : OtherSidePost.WhyNotSafe(grievance, although)));
        var draft = await DraftAsync(grievance, cancel);
        var made = draft.AsSentOn(Seoul.DateOf(now), waiting!.DueOn, second.UserId!.Value);
        var letter = await post.SealAsync(grievance, waiting.Letter, made.Id, second, cancel, although);
        grievance.RecommendBy(second, made, now);
        draft.ReadBy(second.UserId!.Value, wasSent: true, now);
        db.Add(made);
        db.Add(letter);
        await SaveAsync(grievance, second, Grievance.Recommend, cancel);
    }

    public async Task SendBackAsync(Grievance grievance, Actor second, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        grievance.SendBackRecommendationBy(second, now);
        (await DraftAsync(grievance, cancel)).ReadBy(second.UserId!.Value, wasSent: false, now);
        await SaveAsync(grievance, second, Grievance.SendBackRecommendation, cancel);
    }

    private Task<RecommendationDraft> DraftAsync(Grievance grievance, CancellationToken cancel) =>
        db.Set<RecommendationDraft>().SingleAsync(d => d.CaseId == grievance.Id && d.ReadAt == null, cancel);

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }

    private Task SaveAsync(Grievance grievance, Actor actor, CaseAction action, CancellationToken cancel) => access.SaveChangeAsync(actor, grievance.Id, action, cancel);
}
