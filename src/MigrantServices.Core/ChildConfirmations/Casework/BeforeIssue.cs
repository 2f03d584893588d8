using System.Globalization;
using MigrantServices.Core.Cases;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>The photograph as it will be printed, and the mark by which it is known that this colleague looked at it as the case stood.</summary>
public sealed record SeenPhotograph(byte[] Jpeg, string Mark);

/// <summary>Whoever issues papers looks at the photograph first; only what they looked at is issued.</summary>
public sealed class BeforeIssue(IdentityDesk identities, VaultDesk people, Vault vault)
{
    /// <summary>Puts on record that they looked.</summary>
    /// <returns>Null when there is no photograph, or the child's key was destroyed.</returns>
    /// <exception cref="RefusedException">The papers cannot be issued by this colleague now.</exception>
    public async Task<SeenPhotograph?> LookAsync(ChildConfirmation one, Actor actor, CancellationToken cancel) =>
        await identities.BeforeIssueAsync(one, actor, cancel) is { } jpeg ? new(jpeg, MarkOf(one, jpeg, actor)) : null;

    /// <summary>Why these papers are not those that this colleague looked at; null when they are.</summary>
    /// <param name="mark">What the page carried that showed them; null or anything else where nobody opened it.</param>
    public async Task<Refusal?> WhyNotAsync(ChildConfirmation one, string? mark, Actor actor, CancellationToken cancel) =>
        await people.PhotographAsync(one.ChildId, cancel) is not { } jpeg ? new("child.photograph-missing")
        : mark != MarkOf(one, jpeg, actor) ? new Refusal("child.not-as-seen")
        : null;

    // keyed, so that nobody makes it who was not shown the picture; another photograph, colleague or state of the case is another mark
    private string MarkOf(ChildConfirmation one, byte[] jpeg, Actor actor) => Convert.ToHexStringLower(vault.Mark(
        string.Create(CultureInfo.InvariantCulture, $"{actor.UserId:N}:{one.Revision}:{Convert.ToBase64String(jpeg)}"), one.Id, SealedField.SeenBeforeIssue));
}
