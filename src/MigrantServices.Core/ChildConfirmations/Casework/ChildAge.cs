using MigrantServices.Core.Cases;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Whether a child is under eighteen by what the vault holds. That nobody knows when it was born is not the same as being of age.</summary>
internal static class ChildAge
{
    /// <exception cref="RefusedException"><c>child.birth-unknown</c>.</exception>
    public static bool IsUnderAge(this ChildConfirmation one, OpenedIdentity opened, CaseAction deed, Actor actor, DateOnly today)
    {
        // what the deed itself refuses is said first
        if (opened.Child.Born is null && one.May(deed, actor))
        {
            throw new RefusedException(new("child.birth-unknown"));
        }

        return opened.Child.Born?.IsUnderAgeOn(today) == true;
    }
}
