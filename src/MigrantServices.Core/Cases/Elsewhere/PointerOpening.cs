using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Cases.Elsewhere;

/// <summary>A colleague looked whether somebody is known to another service: on which ground, for what, and until when they may read on. It is kept whether there was anything to read or not.</summary>
public sealed class PointerOpening
{
    /// <summary>For how long one may read on.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string Ground { get; init; }

    public required SealedText Words { get; init; }

    public required Guid OpenedById { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset Until { get; init; }
}
