using System.Linq.Expressions;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Several grievances seem to be about the same respondent. It says how many and nothing of whom; two supervisors together open it for a while.</summary>
public sealed class Pattern
{
    public const int NumberMaxLength = 20;
    public const int WordsMaxLength = 1000;

    /// <summary>A reason is a sentence, not a word.</summary>
    public const int ReasonMinLength = 20;

    /// <summary>One supervisor asks to open it, and nobody has answered.</summary>
    public static readonly Expression<Func<Pattern, bool>> WaitsForAnother = p => p.ClosedAt == null && p.AskedById != null && p.AgreedById == null;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Number { get; init; }

    /// <summary>The mark that its cases share.</summary>
    public required Guid Token { get; init; }

    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>Cases received since then count.</summary>
    public DateTimeOffset CountedFrom { get; private set; }

    /// <summary>How many there are, what is linked counted once; null when too few are left.</summary>
    public int? Cases { get; private set; }

    public string? RespondentKind { get; private set; }

    public RespondentSector RespondentSector { get; private set; }

    public Guid? AskedById { get; private set; }

    public PatternPurpose? Purpose { get; private set; }

    public Guid? AgreedById { get; private set; }

    public DateTimeOffset? OpenUntil { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public PatternOutcome? Outcome { get; private set; }

    /// <summary>How many there were when it was last closed; null before.</summary>
    public int? CasesWhenClosed { get; private set; }

    /// <summary>Counts up with every change; two people cannot change the same state.</summary>
    public int Revision { get; private set; }

    /// <summary>What was added to the history since it was loaded.</summary>
    public List<PatternStep> Steps { get; } = [];

    public static Pattern Raise(string number, Guid token, PatternCount count, DateTimeOffset now)
    {
        var pattern = new Pattern { Number = number, Token = token, RaisedAt = now, CountedFrom = count.From };
        pattern.Take(count);
        pattern.Add(PatternDeed.Raised, null, now);
        return pattern;
    }

    public PatternState StateAt(DateTimeOffset now) =>
        ClosedAt is not null ? PatternState.Closed
        : OpenUntil > now ? PatternState.Open
        : AskedById is not null && AgreedById is null ? PatternState.Asked
        : PatternState.Raised;

    public bool IsOpenTo(Actor actor, DateTimeOffset now) => StateAt(now) == PatternState.Open && IsOneOfTheTwo(actor);

    /// <summary>What its cases are after one of them has changed. Too few take it out of sight; more than at its closing bring it back.</summary>
    public void CountBy(PatternCount count, int needed, DateTimeOffset now)
    {
        if (count.Cases < needed)
        {
            if (Cases is not null)
            {
                Cases = null;
                Revision++;
            }

            return;
        }

        var isBack = Cases is null && ClosedAt is null;
        CountedFrom = isBack ? count.From : CountedFrom;
        if (Take(count) && ClosedAt is not null && Outcome != PatternOutcome.DifferentOnes && count.Cases > CasesWhenClosed)
        {
            (ClosedAt, Outcome, AskedById, AgreedById, OpenUntil, Purpose) = (null, null, null, null, null, null);
            isBack = true;
        }

        if (isBack)
        {
            RaisedAt = now;
            Add(PatternDeed.RaisedAgain, null, now);
        }
    }

    /// <exception cref="RefusedException"><c>pattern.not-to-ask</c>.</exception>
    public void AskBy(Actor supervisor, PatternPurpose purpose, PatternWords reason, DateTimeOffset now)
    {
        Must(StateAt(now) == PatternState.Raised, "pattern.not-to-ask");
        (AskedById, Purpose, AgreedById, OpenUntil) = (supervisor.UserId, purpose, null, null);
        Add(PatternDeed.Asked, supervisor, now, reason);
    }

    /// <param name="until">The moment at which it closes by itself.</param>
    /// <exception cref="RefusedException"><c>pattern.not-asked</c>, <c>pattern.needs-a-second-person</c>.</exception>
    public void AgreeBy(Actor another, DateTimeOffset until, DateTimeOffset now)
    {
        MustWaitFor(another, now);
        (AgreedById, OpenUntil) = (another.UserId, until);
        Add(PatternDeed.Agreed, another, now);
    }

    /// <exception cref="RefusedException"><c>pattern.not-asked</c>, <c>pattern.needs-a-second-person</c>.</exception>
    public void RefuseBy(Actor another, PatternWords reason, DateTimeOffset now)
    {
        MustWaitFor(another, now);
        Add(PatternDeed.Refused, another, now, reason);
        (AskedById, Purpose) = (null, null);
    }

    /// <exception cref="RefusedException"><c>pattern.not-open</c>.</exception>
    public void CloseBy(Actor oneOfTheTwo, PatternOutcome outcome, PatternWords words, DateTimeOffset now)
    {
        Must(IsOpenTo(oneOfTheTwo, now), "pattern.not-open");
        (ClosedAt, Outcome, CasesWhenClosed) = (now, outcome, Cases ?? 0);
        Add(PatternDeed.Closed, oneOfTheTwo, now, words);
    }

    private bool IsOneOfTheTwo(Actor actor) => actor.UserId is { } id && (id == AskedById || id == AgreedById);

    private bool Take(PatternCount count)
    {
        var changes = (Cases, RespondentKind, RespondentSector) != (count.Cases, count.Kind, count.Sector);
        (Cases, RespondentKind, RespondentSector) = (count.Cases, count.Kind, count.Sector);
        Revision += changes ? 1 : 0;
        return changes;
    }

    private void MustWaitFor(Actor another, DateTimeOffset now)
    {
        Must(StateAt(now) == PatternState.Asked, "pattern.not-asked");
        Must(another.UserId is not null && another.UserId != AskedById, "pattern.needs-a-second-person");
    }

    private static void Must(bool holds, string code)
    {
        if (!holds)
        {
            throw new RefusedException(new(code));
        }
    }

    private void Add(PatternDeed deed, Actor? actor, DateTimeOffset now, PatternWords? words = null)
    {
        Revision++;
        Steps.Add(new()
        {
            Id = words?.Id ?? Guid.CreateVersion7(),
            PatternId = Id,
            Deed = deed,
            At = now,
            ById = actor?.UserId,
            AskedById = deed is PatternDeed.Agreed or PatternDeed.Refused ? AskedById : null,
            Purpose = deed == PatternDeed.Asked ? Purpose : null,
            Outcome = Outcome,
            OpenUntil = deed == PatternDeed.Agreed ? OpenUntil : null,
            Words = words?.Text,
        });
    }
}

/// <summary>How many cases a mark has, and what kind of respondent most of them name.</summary>
/// <param name="From">Received since when.</param>
public sealed record PatternCount(int Cases, DateTimeOffset From, string? Kind, RespondentSector Sector);

/// <summary>What somebody says, sealed for the step that it belongs to.</summary>
public sealed record PatternWords(Guid Id, SealedText Text);

/// <summary>Where a pattern stands.</summary>
public enum PatternState
{
    Raised,

    /// <summary>One supervisor asks to open it and waits for another.</summary>
    Asked,

    /// <summary>The two see it, for a while.</summary>
    Open,
    Closed,
}

/// <summary>For what a pattern is to be opened.</summary>
public enum PatternPurpose
{
    /// <summary>A recommendation to the whole body.</summary>
    Recommendation,

    /// <summary>An investigation that the office begins by itself.</summary>
    OwnMotion,

    /// <summary>Education and prevention.</summary>
    Prevention,
    Other,
}

/// <summary>What came of an opened pattern.</summary>
public enum PatternOutcome
{
    NothingFound,
    OwnMotion,
    Recommendation,
    Prevention,

    /// <summary>The names only look or sound alike: it is not raised again.</summary>
    DifferentOnes,
}
