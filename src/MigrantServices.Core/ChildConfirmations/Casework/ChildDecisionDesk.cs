using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Duplicates;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Puts a confirmation or a refusal before a second person, and sends it back. What the vault knows of the child's age decides with it; no name is opened for that.</summary>
public sealed class ChildDecisionDesk(VaultDesk vault, DecisionRules rules, ChildPairDesk pairs, ChildPost post, TimeProvider time)
{
    /// <summary>The reasons to refuse that rest on what was found, as codes: what is not met, and that another case is of the same child.</summary>
    public async Task<IReadOnlyList<string>> ReasonsToRefuseAsync(ChildConfirmation one, Actor actor, CancellationToken cancel) =>
        rules.ReasonsToRefuse(one, await pairs.IsAnothersAsync(one, actor, cancel));

    /// <exception cref="RefusedException"><c>child.city-takes-no-part</c>, <c>child.unproven</c>, <c>child.destroyed</c>, <c>child.pairs-open</c>, <c>child.same-child</c> and what the case refuses.</exception>
    public async Task ProposeConfirmationAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        if (one.May(ChildConfirmation.ProposeConfirmation, actor) && (rules.WhyNotIn(one) ?? await rules.WhyNotProvenAsync(one, cancel)) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var (isUnderAge, hasPhotograph) = await LookAsync(one, ChildConfirmation.ProposeConfirmation, actor, cancel);
        one.ProposeConfirmationBy(actor, rules.Criteria, isUnderAge, hasPhotograph, Now);
        await post.SaveAsync(one, actor, ChildConfirmation.ProposeConfirmation, cancel);
    }

    /// <exception cref="RefusedException"><c>child.reason-not-found</c> and what the case refuses.</exception>
    public async Task ProposeRefusalAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        var isAnothers = form.Code == ChildConfirmation.SameChild;
        if (isAnothers && one.May(ChildConfirmation.ProposeRefusal, actor) && !await pairs.IsAnothersAsync(one, actor, cancel))
        {
            throw new RefusedException(new("child.reason-not-found"));
        }

        one.ProposeRefusalBy(
            actor,
            form.Code!,
            isAnothers ? null : rules.CriterionOf(form.Code!),
            post.Reasons(one, form),
            post.ReasonsInTheirLanguage(one, form),
            Now);
        await post.SaveAsync(one, actor, ChildConfirmation.ProposeRefusal, cancel);
    }

    /// <summary>The refusal takes effect, and the family has it by the letter with reasons and remedies.</summary>
    /// <exception cref="RefusedException"><c>child.reason-not-found</c>: it was found since that the other case is of another child.</exception>
    public async Task ApproveRefusalAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        if (one.RefusalReason == ChildConfirmation.SameChild && one.May(ChildConfirmation.ApproveRefusal, actor) && !await pairs.IsAnothersAsync(one, actor, cancel))
        {
            throw new RefusedException(new("child.reason-not-found"));
        }

        var (inKorean, inTheirs) = post.ReasonsOf(one);
        one.ApproveRefusalBy(actor, post.Seal(one, post.Letters.Refused(one, inKorean, inTheirs, actor.Name, Now), MessagePurpose.Decision, actor, Now), Now);
        await post.SaveAsync(one, actor, ChildConfirmation.ApproveRefusal, cancel);
    }

    public Task SendBackAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        one.SendBackBy(actor, Now);
        return post.SaveAsync(one, actor, ChildConfirmation.SendBack, cancel);
    }

    public async Task ApproveConfirmationAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        one.ApproveConfirmationBy(actor, (await LookAsync(one, ChildConfirmation.ApproveConfirmation, actor, cancel)).IsUnderAge, Now);
        await post.SaveAsync(one, actor, ChildConfirmation.ApproveConfirmation, cancel);
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private async Task<(bool IsUnderAge, bool HasPhotograph)> LookAsync(ChildConfirmation one, CaseAction deed, Actor actor, CancellationToken cancel)
    {
        // a child of whom nothing is left has nobody to be told apart from
        var opened = await vault.OpenAsync(one.ChildId, cancel) ?? throw new RefusedException(new("child.destroyed"));
        if (one.May(deed, actor) && await pairs.WhyNotConfirmAsync(one, actor, cancel) is { } waits)
        {
            throw new RefusedException(waits);
        }

        return (one.IsUnderAge(opened, deed, actor, Seoul.DateOf(Now)), opened.HasPhotograph);
    }
}
