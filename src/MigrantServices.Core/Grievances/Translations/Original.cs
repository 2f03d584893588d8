using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Translations;

/// <summary>A text of a case as it stands now, opened from its seal.</summary>
/// <param name="Id">What holds it: the case, a message, a record.</param>
public sealed record Original(TextKind Kind, Guid Id, string Language, string Words)
{
    /// <summary>Which version it is: another as soon as one letter of it is another.</summary>
    public byte[] Version(Vault vault) => vault.Mark(Words, Id, Kind.ToString());

    /// <summary>The text and, behind the sign, how it was read: as a form hands it back.</summary>
    public string NamedAs(Guid? translationId) => $"{Kind}:{Id}={translationId?.ToString() ?? ReadItself}";

    /// <summary>What a form says when the original itself was read.</summary>
    public const string ReadItself = "original";
}
