using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Grievances;

/// <summary>The statements that almost every look at the worklist sends, compiled once for each tab and each set of municipalities seen.</summary>
/// <remarks>
/// EF would walk through the whole of such a query at each request before it finds the statement that it once made of it: more work than the
/// statement itself. They are put together by the same code as all others, for a database and an <see cref="Asking"/> that are named later.
/// </remarks>
public sealed class WorklistQueries
{
    private static readonly ParameterExpression Db = Expression.Parameter(typeof(PortalDb), "db");
    internal static readonly Asking Later = new(null, default, default, default, default);

    private readonly ConcurrentDictionary<(string What, string Seen), Delegate> _compiled = new();

    internal delegate IAsyncEnumerable<T> Asked<out T>(PortalDb db, Guid? me, DateOnly today, DateOnly soon, DateTimeOffset waiting, DateTimeOffset now, DateTimeOffset silent = default);

    /// <summary>The first page of a tab, without filters.</summary>
    internal IAsyncEnumerable<WorklistRow> FirstPage(PortalDb db, WorklistTab tab, Actor actor, Asking asking) => Find(
        "page:" + tab,
        actor,
        visible => visible.In(tab, Later).InOrder(tab, null).Rows(From<PortalUser>(nameof(PortalDb.Users))))(db, asking.Me, asking.Today, asking.Soon, asking.Waiting, asking.Now);

    /// <summary>How much waits in each tab, counted no further than is shown.</summary>
    internal IAsyncEnumerable<TabCount> Counts(PortalDb db, Actor actor, Asking asking)
    {
        return Find("counts", actor, All)(db, asking.Me, asking.Today, asking.Soon, asking.Waiting, asking.Now);

        // all five in one statement; none reads further than it shows
        IQueryable<TabCount> All(IQueryable<Grievance> visible) => Enum.GetValues<WorklistTab>().Select(tab => Count(visible, tab)).Aggregate(Queryable.Concat);

        IQueryable<TabCount> Count(IQueryable<Grievance> visible, WorklistTab tab) => visible.In(tab, Later)
            .Select(c => c.Id).Take(TabCounts.Most + 1)
            .GroupBy(_ => 1).Select(all => new TabCount { Tab = (int)tab, Cases = all.Count() });
    }

    // the municipalities that somebody sees stand in the statement itself, so each set of them has its own; who they are is left open
    internal Asked<T> Find<T>(string what, Actor actor, Func<IQueryable<Grievance>, IQueryable<T>> query) => (Asked<T>)_compiled.GetOrAdd(
        (what, (actor.HandlesSetApart(Grievance.Prefix) ? "apart:" : "") + string.Join(',', actor.MunicipalitiesSeen(Grievance.Prefix) ?? ["*"])),
        _ => Compile(query(From<Grievance>(nameof(PortalDb.Grievances)).VisibleTo(actor, Grievance.Service))));

    // a query of a table without a database: it can be added to and not be asked
    internal static EnumerableQuery<T> From<T>(string table) => new(Expression.Property(Db, table));

    private static Asked<T> Compile<T>(IQueryable<T> query) => new(EF.CompileAsyncQuery(Expression.Lambda<Func<PortalDb, Guid?, DateOnly, DateOnly, DateTimeOffset, DateTimeOffset, DateTimeOffset, IQueryable<T>>>(
        new LeavingOpen().Visit(query.Expression), [Db, .. LeavingOpen.Values])));

    /// <summary>Turns what is read from an <see cref="Asking"/> into what each request hands in.</summary>
    private sealed class LeavingOpen : ExpressionVisitor
    {
        public static readonly ParameterExpression[] Values =
        [
            Expression.Parameter(typeof(Guid?), nameof(Asking.Me)),
            Expression.Parameter(typeof(DateOnly), nameof(Asking.Today)),
            Expression.Parameter(typeof(DateOnly), nameof(Asking.Soon)),
            Expression.Parameter(typeof(DateTimeOffset), nameof(Asking.Waiting)),
            Expression.Parameter(typeof(DateTimeOffset), nameof(Asking.Now)),
            Expression.Parameter(typeof(DateTimeOffset), nameof(Asking.Silent)),
        ];

        protected override Expression VisitMember(MemberExpression node) =>
            node.Member.DeclaringType == typeof(Asking) ? Array.Find(Values, v => v.Name == node.Member.Name)!
            : node.Member.DeclaringType == typeof(Actor) && node.Member.Name == nameof(Actor.UserId) ? Values[0]
            : base.VisitMember(node);
    }
}

/// <summary>What changes from one look at the worklist to the next: who looks, on which day, until when a case counts as due soon, since when one that waits has waited too long, at which moment, and since when a body that has not answered is silent.</summary>
internal sealed record Asking(Guid? Me, DateOnly Today, DateOnly Soon, DateTimeOffset Waiting, DateTimeOffset Now, DateTimeOffset Silent = default);
