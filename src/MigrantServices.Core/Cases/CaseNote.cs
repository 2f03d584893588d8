using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Cases;

/// <summary>A colleague's working note. The person does not see it in the portal, but may ask for it under the privacy act.</summary>
public sealed class CaseNote
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    public required Guid AuthorId { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required SealedText Body { get; init; }
}
