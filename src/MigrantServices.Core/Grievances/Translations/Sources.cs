using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.Translations;

/// <summary>What a decision relies on: of each foreign text the version that was read. Nothing is proposed on one that is out of date, and nothing approved on one that has become so.</summary>
public sealed class Sources(PortalDb db, Originals originals, OutgoingWords outgoing, Vault vault)
{
    /// <summary>The texts whose version has to be named, with the translations that may be relied on, checked ones first and newest first.</summary>
    public async Task<IReadOnlyList<SourceChoice>> ChoicesAsync(Grievance grievance, Actor proposer, CancellationToken cancel)
    {
        var reads = await db.Users.Where(u => u.Id == proposer.UserId).Select(u => u.Language).FirstOrDefaultAsync(cancel);
        var foreign = (await originals.OfDecisionAsync(grievance, cancel)).Where(text => text.Language != "ko" && text.Language != reads).ToList();
        if (foreign.Count == 0)
        {
            return [];
        }

        var made = await db.Set<Translation>().AsNoTracking().Where(t => t.CaseId == grievance.Id).OrderByDescending(t => t.AddedAt).ToListAsync(cancel);
        return [.. foreign.Select(text => new SourceChoice(
            text,
            [.. made.Where(t => t.Text == text.Kind && t.TextId == text.Id && t.StandingAt(text.Version(vault)) is (Standing.Checked or Standing.Unchecked))
                .OrderBy(t => t.State == CheckState.Checked ? 0 : 1)]))];
    }

    /// <summary>What the proposer named, to be kept with the proposal.</summary>
    /// <param name="named">As <see cref="Original.NamedAs"/> writes it.</param>
    /// <param name="confirmed">The proposer knows that nobody has checked some of it.</param>
    /// <exception cref="RefusedException"><c>translation.source-missing</c>, <c>translation.stale</c>, <c>translation.rejected</c>, <c>translation.unchecked</c>.</exception>
    public async Task<IReadOnlyList<DecisionSource>> NamedAsync(Grievance grievance, CaseAction deed, IReadOnlyList<string?> named, bool confirmed, Actor proposer, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = new List<DecisionSource>();
        var chosen = named.OfType<string>().Select(one => one.Split('=', 2)).Where(parts => parts.Length == 2).ToLookup(parts => parts[0] + "=", parts => parts[1]);
        var choices = await ChoicesAsync(grievance, proposer, cancel);
        var made = choices.Count == 0 ? [] : await db.Set<Translation>().AsNoTracking().Where(t => t.CaseId == grievance.Id).ToListAsync(cancel);
        foreach (var text in choices.Select(choice => choice.Text))
        {
            var answer = chosen[$"{text.Kind}:{text.Id}="].FirstOrDefault();
            var translation = made.Find(t => t.Text == text.Kind && t.TextId == text.Id && t.Id.ToString() == answer);
            var version = text.Version(vault);
            var refusal = translation is not null ? translation.WhyNotReliedOn(version, confirmed)
                : answer == Original.ReadItself ? null
                : new("translation.source-missing");
            if (refusal is not null)
            {
                throw new RefusedException(refusal);
            }

            rows.Add(new()
            {
                CaseId = grievance.Id,
                Deed = deed.Code,
                Text = text.Kind,
                TextId = text.Id,
                Language = text.Language,
                OriginalVersion = version,
                TranslationId = translation?.Id,
                WasUnchecked = translation?.State == CheckState.Unchecked,
                NamedById = proposer.UserId!.Value,
                NamedAt = now,
            });
        }

        return rows;
    }

    /// <summary>Kept with the proposal that is about to be saved, and with it the words that will go out in the person's language.</summary>
    /// <param name="kind">Whether those words were made by a person or are a draft.</param>
    public Task KeepAsync(Grievance grievance, IEnumerable<DecisionSource> named, string? inTheirLanguage, TranslationKind? kind, Actor proposer, DateTimeOffset now, CancellationToken cancel)
    {
        db.AddRange(named);
        return outgoing.KeepAsync(grievance, inTheirLanguage, kind, proposer, now, cancel);
    }

    /// <summary>Why what was proposed last cannot be approved: it no longer rests on what it named, or its words in the person's language are a draft that nobody checked. Null when it can.</summary>
    public async Task<Refusal?> WhyNotApprovedAsync(Grievance grievance, CaseAction proposal, CancellationToken cancel) =>
        await WhyNotRestingAsync(grievance, proposal, cancel) ?? await outgoing.WhyNotSentAsync(grievance, cancel);

    private async Task<Refusal?> WhyNotRestingAsync(Grievance grievance, CaseAction proposal, CancellationToken cancel)
    {
        var sources = await LatestAsync(grievance.Id, proposal.Code, cancel);
        if (sources.Count == 0)
        {
            return null;
        }

        var now = await originals.OfDecisionAsync(grievance, cancel);
        var made = await db.Set<Translation>().AsNoTracking().Where(t => t.CaseId == grievance.Id).ToListAsync(cancel);
        return sources.All(Stands) ? null : new("translation.changed-since");

        bool Stands(DecisionSource source)
        {
            var version = now.FirstOrDefault(text => text.Kind == source.Text && text.Id == source.TextId)?.Version(vault) ?? [];
            return source.OriginalVersion.AsSpan().SequenceEqual(version)
                && (source.TranslationId is null || made.Find(t => t.Id == source.TranslationId)?.WhyNotReliedOn(version, confirmed: true) is null);
        }
    }

    /// <summary>What was named with the proposal that waits, as the second person reads it.</summary>
    public async Task<IReadOnlyList<SourceView>> ReadAsync(Grievance grievance, CaseAction proposal, CancellationToken cancel)
    {
        var all = await db.Set<DecisionSource>().AsNoTracking().Where(s => s.CaseId == grievance.Id && s.Deed == proposal.Code)
            .OrderByDescending(s => s.NamedAt).ThenBy(s => s.Text).Select(SourceView.From(db)).ToListAsync(cancel);
        return [.. all.TakeWhile(s => s.NamedAt == all[0].NamedAt)];
    }

    private async Task<IReadOnlyList<DecisionSource>> LatestAsync(Guid caseId, string deed, CancellationToken cancel)
    {
        var all = await db.Set<DecisionSource>().AsNoTracking().Where(s => s.CaseId == caseId && s.Deed == deed).OrderByDescending(s => s.NamedAt).ToListAsync(cancel);
        return [.. all.TakeWhile(s => s.NamedAt == all[0].NamedAt)];
    }
}

/// <summary>A foreign text, and the translations of it that may be relied on.</summary>
public sealed record SourceChoice(Original Text, IReadOnlyList<Translation> Translations)
{
    /// <summary>What a form is filled in with first: the newest checked translation, where there is one.</summary>
    public Guid? Checked => Translations.FirstOrDefault(t => t.State == CheckState.Checked)?.Id;
}
