namespace MigrantServices.Core.Cases;

/// <summary>A draft with its code and its answers, on its way to become a case.</summary>
public sealed record HeldDraft<T>(DraftKey Key, CaseDraft Draft, CaseCode Code, bool HasFiles, T Answers);
