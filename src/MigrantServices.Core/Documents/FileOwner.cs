namespace MigrantServices.Core.Documents;

/// <summary>What a file was handed in with: a draft not yet sent, a case, or a message in a case.</summary>
public sealed record FileOwner
{
    private FileOwner(Guid? draftId, Guid? caseId, Guid? messageId, bool isFromPerson = false) =>
        (DraftId, CaseId, MessageId, IsFromPerson) = (draftId, caseId, messageId, isFromPerson);

    public Guid? DraftId { get; }

    public Guid? CaseId { get; }

    public Guid? MessageId { get; }

    /// <summary>It comes from the person, whoever puts it in for them.</summary>
    public bool IsFromPerson { get; }

    public static FileOwner Draft(Guid draftId) => new(draftId, null, null, isFromPerson: true);

    public static FileOwner Case(Guid caseId) => new(null, caseId, null);

    public static FileOwner Message(Guid caseId, Guid messageId) => new(null, caseId, messageId);

    /// <summary>A message of the person that a colleague puts in.</summary>
    public static FileOwner MessageOfPerson(Guid caseId, Guid messageId) => new(null, caseId, messageId, isFromPerson: true);
}
