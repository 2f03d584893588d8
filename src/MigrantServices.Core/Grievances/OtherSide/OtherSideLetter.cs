using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.OtherSide;

/// <summary>A letter to the other side as it went out: in Korean only, and with nothing in it of whoever brought the case. It never changes.</summary>
public sealed class OtherSideLetter
{
    public const int AddresseeMaxLength = 400;
    public const int WordsMaxLength = 8000;
    public const int FingerprintLength = 64;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>The template and its version.</summary>
    public required string Template { get; init; }

    /// <summary>The question or the recommendation that it carries; null for the result.</summary>
    public Guid? AboutId { get; init; }

    /// <summary>Word for word.</summary>
    public required SealedText Text { get; init; }

    /// <summary>Of the words, so that a copy can be compared with what was kept.</summary>
    public required string Fingerprint { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required Guid SentById { get; init; }

    /// <summary>Why it went out although somebody said that they suffer or is protected; null where nobody did.</summary>
    public SealedText? AlthoughUnsafe { get; init; }
}
