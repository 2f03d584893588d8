namespace MigrantServices.Core.IdentityVault;

/// <content>Parents who come to an office in person.</content>
public sealed partial class VaultDesk
{
    /// <summary>A parent of that kind who bears one of these names and stands in the file is written anew; anybody else is added.</summary>
    public async Task TakeParentInAsync(Guid childId, Kinship relation, ParentIdentity parent, CancellationToken cancel)
    {
        var known = (await OpenAsync(childId, cancel))?.Parents.FirstOrDefault(one => one.Relation == relation && one.Identity.Name.Forms.Intersect(parent.Name.Forms, StringComparer.OrdinalIgnoreCase).Any());
        if (known is null)
        {
            await AddParentAsync(childId, relation, parent, cancel);
            return;
        }

        // what they did not say today is not forgotten
        var (name, before) = (known.Identity.Name, known.Identity);
        await ChangeParentAsync(
            known.Id,
            new(new(parent.Name.Own ?? name.Own, parent.Name.Latin ?? name.Latin, parent.Name.Korean ?? name.Korean), parent.Born ?? before.Born, parent.Nationality ?? before.Nationality, parent.Contact ?? before.Contact),
            cancel);
    }
}
