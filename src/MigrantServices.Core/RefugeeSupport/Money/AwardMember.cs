namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>For whom and when an award meets a need: one line a person, written by the database with the award. Two lines of a person for a need never share a day.</summary>
public sealed class AwardMember
{
    public required Guid AwardId { get; init; }

    public required Guid Member { get; init; }

    public required string Need { get; init; }

    public required DateOnly FromDay { get; init; }

    public required DateOnly ToDay { get; init; }
}
