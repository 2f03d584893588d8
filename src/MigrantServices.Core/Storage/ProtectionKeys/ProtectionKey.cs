namespace MigrantServices.Core.Storage.ProtectionKeys;

/// <summary>A key under which the portal signs forms and cookies, shared by all its nodes and sealed by a key outside the database.</summary>
public sealed class ProtectionKey
{
    public const int NameMaxLength = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
