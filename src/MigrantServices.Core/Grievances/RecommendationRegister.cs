using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>The reading side of the recommendations: the list a page at a time, each page put on record, and one of them opened.</summary>
public sealed class RecommendationRegister(PortalDb db, Vault vault, AccessLog access, TimeProvider time)
{
    /// <summary>What the record of access says of a page of the list.</summary>
    public const string Detail = "recommendations";

    private static readonly CaseStatus[] Sendable = [.. Grievance.Service.Lifecycle.Where(line => line.Action == Grievance.Recommend).Select(line => line.From)];

    public async Task<RecommendationPage> ReadAsync(RecommendationTab tab, string? after, Actor actor, CancellationToken cancel)
    {
        var today = Seoul.DateOf(time.GetUtcNow());
        var found = await InOrder(In(Visible(actor), tab, today), tab, WorklistPlace.Read(after, byDueDay: true))
            .Take(RecommendationPage.Size + 1)
            .Select(r => new RecommendationRow
            {
                Id = r.Recommendation.Id,
                CaseId = r.Recommendation.CaseId,
                Reference = r.Reference,
                AddresseeKind = r.Recommendation.AddresseeKind,
                AddresseeSector = r.Recommendation.AddresseeSector,
                SentOn = r.Recommendation.SentOn,
                DueOn = r.Recommendation.DueOn,
                Reply = r.Recommendation.Reply,
                RepliedOn = r.Recommendation.RepliedOn,
                LastFound = r.Recommendation.Checks.OrderByDescending(c => c.CheckedOn).ThenByDescending(c => c.Id).Select(c => (MeasuresFound?)c.Found).FirstOrDefault(),
            })
            .ToListAsync(cancel);
        var rows = found.Take(RecommendationPage.Size).ToList();
        var counts = await CountAsync(actor, today, cancel);
        await access.WriteAsync(actor, AccessDeed.List, [.. rows.Select(r => r.CaseId).Distinct()], Detail, cancel);
        return new(rows, found.Count > rows.Count ? Place(rows[^1], tab).ToString() : null, counts);
    }

    /// <summary>The cases whose recommendation waits for a second person and can be sent by this one now.</summary>
    public async Task<IReadOnlyList<string>> ToApproveAsync(Actor actor, CancellationToken cancel)
    {
        var me = actor.UserId;
        return await db.Grievances.AsNoTracking().SupervisedBy(actor, Grievance.Service)
            .Where(c => c.RecommendationById != null && c.RecommendationById != me && !c.ClosedTo.Contains(c.RecommendationById.Value) && Sendable.Contains(c.Status))
            // as the entity says how a case ends after all
            .Where(c => (c.AnswerStands == false && c.ObjectionApprovedById != null ? c.ObjectionOutcome : c.Outcome) == Recommendation.Outcome)
            .OrderBy(c => c.DueOn).ThenBy(c => c.Id)
            .Select(c => c.Reference).Take(RecommendationPage.Size).ToListAsync(cancel);
    }

    /// <summary>A recommendation of a case, opened; null when there is no such.</summary>
    public async Task<RecommendationView?> OpenAsync(Grievance grievance, Guid id, CancellationToken cancel)
    {
        var line = await db.Recommendations.AsNoTracking().Where(r => r.Id == id && r.CaseId == grievance.Id)
            .Select(r => new RecommendationLine(r, r.Checks.OrderBy(c => c.CheckedOn).ThenBy(c => c.Id).ToList(), r.Corrections.OrderByDescending(c => c.CorrectedAt)
                .Select(c => new CorrectionLine(c, db.Users.Where(u => u.Id == c.CorrectedById).Select(u => u.DisplayName).First())).ToList()))
            .FirstOrDefaultAsync(cancel);
        return line is null ? null : RecommendationView.Of(line, grievance.ReceivedAt, vault);
    }

    // all four in one statement; none reads further than it shows
    private async Task<IReadOnlyDictionary<RecommendationTab, int>> CountAsync(Actor actor, DateOnly today, CancellationToken cancel)
    {
        var counted = await Enum.GetValues<RecommendationTab>()
            .Select(tab => In(Visible(actor), tab, today).Select(r => r.Recommendation.Id).Take(TabCounts.Most + 1)
                .GroupBy(_ => 1).Select(all => new TabCount { Tab = (int)tab, Cases = all.Count() }))
            .Aggregate(Queryable.Concat)
            .ToListAsync(cancel);
        return Enum.GetValues<RecommendationTab>().ToDictionary(tab => tab, tab => counted.Find(c => c.Tab == (int)tab)?.Cases ?? 0);
    }

    private IQueryable<Seen> Visible(Actor actor) => db.Grievances.AsNoTracking().VisibleTo(actor, Grievance.Service)
        .Join(db.Recommendations, c => c.Id, r => r.CaseId, (c, r) => new Seen { Reference = c.Reference, Recommendation = r });

    private static IQueryable<Seen> In(IQueryable<Seen> all, RecommendationTab tab, DateOnly today) => tab switch
    {
        RecommendationTab.Waiting => all.Where(r => r.Recommendation.Reply == null && r.Recommendation.DueOn >= today),
        RecommendationTab.Overdue => all.Where(r => r.Recommendation.Reply == null && r.Recommendation.DueOn < today),
        RecommendationTab.Answered => all.Where(r => r.Recommendation.Reply != null),
        _ => all,
    };

    // what is due first, else what came last; the place is the day by which the tab is put in order
    private static IQueryable<Seen> InOrder(IQueryable<Seen> all, RecommendationTab tab, WorklistPlace? after)
    {
        var (day, id) = (after?.DueOn ?? default, after?.Id ?? default);
        return tab switch
        {
            RecommendationTab.Waiting or RecommendationTab.Overdue => (after is null ? all : all.Where(r =>
                EF.Functions.GreaterThan(ValueTuple.Create(r.Recommendation.DueOn, r.Recommendation.Id), ValueTuple.Create(day, id))))
                .OrderBy(r => r.Recommendation.DueOn).ThenBy(r => r.Recommendation.Id),
            RecommendationTab.Answered => (after is null ? all : all.Where(r =>
                EF.Functions.LessThan(ValueTuple.Create(r.Recommendation.RepliedOn, r.Recommendation.Id), ValueTuple.Create((DateOnly?)day, id))))
                .OrderByDescending(r => r.Recommendation.RepliedOn).ThenByDescending(r => r.Recommendation.Id),
            _ => (after is null ? all : all.Where(r =>
                EF.Functions.LessThan(ValueTuple.Create(r.Recommendation.SentOn, r.Recommendation.Id), ValueTuple.Create(day, id))))
                .OrderByDescending(r => r.Recommendation.SentOn).ThenByDescending(r => r.Recommendation.Id),
        };
    }

    private static WorklistPlace Place(RecommendationRow row, RecommendationTab tab) => new(
        (tab switch
        {
            RecommendationTab.Waiting or RecommendationTab.Overdue => row.DueOn,
            RecommendationTab.Answered => row.RepliedOn!.Value,
            _ => row.SentOn,
        }).DayNumber,
        row.Id);

    private sealed class Seen
    {
        public required string Reference { get; init; }

        public required Recommendation Recommendation { get; init; }
    }
}

/// <summary>The parts of the list of recommendations.</summary>
public enum RecommendationTab
{
    Waiting,
    Overdue,
    Answered,
    All,
}

/// <summary>A page of the list of recommendations.</summary>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Counts">How many each tab holds, counted no further than <see cref="TabCounts.Most"/>.</param>
public sealed record RecommendationPage(IReadOnlyList<RecommendationRow> Rows, string? Next, IReadOnlyDictionary<RecommendationTab, int> Counts)
{
    public const int Size = 25;
}

/// <summary>One line of the list: which body was to do something by when, and not its name.</summary>
public sealed record RecommendationRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string Reference { get; init; }

    public required string AddresseeKind { get; init; }

    public required RespondentSector AddresseeSector { get; init; }

    public required DateOnly SentOn { get; init; }

    public required DateOnly DueOn { get; init; }

    public MeasuresReply? Reply { get; init; }

    public DateOnly? RepliedOn { get; init; }

    /// <summary>What the last check found; null where there was none.</summary>
    public MeasuresFound? LastFound { get; init; }
}
