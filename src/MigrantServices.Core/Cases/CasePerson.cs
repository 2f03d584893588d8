using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Cases;

/// <summary>Who somebody in a case is and how they can be reached: the only place that knows it, every word of it sealed.</summary>
public sealed class CasePerson
{
    public const int NameMaxLength = 200;
    public const int ContactMaxLength = 200;
    public const int NoteMaxLength = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public required PersonPart Part { get; init; }

    /// <summary>The name in the person's own script.</summary>
    public required SealedText Name { get; init; }

    /// <summary>A telephone number, an address or an e-mail address.</summary>
    public SealedText? Contact { get; init; }
}

/// <summary>What somebody is in a case.</summary>
public enum PersonPart
{
    Filer,

    /// <summary>One of up to three who speak for a group.</summary>
    Representative,

    /// <summary>Somebody who left a way to be reached but no name.</summary>
    Unnamed,

    /// <summary>Who told the office of a child; they learn nothing of it.</summary>
    Requester,

    /// <summary>Somebody whom the person trusts and wants to have with them or told in their place.</summary>
    Trusted,

    /// <summary>Who interpreted when the case was taken down at a counter.</summary>
    Interpreter,
}
