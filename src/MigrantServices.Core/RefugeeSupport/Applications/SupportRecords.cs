using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.Applications;

/// <summary>One person of the household, described once for all programmes. Every word of it is sealed; outside it they are a key.</summary>
public sealed class HouseholdPerson
{
    public const int NameMaxLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>Stands for the person wherever no name may stand, also in a later application of the same household.</summary>
    public required Guid Key { get; init; }

    public required int Position { get; init; }

    public required bool IsApplicant { get; init; }

    public required SealedText Name { get; init; }

    /// <summary>A code of the list of categories; null where no chosen programme asks or the person does not know.</summary>
    public SealedText? Category { get; init; }

    /// <summary>Day or year of birth; null where no chosen programme asks.</summary>
    public SealedText? Born { get; init; }

    /// <summary>The day on which the person asked for refuge.</summary>
    public SealedText? AskedRefugeOn { get; init; }

    /// <summary>Codes with commas between; null where the person did not want to say or nobody asked.</summary>
    public SealedText? Circumstances { get; init; }

    /// <summary>Codes of the circumstances about which they were asked; none where nobody asked, null where that was not kept yet.</summary>
    public string[]? AskedAbout { get; init; }
}

/// <summary>A paper that the household gave; seen once by a colleague it counts for every programme.</summary>
public sealed class GivenPaper
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>A code of the list of papers.</summary>
    public required string Code { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public Guid? SeenById { get; private set; }

    public DateTimeOffset? SeenAt { get; private set; }

    public void SeenBy(Guid colleague, DateTimeOffset now) => (SeenById, SeenAt) = SeenAt is null ? (colleague, now) : (SeenById, SeenAt);
}

/// <summary>That a programme is granted: to whom, for which need, from when until when and how much. Money, vouchers and places follow from it; it never changes.</summary>
public sealed class GrantedLine
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid LineId { get; init; }

    public required string Programme { get; init; }

    public required Guid TermsId { get; init; }

    /// <summary>The need that it meets, as a code.</summary>
    public required string Need { get; init; }

    public required Guid[] Members { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public long? Won { get; init; }

    public required Guid ProposedById { get; init; }

    public required Guid ApprovedById { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }
}

/// <summary>Why a file is open to a colleague beside its handler.</summary>
public enum ReaderBecause
{
    /// <summary>Somebody opened it to them and said why.</summary>
    Reason,

    /// <summary>They are the second person who decides.</summary>
    SecondPerson,

    /// <summary>They took it down.</summary>
    TookDown,
}

/// <summary>That a file is open to a colleague: since when, by whom, why, and until when.</summary>
public sealed class FileReader
{
    public const int ReasonMaxLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid ColleagueId { get; init; }

    public required ReaderBecause Because { get; init; }

    public SealedText? Reason { get; init; }

    public required Guid AddedById { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public Guid? RemovedById { get; private set; }

    public DateTimeOffset? RemovedAt { get; private set; }

    public void Remove(Guid by, DateTimeOffset now) => (RemovedById, RemovedAt) = (by, now);
}

/// <summary>That an application was read back to the person: on which day, in which language, by whom.</summary>
public sealed class ReadBack
{
    public const int ReaderMaxLength = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required DateOnly On { get; init; }

    public required string Language { get; init; }

    /// <summary>Who read it: an interpreter or a colleague.</summary>
    public required SealedText Reader { get; init; }

    public required Guid RecordedById { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
