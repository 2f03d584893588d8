namespace MigrantServices.Core.Documents.Kinds;

/// <summary>What a file turned out to be: one of our kinds, or the reason why it is not taken.</summary>
public readonly record struct Recognition(FileKind? Kind, string? Refusal)
{
    public static implicit operator Recognition(FileKind kind) => Of(kind);

    public static Recognition Of(FileKind kind) => new(kind, null);

    public static Recognition Refused(string code) => new(null, code);
}
