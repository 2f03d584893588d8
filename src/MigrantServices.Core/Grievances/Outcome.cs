namespace MigrantServices.Core.Grievances;

/// <summary>How a grievance ends: the outcome and its reason, as codes.</summary>
public sealed record Outcome(string Code, string Reason);
