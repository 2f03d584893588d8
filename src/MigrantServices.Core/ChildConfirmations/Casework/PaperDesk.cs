using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Duplicates;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>Issues document and card as the third person, and ends them: the deed, its letter and the papers are stored together or not at all.</summary>
public sealed class PaperDesk(PortalDb db, PaperSources from, CardRegister cards, ChildPost post, TimeProvider time)
{
    /// <summary>Issues the papers to which two others agreed. The old ones end in the same moment.</summary>
    /// <param name="seen">The mark of what this colleague looked at before.</param>
    /// <exception cref="RefusedException"><c>child.not-as-seen</c>, <c>child.photograph-missing</c>, <c>child.city-takes-no-part</c>, <c>child.of-age</c>, <c>child.birth-unknown</c>, <c>child.destroyed</c>, <c>child.pairs-open</c>, <c>child.same-child</c>, <c>child.same-child-confirmed</c>, <c>card.somebody-was-faster</c>.</exception>
    public async Task IssueAsync(ChildConfirmation one, string? seen, Actor actor, CancellationToken cancel)
    {
        var (now, because) = (Now, one.IssueBecause);
        if (one.May(ChildConfirmation.Issue, actor) && await WhyNotIssueAsync(one, seen, actor, cancel) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var opened = await from.Vault.OpenAsync(one.ChildId, cancel) ?? throw new RefusedException(new("child.destroyed"));
        var photograph = await from.Vault.PhotographAsync(one.ChildId, cancel) ?? throw new RefusedException(new("child.photograph-missing"));
        var letter = post.Seal(one, post.Letters.Confirmed(one, actor.Name, now), MessagePurpose.Decision, actor, now);
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        one.IssueBy(actor, one.IsUnderAge(opened, ChildConfirmation.Issue, actor, Seoul.DateOf(now)), letter, now);
        post.AddChange(one, actor, ChildConfirmation.Issue);
        var issued = await cards.IssueAsync(
            new()
            {
                CaseId = one.Id,
                ChildId = one.ChildId,
                Municipality = one.Municipality!,
                Language = one.Language,
                PreparedById = one.ProposedById!.Value,
                ApprovedById = one.ApprovedById!.Value,
                IssuedById = actor.UserId!.Value,
                Old = await ValidAsync(one, cancel) is { } old ? new(old, because == IssueReason.Lost ? CardState.Lost : CardState.Replaced) : null,
            },
            cancel);
        await from.Issued.FreezeAsync(one.ChildId, issued.Id, opened.Child, photograph, cancel);
        await all.CommitAsync(cancel);
    }

    /// <summary>From this moment the papers count no more, whoever finds them.</summary>
    public async Task ReportLostAsync(ChildConfirmation one, Actor person, CancellationToken cancel)
    {
        var now = Now;
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        one.ReportLostBy(person, now);
        one.Messages.Add(post.Seal(one, post.Letters.Loss(one, person.IsColleague ? person.Name : null, now), MessagePurpose.Message, Actor.Portal, now));
        await post.SaveAsync(one, person, ChildConfirmation.ReportLost, cancel);
        if (await ValidAsync(one, cancel) is { } valid)
        {
            await cards.EndAsync(valid, CardState.Lost, person, cancel);
        }

        await all.CommitAsync(cancel);
    }

    /// <summary>The confirmation ends as a second person agreed, and its papers with it.</summary>
    public async Task ApproveRevocationAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        var (now, (inKorean, inTheirs)) = (Now, post.ReasonsOf(one));
        var letter = post.Seal(one, post.Letters.Revocation(one, inKorean, inTheirs, actor.Name, now), MessagePurpose.Decision, actor, now);
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        one.ApproveRevocationBy(actor, letter, now);
        await post.SaveAsync(one, actor, ChildConfirmation.ApproveRevocation, cancel);
        if (await ValidAsync(one, cancel) is { } valid)
        {
            await cards.EndAsync(valid, CardState.Revoked, actor, cancel);
        }

        await all.CommitAsync(cancel);
    }

    /// <summary>The family holds the papers: the token is destroyed here.</summary>
    public async Task HandOutAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        one.HandOutPapersBy(actor, Now);
        await post.SaveAsync(one, actor, ChildConfirmation.HandOutPapers, cancel);
        if (await ValidAsync(one, cancel) is { } valid)
        {
            await cards.HandOverAsync(valid, cancel);
        }

        await all.CommitAsync(cancel);
    }

    /// <summary>The old papers came back.</summary>
    public async Task RecordReturnAsync(ChildConfirmation one, Actor actor, CancellationToken cancel)
    {
        var now = Now;
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        one.RecordReturnBy(actor, now);
        await post.SaveAsync(one, actor, ChildConfirmation.RecordReturn, cancel);
        var last = await db.Set<CardIssue>().Where(c => c.CaseId == one.Id && c.State != CardState.Valid && c.OldReturnedOn == null)
            .OrderByDescending(c => c.IssuedAt).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel);
        if (last is { } card)
        {
            await cards.TakeBackAsync(card, Seoul.DateOf(now), cancel);
        }

        await all.CommitAsync(cancel);
    }

    /// <summary>The old papers are lost and cannot come back.</summary>
    public Task ReportOldLostAsync(ChildConfirmation one, Actor person, CancellationToken cancel)
    {
        one.ReportOldLostBy(person, Now);
        return post.SaveAsync(one, person, ChildConfirmation.ReportOldLost, cancel);
    }

    private DateTimeOffset Now => time.GetUtcNow();

    // the first papers of a child wait for its city and for what colleagues say of cases like it; later ones only for what was looked at
    private async Task<Refusal?> WhyNotIssueAsync(ChildConfirmation one, string? seen, Actor actor, CancellationToken cancel) =>
        (one.IssueBecause == IssueReason.First ? from.Rules.WhyNotIn(one) ?? await from.Pairs.WhyNotConfirmAsync(one, actor, cancel) : null)
        ?? await from.Before.WhyNotAsync(one, seen, actor, cancel);

    private Task<Guid?> ValidAsync(ChildConfirmation one, CancellationToken cancel) => db.Set<CardIssue>().AsNoTracking()
        .Where(c => c.CaseId == one.Id && c.State == CardState.Valid).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel);
}

/// <summary>Who the child is, whether its city issues papers today, whether another case is of the same child, what was looked at before, and what is frozen with the papers.</summary>
public sealed record PaperSources(VaultDesk Vault, DecisionRules Rules, ChildPairDesk Pairs, BeforeIssue Before, IssuedAs Issued);
