using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using static MigrantServices.Core.Cases.CaseStatus;

namespace MigrantServices.Core.Workday;

/// <summary>What of a day stands beside the cases' own clocks: what another proposed, questions to the other side, and what is to be sent on.</summary>
internal static class DayQueries
{
    /// <summary>Merges, and partings, that another proposed: for who has one of the two and sees both, and for supervisors of both places.</summary>
    public static IQueryable<Grievance> Merges(IQueryable<Grievance> visible, Actor actor)
    {
        var asking = WorklistQueries.Later;
        var both = visible.Where(c => c.MergeProposedById != null && c.MergeProposedById != asking.Me)
            .Join(
                WorklistQueries.From<CaseMerge>(nameof(PortalDb.CaseMerges)).Where(m => m.State == MergeState.Proposed || m.State == MergeState.UndoProposed),
                c => c.Id,
                m => m.MergedId,
                (c, m) => new { Goes = c, m.SurvivingId })
            .Join(visible, m => m.SurvivingId, c => c.Id, (m, c) => new { m.Goes, Stays = c });
        return (actor.MunicipalitiesAs(Role.Supervisor, Grievance.Prefix) switch
        {
            null => both,
            [] => both.Where(b => b.Goes.HandlerId == asking.Me || b.Stays.HandlerId == asking.Me),
            var places => both.Where(b => b.Goes.HandlerId == asking.Me || b.Stays.HandlerId == asking.Me
                || (b.Goes.Municipality != null && places.Contains(b.Goes.Municipality) && b.Stays.Municipality != null && places.Contains(b.Stays.Municipality))),
        }).Select(b => b.Goes);
    }

    /// <summary>What another says was set apart by mistake: for everybody who sees it.</summary>
    public static IQueryable<Grievance> Returns(IQueryable<Grievance> visible)
    {
        var asking = WorklistQueries.Later;
        return visible.Where(c => c.ReturnProposedById != null && c.ReturnProposedById != asking.Me);
    }

    /// <summary>What a second person sent back: the answer, or what is said to an objection.</summary>
    public static IQueryable<Grievance> SentBack(IQueryable<Grievance> cases) =>
        cases.Where(c => (c.Status == UnderReview && c.Answer != null) || (c.Status == ObjectionReview && c.ObjectionAnswer != null));

    /// <summary>Petitions in which the whole procedure ends by this day, or should have ended. What the office took up itself has no other clock and is due by that.</summary>
    public static IQueryable<Grievance> RightsUntil(IQueryable<Grievance> cases, DateOnly day) => cases.Where(c => c.RightsUntil <= day && c.OwnMotionAt == null);

    /// <summary>Where somebody says that they suffer for having complained: for who has the case, and for supervisors of its place.</summary>
    public static IQueryable<Grievance> Fears(IQueryable<Grievance> visible, Actor actor)
    {
        var asking = WorklistQueries.Later;
        var waiting = visible.Where(c => c.FearSince != null);
        return actor.MunicipalitiesAs(Role.Supervisor, Grievance.Prefix) switch
        {
            null => waiting,
            [] => waiting.Where(c => c.HandlerId == asking.Me),
            var places => waiting.Where(c => c.HandlerId == asking.Me || (c.Municipality != null && places.Contains(c.Municipality))),
        };
    }

    /// <summary>My cases for which the office is not competent, and which nobody has sent on.</summary>
    public static IQueryable<Grievance> NotReferred(IQueryable<Grievance> visible)
    {
        var asking = WorklistQueries.Later;
        return visible.Where(c => c.HandlerId == asking.Me && c.Jurisdiction == Competence.NotOurs && c.ReferredAt == null
            && (c.Status == UnderReview || c.Status == Investigating || c.Status == SiteInvestigation || c.Status == Mediating));
    }

    /// <summary>Questions in my cases that the other side has not answered, and whose day has passed or comes soon.</summary>
    public static IQueryable<Questioned> Questions(IQueryable<Grievance> visible)
    {
        var asking = WorklistQueries.Later;
        return visible.Where(c => c.HandlerId == asking.Me && c.RespondentAskedUntil != null && (c.Status == Investigating || c.Status == SiteInvestigation))
            .Join(
                Waiting(WorklistQueries.From<InquiryRecord>(nameof(PortalDb.InquiryRecords)), Grievance.AskRespondent).Where(r => r.DueOn <= asking.Soon),
                c => c.Id,
                r => r.CaseId,
                (c, r) => new Questioned { Case = c, Question = r });
    }

    /// <summary>Proposals of a settlement in my cases to which not both have answered, and whose day has passed or comes soon.</summary>
    public static IQueryable<Questioned> Settlements(IQueryable<Grievance> visible)
    {
        var asking = WorklistQueries.Later;
        return visible.Where(c => c.HandlerId == asking.Me && c.Status == Mediating)
            .Join(
                Waiting(WorklistQueries.From<InquiryRecord>(nameof(PortalDb.InquiryRecords)), Grievance.ProposeSettlement).Where(r => r.DueOn <= asking.Soon),
                c => c.Id,
                r => r.CaseId,
                (c, r) => new Questioned { Case = c, Question = r });
    }

    /// <summary>What was put to somebody by this deed and has neither an answer nor an end.</summary>
    public static IQueryable<InquiryRecord> Waiting(IQueryable<InquiryRecord> records, CaseAction deed)
    {
        var code = deed.Code;
        return records.Where(r => r.RepliedOn == null && r.EndedOn == null && r.Deed == code);
    }

    /// <summary>Cases that nobody has sent on, and in which the next time bar of another body ends soon. None runs while it goes on.</summary>
    public static IQueryable<Barred> NearABar(IQueryable<Grievance> cases, Asking asking, BarLengths bars)
    {
        var (national, centre, near, from, before) = bars;
        // said of the columns themselves, so that an index finds the few; months are unequal, so a few days wider than what is asked below
        var (longest, shortest, latest) = (-Math.Max(national, centre), -Math.Min(national, centre), near + 3);
        // most often they never changed
        cases = from == DateTimeOffset.MinValue ? cases : cases.Where(c => c.ReceivedAt >= from);
        cases = before == DateTimeOffset.MaxValue ? cases : cases.Where(c => c.ReceivedAt < before);
        return cases
            .Where(c => (c.LastHappenedOn >= asking.Today.AddMonths(longest).AddDays(-3) && c.LastHappenedOn <= asking.Today.AddMonths(shortest).AddDays(latest))
                || (c.LastHappenedOn == null && c.HappenedOn >= asking.Today.AddMonths(longest).AddDays(-3) && c.HappenedOn <= asking.Today.AddMonths(shortest).AddDays(latest)))
            .Where(c => c.ReferredAt == null && (c.Status == UnderReview || c.Status == Investigating || c.Status == SiteInvestigation || c.Status == Mediating
                || c.Status == AwaitingSupplement || c.Status == Proposed))
            .Select(c => new { Case = c, Last = c.LastHappenedOn ?? (c.StillHappening ? null : c.HappenedOn) })
            .Where(c => c.Last != null)
            .Select(c => new Barred
            {
                Case = c.Case,
                Until = c.Last!.Value.AddMonths(national) >= asking.Today ? c.Last!.Value.AddMonths(national) : c.Last!.Value.AddMonths(centre),
            })
            .Where(c => c.Until >= asking.Today && c.Until <= asking.Today.AddDays(near));
    }

    /// <summary>What was sent on and has gone unanswered for too long.</summary>
    public static IQueryable<Unanswered> Silent(IQueryable<Grievance> cases, IQueryable<Referral> referrals, Asking asking) => cases
        .Where(c => c.ReferredAt != null && c.Status != Withdrawn && c.Status != Merged)
        .Join(referrals.Where(r => r.Reply == null && r.SentAt < asking.Silent), c => c.Id, r => r.CaseId, (c, r) => new Unanswered { Case = c, Referral = r });

    internal sealed class Barred
    {
        public required Grievance Case { get; init; }

        public required DateOnly Until { get; init; }
    }

    internal sealed class Unanswered
    {
        public required Grievance Case { get; init; }

        public required Referral Referral { get; init; }
    }

    internal sealed class Questioned
    {
        public required Grievance Case { get; init; }

        public required InquiryRecord Question { get; init; }
    }
}
