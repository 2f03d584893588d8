namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>What a referral can tell of a child; the list of services says which of it each may carry at most.</summary>
public static class ChildItems
{
    public const string NameOwn = "name-own";
    public const string NameLatin = "name-latin";
    public const string NameKorean = "name-korean";
    public const string Born = "born";
    public const string Age = "age";
    public const string Sex = "sex";
    public const string Address = "address";
    public const string City = "city";
    public const string Language = "language";
    public const string ParentName = "parent-name";
    public const string ParentContact = "parent-contact";
    public const string ConfirmationNumber = "confirmation-number";

    /// <summary>In the order in which they stand in a referral.</summary>
    public static readonly IReadOnlyList<string> All =
        [NameOwn, NameLatin, NameKorean, Born, Age, Sex, City, Address, Language, ParentName, ParentContact, ConfirmationNumber];

    /// <summary>What leads to a parent.</summary>
    public static readonly IReadOnlySet<string> OfParents = new HashSet<string>([ParentName, ParentContact], StringComparer.Ordinal);

    /// <summary>What stands in the identity vault only, and is opened with a purpose.</summary>
    public static readonly IReadOnlySet<string> FromVault =
        new HashSet<string>([NameOwn, NameLatin, NameKorean, Born, Age, Sex, Address, ParentName, ParentContact], StringComparer.Ordinal);
}
