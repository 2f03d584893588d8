namespace MigrantServices.Core.Documents;

/// <summary>What a file was handed in with: a draft not yet sent, a case, or a message in a case.</summary>
public sealed record FileOwner
{
    private FileOwner(Guid? draftId, Guid? caseId, Guid? messageId) => (DraftId, CaseId, MessageId) = (draftId, caseId, messageId);

    public Guid? DraftId { get; }

    public Guid? CaseId { get; }

    public Guid? MessageId { get; }

    public static FileOwner Draft(Guid draftId) => new(draftId, null, null);

    public static FileOwner Case(Guid caseId) => new(null, caseId, null);

    public static FileOwner Message(Guid caseId, Guid messageId) => new(null, caseId, messageId);
}
