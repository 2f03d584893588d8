namespace MigrantServices.Core.People;

/// <summary>The single roles behind a combination, and which of them a grant can give.</summary>
public static class Roles
{
    public static readonly IReadOnlyList<Role> Grantable = [.. Enum.GetValues<Role>().Where(r => r is not Role.None && IsOne(r) && (r & Role.Colleagues) != 0)];

    public static IEnumerable<Role> Each(this Role roles) =>
        Enum.GetValues<Role>().Where(r => r is not Role.None && IsOne(r) && (roles & r) != 0);

    public static bool IsOne(this Role role) => (role & (role - 1)) == 0;
}
