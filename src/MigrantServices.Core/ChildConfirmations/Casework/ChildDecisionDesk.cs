using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Puts a confirmation or a refusal before a second person, and sends it back. What the vault knows of the child's age decides with it; no name is opened for that.</summary>
public sealed class ChildDecisionDesk(VaultDesk vault, TakingPart parts, CaseWords words, AccessLog access, TimeProvider time)
{
    public async Task ProposeConfirmationAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        var (isUnderAge, hasPhotograph) = await LookAsync(one, cancel);
        one.ProposeConfirmationBy(actor, parts.Criteria, isUnderAge, hasPhotograph, Now);
        await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.ProposeConfirmation, cancel);
    }

    public Task ProposeRefusalAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        one.ProposeRefusalBy(
            actor,
            form.Code!,
            words.Seal(form.Words!, one.Id, SealedField.Reasons),
            one.Language == "ko" || string.IsNullOrWhiteSpace(form.InTheirLanguage) ? null : words.Seal(form.InTheirLanguage, one.Id, SealedField.ReasonsInTheirLanguage),
            Now);
        return access.SaveChangeAsync(actor, one.Id, ChildConfirmation.ProposeRefusal, cancel);
    }

    public Task SendBackAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        one.SendBackBy(actor, Now);
        return access.SaveChangeAsync(actor, one.Id, ChildConfirmation.SendBack, cancel);
    }

    public async Task ApproveConfirmationAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        one.ApproveConfirmationBy(actor, (await LookAsync(one, cancel)).IsUnderAge, Now);
        await access.SaveChangeAsync(actor, one.Id, ChildConfirmation.ApproveConfirmation, cancel);
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private async Task<(bool IsUnderAge, bool HasPhotograph)> LookAsync(ChildConfirmation one, CancellationToken cancel)
    {
        var opened = await vault.OpenAsync(one.ChildId, cancel) ?? throw new RefusedException(new("child.destroyed"));
        return (opened.Child.Born?.IsUnderAgeOn(Seoul.DateOf(Now)) == true, opened.HasPhotograph);
    }
}
