using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;

namespace MigrantServices.Core.Grievances.ForThePerson;

/// <summary>What the person did by telephone, letter, e-mail or at the counter, as a colleague recorded it for them. The day on which it came counts, not the day of recording. Never changed afterwards.</summary>
public sealed class HandedIn
{
    /// <summary>The ways by which something comes that is not done online.</summary>
    public static readonly IReadOnlyList<Channel> Ways = [Channel.Phone, Channel.Visit, Channel.Letter, Channel.Email];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>The deed of the table that the person did.</summary>
    public required string Deed { get; init; }

    public required Channel Channel { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>How the person agreed to the words; null for what they wrote themselves.</summary>
    public WordsAgreed? Agreed { get; init; }

    public Guid MessageId { get; private init; }

    /// <summary>The words, as a message of the person.</summary>
    public required CaseMessage Message { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The moment from which it counts: now where it came today, else the beginning of its day.</summary>
    public DateTimeOffset ReceivedAt(DateTimeOffset now) => ReceivedOn == Seoul.DateOf(now) ? now : Seoul.StartOf(ReceivedOn);
}

/// <summary>How somebody agreed to words that a colleague wrote down for them.</summary>
public enum WordsAgreed
{
    ReadBack,
    InWriting,
}

/// <summary>What a colleague recorded, as the history shows it.</summary>
/// <param name="By">The colleague.</param>
public sealed record HandedInLine(string Deed, Channel Channel, DateOnly ReceivedOn, WordsAgreed? Agreed, Guid MessageId, string By, DateTimeOffset RecordedAt);
