using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>Hands out papers and ends them: never two valid ones for a child. The desk that calls it puts the deed on record.</summary>
public sealed class CardRegister(PortalDb db, TokenSigner signer, Vault vault, Templates templates, TimeProvider time)
{
    private const string SealedTokenField = "card_issues.sealed_token";

    /// <summary>
    /// Ends the older papers, where there are some, and hands out new ones, together or not at all. Joins a transaction that is open,
    /// and saves what else the context holds.
    /// </summary>
    /// <exception cref="RefusedException">Two of the three people are one, or somebody was faster.</exception>
    public async Task<IssuedCard> IssueAsync(NewCard what, CancellationToken cancel)
    {
        if (CardIssue.WhyNotBy(what.PreparedById, what.ApprovedById, what.IssuedById) is { } refusal)
        {
            throw new RefusedException(refusal);
        }

        var now = time.GetUtcNow();
        var token = signer.Sign();
        var (document, card) = CardSerial.NewPair();
        var issue = Issue(what, token, document, card, now);
        issue.Keep(vault.Seal(token.Text, issue.Id, SealedTokenField));
        try
        {
            await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
            await EndOldAsync(what, now, cancel);
            db.Add(issue);
            await db.SaveChangesAsync(cancel);
            await (own?.CommitAsync(cancel) ?? Task.CompletedTask);
        }
        catch (DbUpdateException twice) when (IsSecondValid(twice))
        {
            db.Entry(issue).State = EntityState.Detached;
            throw new RefusedException(new("card.somebody-was-faster"));
        }

        return new(issue.Id, document, card, issue.Template, token.Text, now);
    }

    /// <summary>Ends papers without new ones in their place: lost, taken back, or the child has become eighteen.</summary>
    public async Task EndAsync(Guid cardId, CardState end, Actor actor, CancellationToken cancel, DateOnly? returnedOn = null)
    {
        if (end is CardState.Valid or CardState.Replaced || (actor.UserId is null && end != CardState.AgedOut && !(end == CardState.Lost && actor.CodeId is not null)))
        {
            throw new ArgumentOutOfRangeException(nameof(end), end, "Replaced comes with the new papers; a person ends what the calendar does not.");
        }

        if (await EndAsync(cardId, null, end, actor.UserId, returnedOn, time.GetUtcNow(), cancel) == 0)
        {
            throw new RefusedException(new("card.ended-before"));
        }
    }

    /// <summary>The old papers have come back to the office, after their end.</summary>
    public async Task TakeBackAsync(Guid cardId, DateOnly on, CancellationToken cancel)
    {
        var done = await db.Set<CardIssue>().Where(c => c.Id == cardId && c.State != CardState.Valid && c.OldReturnedOn == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.OldReturnedOn, on), cancel);
        if (done == 0)
        {
            throw new RefusedException(new("card.not-to-come-back"));
        }
    }

    /// <summary>The token once more, for papers that came out of the printer badly. Only while they are valid and the family does not hold them yet.</summary>
    public async Task<string> PrintAgainAsync(Guid cardId, CancellationToken cancel)
    {
        var kept = await db.Set<CardIssue>().AsNoTracking().Where(c => c.Id == cardId).Select(c => c.SealedToken).SingleOrDefaultAsync(cancel);
        return kept is { IsEmpty: false } token ? vault.Open(token, cardId, SealedTokenField) : throw new RefusedException(new("card.handed-over"));
    }

    /// <summary>The family holds the papers: from now on nobody can print them again, only replace them.</summary>
    public Task HandOverAsync(Guid cardId, CancellationToken cancel) => db.Set<CardIssue>().Where(c => c.Id == cardId)
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.SealedToken, (SealedText?)null), cancel);

    /// <summary>What was handed out in a case, the newest first.</summary>
    public Task<List<CardLine>> OfCaseAsync(Guid caseId, CancellationToken cancel) => db.Set<CardIssue>().AsNoTracking()
        .Where(c => c.CaseId == caseId).OrderByDescending(c => c.IssuedAt).ThenByDescending(c => c.Id)
        .Select(c => new CardLine(c.Id, c.DocumentSerial, c.CardSerial, c.Template, c.Language, c.State, c.IssuedAt, c.EndedAt, c.OldReturnedOn, c.SealedToken != null))
        .ToListAsync(cancel);

    private CardIssue Issue(NewCard what, NewToken token, string document, string card, DateTimeOffset now) => new()
    {
        CaseId = what.CaseId,
        ChildId = what.ChildId,
        DocumentSerial = document,
        CardSerial = card,
        Template = templates.VersionOf(Templates.Papers, now),
        TokenHash = token.Hash,
        KeyId = token.KeyId,
        Language = what.Language,
        PreparedById = what.PreparedById,
        ApprovedById = what.ApprovedById,
        IssuedById = what.IssuedById,
        IssuedAt = now,
        Municipality = what.Municipality,
    };

    private async Task EndOldAsync(NewCard what, DateTimeOffset now, CancellationToken cancel)
    {
        if (what.Old is not { } old)
        {
            return;
        }

        if (old.Becomes is not (CardState.Replaced or CardState.Lost))
        {
            throw new ArgumentOutOfRangeException(nameof(what), old.Becomes, "Papers that make room for new ones are replaced or lost.");
        }

        // who waits here for somebody else's row finds it ended
        if (await EndAsync(old.Id, what.ChildId, old.Becomes, what.IssuedById, old.ReturnedOn, now, cancel) == 0)
        {
            throw new RefusedException(new("card.somebody-was-faster"));
        }
    }

    private Task<int> EndAsync(Guid cardId, Guid? childId, CardState end, Guid? by, DateOnly? returnedOn, DateTimeOffset now, CancellationToken cancel) =>
        db.Set<CardIssue>().Where(c => c.Id == cardId && c.State == CardState.Valid && (childId == null || c.ChildId == childId))
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.State, end).SetProperty(c => c.EndedAt, now).SetProperty(c => c.EndedById, by)
                    .SetProperty(c => c.OldReturnedOn, returnedOn).SetProperty(c => c.SealedToken, (SealedText?)null),
                cancel);

    private static bool IsSecondValid(DbUpdateException failure) => failure.InnerException is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation,
        ConstraintName: CardIssueConfiguration.OneValidAChild or CardIssueConfiguration.OneValidACase,
    };
}

/// <summary>Papers as a colleague sees them in a case.</summary>
/// <param name="IsPrintable">Not handed over yet: a spoilt print can be made again.</param>
public sealed record CardLine(
    Guid Id,
    string DocumentSerial,
    string CardSerial,
    int Template,
    string Language,
    CardState State,
    DateTimeOffset IssuedAt,
    DateTimeOffset? EndedAt,
    DateOnly? OldReturnedOn,
    bool IsPrintable);
