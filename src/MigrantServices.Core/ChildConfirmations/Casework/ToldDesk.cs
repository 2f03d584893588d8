using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Export;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Opens what was told with the case for whoever handles it or supervises there, and how to reach those who told it only with a purpose. Each reading is on record.</summary>
public sealed class ToldDesk(Vault vault, ReferenceBook book, AccessLog access, TimeProvider time)
{
    public const string AccountDetail = "account";
    public const string ContactDetail = "contact:";

    /// <summary>Why this colleague may not read it; null when they may.</summary>
    public static Refusal? WhyNot(ChildConfirmation one, Actor actor) => ChildExportDesk.May(one, actor) ? null : new("child.told-not-yours");

    /// <exception cref="RefusedException"><c>child.told-not-yours</c>.</exception>
    public async Task<ToldView> ReadAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        Refuse(WhyNot(one, actor));
        await access.WriteAsync(actor, AccessDeed.View, one.Id, AccountDetail, cancel);
        return new(
            Open(one.Account, one.Id, SealedField.Account),
            Open(one.InterpreterNote, one.Id, SealedField.InterpreterNote),
            one.ContactNote is not null || one.People.Count > 0);
    }

    /// <summary>Who told it and how to reach them safely, for one reading.</summary>
    /// <exception cref="RefusedException"><c>child.told-not-yours</c>, <c>child.no-such-purpose</c>.</exception>
    public async Task<ToldContact> ContactAsync(ChildConfirmation one, string? purpose, Actor actor, CancellationToken cancel)
    {
        Refuse(WhyNot(one, actor) ?? (book.Has(Lists.IdentityPurposes, purpose, Seoul.DateOf(time.GetUtcNow())) ? null : new("child.no-such-purpose")));
        await access.WriteAsync(actor, AccessDeed.View, one.Id, ContactDetail + purpose, cancel);
        return new(
            Open(one.ContactNote, one.Id, SealedField.ContactNote),
            [.. one.People.OrderBy(p => p.Part).ThenBy(p => p.Id).Select(p => new ToldPerson(p.Part, vault.Open(p.Name, p.Id, SealedField.Name), Open(p.Contact, p.Id, SealedField.Contact)))]);
    }

    private string? Open(SealedText? text, Guid owner, string field) => text is { } words ? vault.Open(words, owner, field) : null;

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}

/// <summary>What was told, in the words in which it was.</summary>
/// <param name="HasContact">Whether more stands there that opens with a purpose.</param>
public sealed record ToldView(string? Account, string? InterpreterNote, bool HasContact);

/// <summary>How it is safe to reach them, and who told it or interpreted.</summary>
public sealed record ToldContact(string? Note, IReadOnlyList<ToldPerson> People);

public sealed record ToldPerson(PersonPart Part, string Name, string? Contact);
