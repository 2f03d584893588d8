using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>Whatever people try in whatever order, a case stays where its table can lead it, loses no line of history, and nobody does both halves of an act for two.</summary>
public class RandomLifeTests
{
    private const int Tries = 10_000;

    /// <summary>Refused because of the day, and of nothing else.</summary>
    private static readonly string[] TooEarlyOrTooLate =
        ["case.extension-too-late", "grievance.objection-too-late", "supplement.not-over"];

    /// <summary>Refused because the same person did the other half.</summary>
    private static readonly string[] OwnHalves = ["case.needs-a-second-person", "translation.own", "fairness.not-your-own"];

    private static readonly Outcome[] Outcomes =
        [Recommended, Suspended, new("rejected", "rejected.not-proven"), new("settled", "settled.mediation"), new("referred", "referred.other-body")];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Ten_thousand_random_deeds_by_random_people_lead_nowhere_else(int seed)
    {
        var dice = new Random(seed);
        Actor[] office =
        [
            .. Enumerable.Range(0, 4).Select(_ => Colleague(Role.Caseworker)),
            .. Enumerable.Range(0, 3).Select(_ => Colleague(Role.Caseworker | Role.Supervisor)),
            Colleague(Role.Supervisor),
            Colleague(Role.MunicipalOfficer, "41270"),
            Colleague(Role.Administrator),
            Inspector(Role.Caseworker),
            Inspector(Role.Supervisor),
            Actor.Portal,
        ];
        var cases = new List<Grievance>();
        var whole = new WholeProcedure();
        var (done, now, reached, refused) = (0, Noon, new HashSet<CaseStatus>(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var n = 0; n < Tries; n++)
        {
            now += Passing(dice);
            // cases come to rest, so new ones keep coming
            if (cases.Count < 5 || dice.Next(100) == 0)
            {
                cases.Add(New(named: dice.Next(4) > 0, dice.Next(2) == 0 ? Channel.Web : Channel.Visit, now));
            }

            var one = cases[^(1 + dice.Next(Math.Min(cases.Count, 12)))];
            var action = Likely(one, dice);
            var actor = Somebody(one, action, office, cases[0], dice);
            var (before, status, revision) = (Snapshot.Of(one), one.Status, one.Revision);
            var history = one.Events.ToArray();
            try
            {
                Try(one, action, actor, dice, now, whole);
                done++;
                var line = Grievance.Service.Line(status, action, one.Status);
                Assert.NotNull(line);
                Assert.Equal((line.To, revision + 1), (one.Status, one.Revision));
                Assert.True(history.SequenceEqual(one.Events.Take(history.Length)));
                var told = Assert.Single(one.Events.Skip(history.Length));
                Assert.Equal((action.Code, status, line.To, actor.UserId, line.Article), (told.Action, told.From, told.To, told.UserId, told.Article));
                whole.AssertMovedOnlyBy(told, one);
            }
            catch (RefusedException no)
            {
                refused[no.Refusal.Code] = refused.GetValueOrDefault(no.Refusal.Code) + 1;
                Snapshot.AssertSame(before, one);
                Assert.True(history.SequenceEqual(one.Events));
            }

            AssertSound(one);
            reached.Add(one.Status);
        }

        Assert.True(done > Tries / 20 && refused.Values.Sum() > Tries / 20, $"{done} done, {refused.Values.Sum()} refused");
        Assert.True(reached.Count >= 12, string.Join(' ', reached));
        // what only time brings about has come about
        Assert.All(TooEarlyOrTooLate, code => Assert.Contains(code, refused.Keys));
        Assert.All(OwnHalves, code => Assert.Contains(code, refused.Keys));
    }

    // hours between most deeds, sometimes days, and now and then months in which nobody did anything
    private static TimeSpan Passing(Random dice) => dice.Next(200) switch
    {
        0 => TimeSpan.FromDays(20 + dice.Next(60)),
        < 8 => TimeSpan.FromDays(1 + dice.Next(12)),
        < 60 => TimeSpan.FromHours(dice.Next(12)),
        _ => TimeSpan.Zero,
    };

    // Any deed may be tried by anybody; often one that moves the case and somebody who may, or nothing would ever get far.
    private static CaseAction Likely(Grievance one, Random dice)
    {
        // asking again moves nothing, yet is all that goes on while somebody is waited for; and without competence nothing goes on at all
        var moving = Grievance.Service.Lifecycle
            .Where(l => l.From == one.Status && (l.To != one.Status || l.Action == Grievance.AskSupplementAgain || (l.Action == Grievance.CheckJurisdiction && one.Jurisdiction is null)) && l.Action != Grievance.Withdraw && l.Action != Grievance.Merge && l.Action != Grievance.CloseTip)
            .ToArray();
        var any = Grievance.Service.Actions[dice.Next(Grievance.Service.Actions.Count)];
        return moving.Length > 0 && (dice.Next(3) > 0 || (any == Grievance.Withdraw && dice.Next(9) > 0)) ? moving[dice.Next(moving.Length)].Action : any;
    }

    private static Actor Somebody(Grievance one, CaseAction action, Actor[] office, Grievance another, Random dice)
    {
        Actor[] all = [.. office, FilerOf(one), HelperOf(one), FilerOf(another)];
        dice.Shuffle(all);
        // often enough whoever did the first half of an act tries the second as well
        Guid?[] first = [one.ProposedById, one.ObjectionProposedById, one.RecommendationById, one.MergeProposedById, one.ReturnProposedById];
        if (Grievance.Service.Line(one.Status, action)?.Needs.HasFlag(Needs.SecondPerson) == true && dice.Next(4) == 0 && Array.Find(office, actor => actor.UserId is not null && first.Contains(actor.UserId)) is { } same)
        {
            return same;
        }

        return dice.Next(4) > 0 && Array.Find(all, actor => one.May(action, actor)) is { } able ? able : all[0];
    }

    private static void Try(Grievance one, CaseAction action, Actor actor, Random dice, DateTimeOffset now, WholeProcedure whole)
    {
        var own = dice.Next(2) == 0;
        if (action == Grievance.Propose)
        {
            one.ProposeBy(actor, Outcomes[dice.Next(Outcomes.Length)], new([1]), null, now);
        }
        else if (action == Grievance.ProposeObjection)
        {
            one.ProposeObjectionBy(actor, dice.Next(2) == 0 ? null : Outcomes[dice.Next(Outcomes.Length)], new([1]), null, now);
        }
        else if (action == ServiceCase.Extend)
        {
            whole.Keep(one.ExtendBy(actor, new() { Reason = "fact-check", Days = 3, ConsentOn = Today, ConsentWay = ConsentWay.Phone }, Message(one, actor), Clock, now));
        }
        else if (action == Grievance.ExtendRights)
        {
            whole.Keep(one.ExtendRightsBy(actor, new() { Reason = "fact-check", Months = 1 }, Message(one, actor), RightsClock, now));
        }
        else if ((action == Grievance.CheckTranslation || action == Grievance.RejectTranslation) && actor.UserId is not null)
        {
            var translation = Translated(one, own ? actor : null);
            if (action == Grievance.CheckTranslation)
            {
                one.CheckTranslationBy(actor, translation, [1], now);
            }
            else
            {
                one.RejectTranslationBy(actor, translation, new([1]), now);
            }

            Assert.True(translation.CheckedById is not null && translation.CheckedById != translation.AddedById);
        }
        else if (action == Grievance.LiftInterest && actor.UserId is not null)
        {
            var declared = Declared(one, own ? actor : Choi);
            one.LiftInterestBy(actor, declared, new([1]), isAboutThem: false, now);
            Assert.True(declared.LiftedById is not null && declared.LiftedById != declared.ColleagueId);
        }
        else
        {
            Do(one, action, actor, now);
        }
    }

    private static void AssertSound(Grievance one)
    {
        Assert.Contains(one.Status, Grievance.Service.Statuses);
        Assert.Equal(one.Status, one.Events[^1].To);
        Assert.All(one.Events.Zip(one.Events.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.True(one.ApprovedById is null || one.ApprovedById != one.ProposedById);
        Assert.True(one.ObjectionApprovedById is null || one.ObjectionApprovedById != one.ObjectionProposedById);
        Guid?[] first = [one.ProposedById, one.ApprovedById];
        Assert.True(one.ObjectionProposedById is null || !first.Contains(one.ObjectionProposedById));
        Assert.True(one.ObjectionApprovedById is null || !first.Contains(one.ObjectionApprovedById));
        AssertBroughtBackByTwo(one);
        AssertRecommendedByTwo(one);
        AssertMergedByTwo(Merges.Last(one));
        Assert.True(one.IsOpen || (one.DueOn, one.PausedOn) == (null, null));
        Assert.True(one.DueOn is null || one.PausedOn is null || one.DueOn < one.PausedOn);
        Assert.True(one.DueAt is null || one.DueOn is not null);
        Assert.True(!one.IsObjection || one.ObjectedAt is not null);
        Assert.True(one.Pauses.Count(p => p.To is null) <= 1);
    }

    private static void AssertRecommendedByTwo(Grievance one)
    {
        Guid? writer = null;
        foreach (var told in one.Events)
        {
            Assert.True((told.Action != Grievance.Recommend.Code && told.Action != Grievance.SendBackRecommendation.Code) || (writer is not null && writer != told.UserId));
            writer = told.Action == Grievance.WriteRecommendation.Code ? told.UserId
                : told.Action == Grievance.Recommend.Code || told.Action == Grievance.SendBackRecommendation.Code ? null
                : writer;
        }
    }

    private static void AssertMergedByTwo(CaseMerge? merge)
    {
        Assert.True(merge?.State is null or MergeState.Proposed or MergeState.Declined || (merge.DecidedById is not null && merge.DecidedById != merge.ProposedById));
        Assert.True(merge?.State != MergeState.Undone || (merge.UndoneById is not null && merge.UndoneById != merge.UndoProposedById));
    }

    private static void AssertBroughtBackByTwo(Grievance one)
    {
        Assert.True(Returns.Last(one) is not { State: ReturnState.Agreed } agreed || (agreed.DecidedById is not null && agreed.DecidedById != agreed.ProposedById));
        Guid? proposer = null;
        foreach (var told in one.Events)
        {
            proposer = told.Action == Grievance.ProposeBringBack.Code ? told.UserId : told.Action == Grievance.KeepApart.Code ? null : proposer;
            Assert.True(told.Action != Grievance.BringBack.Code || (proposer is not null && proposer != told.UserId));
        }
    }
}
