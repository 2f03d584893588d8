using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>The names of those who speak for a group: sealed and found by a search while they do, and by none once they were taken off.</summary>
public sealed class RepresentativeNames(PortalDb db, Vault vault, SearchTokens search)
{
    /// <summary>Somebody to be named, by whose name the case is found from now on.</summary>
    public CasePerson Person(Grievance grievance, string name)
    {
        grievance.AddSearchTokens(search.OfText(name));
        return vault.Person(grievance.Id, PersonPart.Representative, name, null);
    }

    /// <summary>The case is no longer found by this name, unless it holds the same words elsewhere: in what was told, in another's name or in a letter.</summary>
    public async Task ForgetAsync(Grievance grievance, CasePerson gone, CancellationToken cancel)
    {
        var name = vault.Open(gone.Name, gone.Id, SealedField.Name);
        var letters = await db.Messages.AsNoTracking().Where(m => m.CaseId == grievance.Id).Select(m => new { m.Id, m.Body, m.InKorean, m.Template }).ToListAsync(cancel);
        var kept = Own(grievance)
            .Concat(grievance.People.Where(p => p.Id != gone.Id).Select(p => vault.Open(p.Name, p.Id, SealedField.Name)))
            .Concat(letters.Select(m => Without(name, m.Template, vault.Open(m.Body, m.Id, SealedField.Message))))
            .Concat(letters.Where(m => m.InKorean is not null).Select(m => Without(name, m.Template, vault.Open(m.InKorean!.Value, m.Id, SealedField.MessageInKorean))))
            .SelectMany(words => search.OfText(words));
        grievance.ForgetSearchTokens(search.OfText(name).Except(kept));
    }

    // below a letter of the office's stands who speaks for the group, by whose names no letter is found
    private static string Without(string name, string? template, string letter) => template is null ? letter : letter.Replace(name, "", StringComparison.Ordinal);

    private IEnumerable<string> Own(Grievance it) => new (SealedText? Words, string Field)[]
    {
        (it.Account, SealedField.Account), (it.Place, SealedField.Place), (it.Respondent, SealedField.Respondent), (it.Hope, SealedField.Hope),
    }.Where(one => one.Words is { IsEmpty: false }).Select(one => vault.Open(one.Words!.Value, it.Id, one.Field));
}
