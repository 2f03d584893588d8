using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Opens what stands on the papers for whoever prints them; the opening and the printing are put on record first.</summary>
public sealed class PrintDesk(PrintSources from, CardRegister cards, OfficeContacts contacts, AccessLog access)
{
    internal const string Purpose = "issue-papers";

    /// <exception cref="RefusedException"><c>child.identity-not-yours</c>, <c>child.destroyed</c>, <c>child.photograph-missing</c>, <c>card.handed-over</c>, <c>card.changed-since</c>.</exception>
    public async Task<(OpenedIdentity Identity, byte[] Photograph, string Token, string Phone)> OpenAsync(ChildConfirmation one, CardIssue card, Actor actor, CancellationToken cancel)
    {
        var token = await cards.PrintAgainAsync(card.Id, cancel);
        if (await from.Issued.WhyNotPrintAsync(card, cancel) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var identity = await from.Identities.OpenAsync(one, Purpose, actor, cancel) ?? throw new RefusedException(new("child.destroyed"));
        var photograph = await from.Identities.PhotographAsync(one, actor, cancel) ?? throw new RefusedException(new("child.photograph-missing"));
        await access.WriteAsync(actor, AccessDeed.Print, one.Id, "papers:" + card.Id, cancel);
        // a second print says what the first one said
        return (identity, photograph, token, contacts.LineOf(ChildConfirmation.Prefix, card.Municipality, card.IssuedAt).Phone);
    }
}
