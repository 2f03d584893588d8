using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Translations;

/// <summary>A translation of one version of a text. Its words never change: a better one is a new version, and a second person checks or rejects each.</summary>
public sealed class Translation
{
    public const int WordsMaxLength = 8000;
    public const int InterpreterMaxLength = 100;
    public const int ReasonMaxLength = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required TextKind Text { get; init; }

    /// <summary>What holds the original: the case, a message, a record.</summary>
    public required Guid TextId { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>Counts the versions of this text in this language, from 1.</summary>
    public required int Number { get; init; }

    public required SealedText Words { get; init; }

    public required TranslationKind Kind { get; init; }

    /// <summary>The colleague who translated it, or who put in what an interpreter said.</summary>
    public required Guid AddedById { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The interpreter's name; null when the colleague translated it.</summary>
    public SealedText? Interpreter { get; init; }

    /// <summary>Whether the interpreter is close to one of the sides; null when there was none.</summary>
    public bool? HasConflict { get; init; }

    public SealedText? ConflictWords { get; init; }

    /// <summary>The version of the original from which it was made.</summary>
    public required byte[] OriginalVersion { get; init; }

    public CheckState State { get; private set; }

    /// <summary>Never whoever put it in.</summary>
    public Guid? CheckedById { get; private set; }

    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>Why it was rejected.</summary>
    public SealedText? Reason { get; private set; }

    public bool IsOf(byte[] version) => OriginalVersion.AsSpan().SequenceEqual(version);

    /// <param name="version">The version of the original now.</param>
    public Standing StandingAt(byte[] version) =>
        State == CheckState.Rejected ? Standing.Rejected
        : !IsOf(version) ? Standing.Stale
        : State == CheckState.Checked ? Standing.Checked
        : Standing.Unchecked;

    /// <summary>Why a decision cannot rely on it; null when it can.</summary>
    /// <param name="confirmed">Whoever relies on it knows that nobody has checked it.</param>
    public Refusal? WhyNotReliedOn(byte[] version, bool confirmed) => StandingAt(version) switch
    {
        Standing.Rejected => new("translation.rejected"),
        Standing.Stale => new("translation.stale"),
        Standing.Unchecked when !confirmed => new("translation.unchecked"),
        _ => null,
    };

    internal Refusal? WhyNotChecked(Guid checker, byte[] version) => WhyNotJudged(checker) ?? StandingAt(version) switch
    {
        Standing.Stale => new("translation.stale"),
        Standing.Checked => new("translation.checked-already"),
        _ => null,
    };

    internal Refusal? WhyNotJudged(Guid checker) =>
        State == CheckState.Rejected ? new("translation.rejected")
        : checker == AddedById ? new("translation.own")
        : null;

    internal void Check(Guid checker, DateTimeOffset now) => (State, CheckedById, CheckedAt) = (CheckState.Checked, checker, now);

    internal void Reject(Guid checker, SealedText reason, DateTimeOffset now) => (State, CheckedById, CheckedAt, Reason) = (CheckState.Rejected, checker, now, reason);
}
