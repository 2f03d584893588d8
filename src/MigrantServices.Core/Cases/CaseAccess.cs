using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <summary>Whose cases one sees: the first call of every query of cases. It alone knows whom a case is closed to and which cases are set apart.</summary>
public static class CaseAccess
{
    public static IQueryable<T> VisibleTo<T>(this IQueryable<T> cases, Actor actor, CaseKind kind)
        where T : ServiceCase
    {
        if (actor.CodeId is not null)
        {
            var own = actor.CaseId;
            return cases.Where(c => c.Id == own);
        }

        if (actor.IsColleague)
        {
            // asked of the actor each time, so that a query compiled once leaves it open
            cases = cases.Where(c => !c.ClosedTo.Contains(actor.UserId!.Value));
            cases = actor.HandlesSetApart(kind.Prefix) ? cases.Where(c => c.IsSetApart) : cases.Where(c => !c.IsSetApart);
            cases = kind.IsNeedToKnow ? cases.Where(c => c.HandlerId == actor.UserId || c.OpenTo.Contains(actor.UserId!.Value)) : cases;
        }

        return cases.Within(actor.MunicipalitiesSeen(kind.Prefix), actor.CentresOf(kind.Prefix));
    }

    /// <summary>Where files open to those who need to know only: those of one's places of which a list may say that they are there, a supervisor's all and for others those that wait for somebody.</summary>
    public static IQueryable<T> ListedTo<T>(this IQueryable<T> cases, Actor colleague, CaseKind kind)
        where T : ServiceCase
    {
        var (me, supervised) = (colleague.UserId!.Value, colleague.MunicipalitiesAs(Role.Supervisor, kind.Prefix));
        var (everywhere, places) = (supervised is null, supervised ?? []);
        return cases.Where(c => !c.ClosedTo.Contains(me) && c.IsSetApart == colleague.HandlesSetApart(kind.Prefix))
            .Where(c => c.HandlerId == me || c.OpenTo.Contains(me) || c.HandlerId == null || everywhere || (c.Municipality != null && places.Contains(c.Municipality)))
            .Within(colleague.MunicipalitiesSeen(kind.Prefix));
    }

    /// <summary>The same of one case whose columns were read beside another: true when <see cref="VisibleTo"/> would find it for this colleague.</summary>
    public static bool IsSeenBy(Actor colleague, CaseKind kind, Guid[] closedTo, bool isSetApart, string? municipality) =>
        !closedTo.Contains(colleague.UserId!.Value)
        && colleague.HandlesSetApart(kind.Prefix) == isSetApart
        && (colleague.MunicipalitiesSeen(kind.Prefix) is not { } seen || (municipality is not null && seen.Contains(municipality, StringComparer.Ordinal)));

    /// <summary>Of the cases that one sees, those of the places where one is a supervisor.</summary>
    public static IQueryable<T> SupervisedBy<T>(this IQueryable<T> cases, Actor actor, CaseKind kind)
        where T : ServiceCase => cases.VisibleTo(actor, kind).Within(actor.MunicipalitiesAs(Role.Supervisor, kind.Prefix));

    /// <summary>The cases of every service whose references a privacy officer meets in the record of access; nobody else meets any.</summary>
    public static IQueryable<ServiceCase> NamedTo(this IQueryable<ServiceCase> cases, Actor officer) =>
        officer.Is(Role.PrivacyOfficer) ? cases.Where(c => !c.ClosedTo.Contains(officer.UserId!.Value)) : cases.Where(c => false);

    // whoever works for a centre sees its cases, and those of a place only where they have a right of the office's own there
    private static IQueryable<T> Within<T>(this IQueryable<T> cases, string[]? municipalities, string[] centres)
        where T : ServiceCase => (municipalities, centres) switch
        {
            (null, _) or (_, []) => cases.Within(municipalities),
            ([], _) => cases.Where(c => c.Centre != null && centres.Contains(c.Centre)),
            var (seen, own) => cases.Where(c => (c.Municipality != null && seen.Contains(c.Municipality)) || (c.Centre != null && own.Contains(c.Centre))),
        };

    private static IQueryable<T> Within<T>(this IQueryable<T> cases, string[]? municipalities)
        where T : ServiceCase => municipalities switch
        {
            null => cases,
            [] => cases.Where(c => false),
            // an index ordered by time within a municipality serves one, but not a list of them
            [var only] => cases.Where(c => c.Municipality == only),
            var seen => cases.Where(c => c.Municipality != null && seen.Contains(c.Municipality)),
        };
}
