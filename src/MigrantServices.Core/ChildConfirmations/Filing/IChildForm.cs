using MigrantServices.Core.IdentityVault;

namespace MigrantServices.Core.ChildConfirmations.Filing;

/// <summary>What every way in brings: where the child is, and as much of who it is as was told.</summary>
public interface IChildForm
{
    /// <summary>The five-digit code.</summary>
    string? City { get; }

    /// <summary>They agree to be put on the list until the city takes part.</summary>
    bool? Waits { get; }

    /// <summary>The child is in danger now: then nothing waits for a city.</summary>
    bool InDanger { get; }

    /// <summary>Who the child is, for the vault.</summary>
    ChildIdentity Child();

    /// <summary>The parents who are known, for the vault.</summary>
    IReadOnlyList<(Kinship Relation, ParentIdentity Identity)> KnownParents();
}
