using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.RefugeeSupport.Programmes;

/// <summary>What one administrator proposes for a programme and another approves, with the day from which it holds. Rows are kept, also when it was taken back.</summary>
public sealed class ProgrammeChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required ProgrammeChangeKind Kind { get; init; }

    public required string ProgrammeCode { get; init; }

    /// <summary>The first day on which it is so; for a closing the first day without the programme.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>The terms from that day on; null for a closing.</summary>
    public ProgrammeRules? Rules { get; init; }

    /// <summary>What a new programme is; null for others.</summary>
    public NewProgramme? Programme { get; init; }

    /// <summary>The decision, the budget or the notice that says so.</summary>
    public required string Source { get; init; }

    public required Guid ProposedById { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public Guid? ApprovedById { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public Guid? WithdrawnById { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Whether it waits for a second administrator.</summary>
    public bool IsOpen => ApprovedAt is null && WithdrawnAt is null;

    /// <exception cref="RefusedException"><c>programme.decided-already</c>, <c>programme.needs-a-second-person</c>, <c>programme.not-in-the-future</c>.</exception>
    public void ApproveBy(Actor administrator, DateTimeOffset now)
    {
        MustBeOpen();
        if (administrator.UserId == ProposedById)
        {
            throw new RefusedException(new("programme.needs-a-second-person"));
        }

        if (EffectiveOn <= Seoul.DateOf(now))
        {
            throw new RefusedException(new("programme.not-in-the-future"));
        }

        (ApprovedById, ApprovedAt) = (administrator.UserId, now);
    }

    /// <exception cref="RefusedException"><c>programme.decided-already</c>.</exception>
    public void WithdrawBy(Actor administrator, DateTimeOffset now)
    {
        MustBeOpen();
        (WithdrawnById, WithdrawnAt) = (administrator.UserId, now);
    }

    private void MustBeOpen()
    {
        if (!IsOpen)
        {
            throw new RefusedException(new("programme.decided-already"));
        }
    }
}

/// <summary>What is done with a programme from a day on.</summary>
public enum ProgrammeChangeKind
{
    /// <summary>A programme that was never there.</summary>
    New,

    /// <summary>Other terms for a programme that is there, or was.</summary>
    Terms,

    /// <summary>No new applications from that day on.</summary>
    Close,
}

/// <summary>What a new programme is, beside its terms.</summary>
public sealed record NewProgramme(string Heading, SupportKind Kind, string Article, IReadOnlyList<ProgrammeName> Names)
{
    /// <summary>The languages in which its name or its sentence is missing.</summary>
    public IEnumerable<string> MissingLanguages => ReferenceText.EverybodysLanguages.Where(language => Names.All(name => name.Language != language));
}

/// <summary>What a programme is called in one language, and what it is.</summary>
public sealed record ProgrammeName(string Language, string Name, string About);
