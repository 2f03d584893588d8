using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <summary>A code that opens a draft and, once it is sent, the case. Only its slow keyed hash is kept.</summary>
public sealed class CaseCode
{
    private Guid? _caseId;
    private DateTimeOffset? _keptAt;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required byte[] Hash { get; init; }

    /// <summary>Filer for the person's own code, Helper for one that they gave away.</summary>
    public required Role Holder { get; init; }

    public Guid? DraftId { get; init; }

    public Guid? CaseId
    {
        get => _caseId;
        init => _caseId = value;
    }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the person typed part of it back, so that we know they kept it.</summary>
    public DateTimeOffset? KeptAt
    {
        get => _keptAt;
        init => _keptAt = value;
    }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The draft that it opened became this case.</summary>
    public void OpenCase(Guid caseId) => _caseId = _caseId is null ? caseId : throw new InvalidOperationException("A code opens one case.");

    public void Keep(DateTimeOffset now) => _keptAt ??= now;

    public void End(DateTimeOffset now) => EndedAt ??= now;
}
