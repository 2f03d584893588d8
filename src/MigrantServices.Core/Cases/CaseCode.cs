using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <summary>A code that opens a draft and, once it is sent, the case. Only its slow keyed hash is kept.</summary>
public sealed class CaseCode
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required byte[] Hash { get; init; }

    /// <summary>Filer for the person's own code, Helper for one that they gave away.</summary>
    public required Role Holder { get; init; }

    public Guid? DraftId { get; set; }

    public Guid? CaseId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the person typed part of it back, so that we know they kept it.</summary>
    public DateTimeOffset? KeptAt { get; set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
