namespace MigrantServices.Core.People;

/// <summary>The single roles behind a combination, and which of them a grant can give.</summary>
public static class Roles
{
    private static readonly Role[] Single = [.. Enum.GetValues<Role>().Where(r => r != Role.None && (r & (r - 1)) == Role.None)];

    public static readonly IReadOnlyList<Role> Grantable = [.. Role.Colleagues.Each()];

    /// <summary>Those to whom cases open. An administrator holds none of them, so that who gives rights reads no case.</summary>
    public const Role OfCases = Role.AllHandlers | Role.CommitteeMember | Role.CommitteeSecretary | Role.Partner;

    /// <summary>Those that open nothing before a privacy officer has confirmed them: cases, to whom help is paid, and the confirming itself.</summary>
    public const Role Confirmed = OfCases | Role.BudgetOfficer | Role.PrivacyOfficer;

    public static readonly IReadOnlyList<Role> ToConfirm = [.. Confirmed.Each()];

    public static IEnumerable<Role> Each(this Role roles) => Single.Where(r => (roles & r) != Role.None);

    public static bool IsOne(this Role role) => Array.IndexOf(Single, role) >= 0;
}
