using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances.OtherSide;

/// <summary>Seals letters to the other side, lets none out that names somebody in the case, and opens those that went out.</summary>
public sealed class OtherSidePost(PortalDb db, Originals originals, CaseWords words, Vault vault, TimeProvider time)
{
    /// <summary>Why this letter cannot go out; null when it can. What people are called and how they are reached, also those of cases that are handled together with this one, is compared and shown to nobody.</summary>
    public async Task<Refusal?> WhyNotAsync(Grievance grievance, Letter letter, CancellationToken cancel)
    {
        var cases = await originals.CasesAsync(grievance.Id, cancel);
        var people = await db.Set<CasePerson>().AsNoTracking().Where(p => cases.Contains(p.CaseId)).ToListAsync(cancel);
        var known = people.SelectMany(p => new[] { vault.Open(p.Name, p.Id, SealedField.Name), p.Contact is { } contact ? vault.Open(contact, p.Id, SealedField.Contact) : null });
        // a note is no name, but a number or an address may stand in it
        var kept = await db.Grievances.AsNoTracking().VisibleTo(Actor.Portal, Grievance.Service).Where(g => cases.Contains(g.Id)).Select(g => new { g.Id, g.ContactNote, g.InterpreterNote }).ToListAsync(cancel);
        var notes = kept.SelectMany(g => new[] { Open(g.ContactNote, g.Id, SealedField.ContactNote), Open(g.InterpreterNote, g.Id, SealedField.InterpreterNote) });
        return known.OfType<string>().Any(one => NamedIn.Has(letter.InKorean, one)) || notes.OfType<string>().Any(note => NamedIn.HasContact(letter.InKorean, note))
            ? new("other-side.names-the-person")
            : null;

        string? Open(SealedText? note, Guid caseId, string field) => note is { } words ? vault.Open(words, caseId, field) : null;
    }

    /// <summary>Where somebody suffers for having complained, or is protected, nothing goes out without the reason why it does all the same.</summary>
    public static Refusal? WhyNotSafe(Grievance grievance, string? although) =>
        grievance.IsUnsafe && string.IsNullOrWhiteSpace(although) ? new("other-side.not-safe") : null;

    /// <param name="although">Why it goes out although somebody is not safe; kept only where somebody is not.</param>
    /// <exception cref="RefusedException"><c>other-side.names-the-person</c>.</exception>
    public async Task<OtherSideLetter> SealAsync(Grievance grievance, Letter letter, Guid? about, Actor actor, CancellationToken cancel, string? although = null)
    {
        if (await WhyNotAsync(grievance, letter, cancel) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            CaseId = grievance.Id,
            Template = letter.Template,
            AboutId = about,
            Text = words.Seal(letter.InKorean, id, SealedField.OtherSide),
            Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letter.InKorean.Trim()))),
            SentAt = time.GetUtcNow(),
            SentById = actor.UserId!.Value,
            AlthoughUnsafe = !grievance.IsUnsafe || string.IsNullOrWhiteSpace(although) ? null : words.Seal(although, id, SealedField.AlthoughUnsafe),
        };
    }

    /// <summary>A letter of this case as it went out; null when there is no such.</summary>
    public async Task<SentToOtherSide?> FindAsync(Guid caseId, Guid id, CancellationToken cancel)
    {
        var one = await db.Set<OtherSideLetter>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == id && l.CaseId == caseId, cancel);
        return one is null ? null : new(
            one.Id,
            one.SentAt,
            vault.Open(one.Text, one.Id, SealedField.OtherSide),
            one.Fingerprint,
            one.AlthoughUnsafe is { } although ? vault.Open(although, one.Id, SealedField.AlthoughUnsafe) : null);
    }
}

/// <summary>A letter to the other side, opened for a colleague.</summary>
/// <param name="Although">Why it went out although somebody is not safe.</param>
public sealed record SentToOtherSide(Guid Id, DateTimeOffset SentAt, string InKorean, string Fingerprint, string? Although);

/// <summary>A letter to the other side as the page of the case lists it.</summary>
public sealed record OtherSideLine(Guid Id, string Template, Guid? AboutId, DateTimeOffset SentAt, string By);
