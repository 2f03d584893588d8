using System.Security.Cryptography;
using System.Text;
using MigrantServices.Core.Matching;

namespace MigrantServices.Core.IdentityVault;

/// <summary>The keyed marks by which children meet: of names, of a parent with the year of birth, of how a parent is reached, of where the child lives. They lie in the vault and are made under its key.</summary>
internal sealed class ChildMarks(VaultKeys keys)
{
    public const string Name = "name";

    /// <summary>The name as it would be if one part had been left out.</summary>
    public const string NamePart = "name-part";

    private const string Parent = "parent";
    private const string Contact = "contact";
    private const string Address = "address";

    public static readonly IReadOnlyList<string> Kinds = [Name, NamePart, Parent, Contact, Address];

    /// <summary>What is of a parent is marked on the parent, so that it goes with them.</summary>
    public IReadOnlyList<VaultMark> Of(Guid childId, OpenedIdentity of)
    {
        var names = of.Child.Name.Forms.Select(NameForms.Of).Where(name => !name.IsEmpty).ToList();
        var years = YearsOf(of.Child.Born);
        return
        [
            .. names.Select(name => One(childId, Name, Name, name.Skeleton))
                .Concat(names.SelectMany(name => name.SkeletonsWithoutOne).Select(skeleton => One(childId, NamePart, Name, skeleton)))
                .Concat(ChildLikeness.Place(of.Child.Address) is { } place ? [One(childId, Address, Address, place)] : [])
                .Concat(of.Parents.SelectMany(parent => parent.Identity.Name.Forms.Select(NameForms.Of).Where(name => !name.IsEmpty)
                    .SelectMany(name => years.Select(year => One(parent.Id, Parent, Parent, $"{name.Skeleton}:{year}")))))
                .Concat(of.Parents.SelectMany(parent => ChildLikeness.Contacts(parent.Identity).Select(reach => One(parent.Id, Contact, Contact, reach))))
                .DistinctBy(KeyOf),
        ];
    }

    public static (Guid, string, string) KeyOf(VaultMark mark) => (mark.PersonId, mark.Kind, Convert.ToHexString(mark.Mark));

    // a year that somebody remembers may be wrong by one
    private static IReadOnlyList<int> YearsOf(BirthDay? born) => born is null ? []
        : born.Precision is Calendar.DatePrecision.Day or Calendar.DatePrecision.Month ? [born.Date.Year]
        : [born.Date.Year - 1, born.Date.Year, born.Date.Year + 1];

    private VaultMark One(Guid person, string kind, string what, string words) =>
        new() { PersonId = person, Kind = kind, Mark = HMACSHA256.HashData(keys.MarkKey, Encoding.UTF8.GetBytes($"{what}:{words}")) };
}
