namespace MigrantServices.Core.Privacy;

/// <summary>Marks an answer in which people write freely: registration and passport numbers in it are hidden before it is kept (L36, L40).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FreeTextAttribute : Attribute;
