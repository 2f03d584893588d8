using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Other papers: asked for by the family or a colleague, proposed, approved or declined; and the refusal, the end and the longer time that go out by letter.</summary>
public sealed class ReissueDesk(VaultDesk vault, ChildPost post, ChildKeeping keeping, Clocks clocks, TimeProvider time)
{
    public Task AskAsync(ChildConfirmation one, IssueReason because, Actor person, CancellationToken cancel)
    {
        one.AskReissueBy(person, because, clocks.For(ChildConfirmation.Prefix, Now), Now);
        return post.SaveAsync(one, person, ChildConfirmation.AskReissue, cancel);
    }

    /// <summary>Who is confirmed gets other papers wherever the family lives by now: only the first ones are a city's to issue or not.</summary>
    public async Task ProposeAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        one.ProposeReissueBy(actor, await vault.PhotographAsync(one.ChildId, cancel) is not null, Now);
        await post.SaveAsync(one, actor, ChildConfirmation.ProposeReissue, cancel);
    }

    public Task SendBackAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        one.SendBackReissueBy(actor, Now);
        return post.SaveAsync(one, actor, ChildConfirmation.SendBackReissue, cancel);
    }

    public Task ApproveAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        one.ApproveReissueBy(actor, Now);
        return post.SaveAsync(one, actor, ChildConfirmation.ApproveReissue, cancel);
    }

    public Task DeclineAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        var letter = post.Letters.ReissueDeclined(one, form.Words!, form.InTheirLanguage, actor.Name, Now);
        one.DeclineReissueBy(actor, post.Seal(one, letter, MessagePurpose.Decision, actor, Now), Now);
        return post.SaveAsync(one, actor, ChildConfirmation.DeclineReissue, cancel);
    }

    public Task ProposeRevocationAsync(ChildConfirmation one, DoChildDeed form, Actor actor, CancellationToken cancel)
    {
        one.ProposeRevocationBy(actor, form.Code!, post.Reasons(one, form), post.ReasonsInTheirLanguage(one, form), Now);
        return post.SaveAsync(one, actor, ChildConfirmation.ProposeRevocation, cancel);
    }

    public Task SendBackRevocationAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        one.SendBackRevocationBy(actor, Now);
        return post.SaveAsync(one, actor, ChildConfirmation.SendBackRevocation, cancel);
    }

    /// <summary>The photograph as it would be printed, for whoever is about to send it. Nothing is kept.</summary>
    /// <exception cref="RefusedException">It is none, or cannot be used: <c>photo.*</c>.</exception>
    public static byte[] Look(ChildConfirmation one, byte[] picture, PhotoPart part, Actor person) =>
        one.WhyNot(ChildConfirmation.PutPhotograph, person) is { } refusal ? throw new RefusedException(refusal) : Photograph.Part(picture, part).Jpeg;

    /// <summary>A photograph of the child, from the family or a colleague: cropped, upright and with nothing of the camera in it.</summary>
    /// <exception cref="RefusedException"><c>child.no-ground</c>, or it is none, or cannot be used: <c>photo.*</c>.</exception>
    public async Task PutPhotographAsync(ChildConfirmation one, byte[] picture, Actor person, CancellationToken cancel, PhotoPart? part = null)
    {
        if ((one.WhyNot(ChildConfirmation.PutPhotograph, person) ?? keeping.WhyNot(one, person)) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var photograph = Photograph.Part(picture, part ?? new());
        one.PutPhotographBy(person, Now);
        await keeping.KeepAsync(one, person, ChildConfirmation.PutPhotograph, () => vault.PutPhotographAsync(one.ChildId, photograph.Jpeg, cancel), cancel);
    }

    private DateTimeOffset Now => time.GetUtcNow();
}
