using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Reference;

/// <summary>What one administrator proposes for a code list and another approves, with the day from which it holds. Rows are kept, also when it was taken back.</summary>
public sealed class ReferenceChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required ChangeKind Kind { get; init; }

    public required string List { get; init; }

    public required string Code { get; init; }

    /// <summary>The first day on which it is so; for an end the first day without the entry.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The last day of a new entry, or of one with a new term; null means until further notice.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What the entry will hold, as JSON; null where it ends.</summary>
    public string? Details { get; init; }

    /// <summary>The law or the notice that says so.</summary>
    public required string Source { get; init; }

    /// <summary>The article it rests on, by its code; null where none is named.</summary>
    public string? Article { get; init; }

    public required Guid ProposedById { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public Guid? ApprovedById { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public Guid? WithdrawnById { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>The last day that an entry had before it was ended or given another term, so that taking this back gives it again.</summary>
    public DateOnly? OldEnd { get; private set; }

    public List<ReferenceText> Texts { get; init; } = [];

    /// <summary>The languages in which its sentence is missing.</summary>
    public IEnumerable<string> MissingLanguages =>
        (ChangeableList.Find(List)?.LanguagesFor(Kind) ?? []).Where(language => Texts.TrueForAll(text => text.Language != language));

    /// <summary>Whether it says itself until when the entry holds that stands there.</summary>
    public bool EndsAnew => Kind == ChangeKind.End || (Kind == ChangeKind.Replace && ChangeableList.Find(List)?.HasTerm == true);

    /// <summary>Whether it waits for a second administrator.</summary>
    public bool IsOpen => ApprovedAt is null && WithdrawnAt is null;

    /// <exception cref="RefusedException"><c>reference.decided-already</c>, <c>reference.needs-a-second-person</c>,
    /// <c>reference.not-in-the-future</c>, <c>reference.texts-missing</c>.</exception>
    public void ApproveBy(Actor administrator, DateOnly? oldEnd, DateTimeOffset now)
    {
        MustBeOpen();
        if (administrator.UserId == ProposedById)
        {
            throw new RefusedException(new("reference.needs-a-second-person"));
        }

        MustLieAhead(now);
        if (MissingLanguages.Any())
        {
            throw new RefusedException(new("reference.texts-missing", string.Join(", ", MissingLanguages)));
        }

        (ApprovedById, ApprovedAt, OldEnd) = (administrator.UserId, now, oldEnd);
    }

    /// <exception cref="RefusedException"><c>reference.decided-already</c>, <c>reference.in-force</c>.</exception>
    public void WithdrawBy(Actor administrator, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
        {
            throw new RefusedException(new("reference.decided-already"));
        }

        if (ApprovedAt is not null && EffectiveOn <= Seoul.DateOf(now))
        {
            throw new RefusedException(new("reference.in-force"));
        }

        (WithdrawnById, WithdrawnAt) = (administrator.UserId, now);
    }

    /// <summary>Adds sentences that were missing. What stands already stays: another wording is another proposal.</summary>
    /// <exception cref="RefusedException"><c>reference.decided-already</c>, <c>reference.proposer-only</c>.</exception>
    public void CompleteBy(Actor administrator, IReadOnlyDictionary<string, string?> texts)
    {
        MustBeOpen();
        if (administrator.UserId != ProposedById)
        {
            throw new RefusedException(new("reference.proposer-only"));
        }

        Say(texts);
    }

    internal void Say(IReadOnlyDictionary<string, string?> texts) => Texts.AddRange(MissingLanguages.ToList()
        .Where(language => !string.IsNullOrWhiteSpace(texts.GetValueOrDefault(language)))
        .Select(language => new ReferenceText { ChangeId = Id, Language = language, Text = texts[language]!.Trim() }));

    private void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new RefusedException(new("reference.decided-already"));
        }
    }

    private void MustLieAhead(DateTimeOffset now)
    {
        if (EffectiveOn <= Seoul.DateOf(now))
        {
            throw new RefusedException(new("reference.not-in-the-future"));
        }
    }
}
