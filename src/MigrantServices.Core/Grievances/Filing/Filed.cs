namespace MigrantServices.Core.Grievances.Filing;

/// <summary>What became of a form that a colleague sent.</summary>
/// <param name="IsNew">False when the same form had been sent before: then its code was shown then, and no new one is.</param>
public sealed record Filed(string Reference, bool IsNew);
