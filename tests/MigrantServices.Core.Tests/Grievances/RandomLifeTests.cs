using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>Whatever people try in whatever order, a case stays where its table can lead it, loses no line of history, and nobody does both halves of an act for two.</summary>
public class RandomLifeTests
{
    private const int Tries = 10_000;

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
        var (done, refused, reached) = (0, 0, new HashSet<CaseStatus>());
        for (var n = 0; n < Tries; n++)
        {
            // cases come to rest, so new ones keep coming
            if (cases.Count < 5 || dice.Next(100) == 0)
            {
                cases.Add(New(named: dice.Next(4) > 0, dice.Next(2) == 0 ? Channel.Web : Channel.Visit));
            }

            var one = cases[^(1 + dice.Next(Math.Min(cases.Count, 12)))];
            var action = Likely(one, dice);
            var actor = Somebody(one, action, office, cases[0], dice);
            var before = Snapshot.Of(one);
            var history = one.Events.ToArray();
            try
            {
                Try(one, action, actor, dice);
                done++;
                var line = Grievance.Service.Line(before.Status, action, one.Status);
                Assert.NotNull(line);
                Assert.Equal((line.To, before.Revision + 1), (one.Status, one.Revision));
                Assert.Equal(history, one.Events.Take(history.Length));
                var told = Assert.Single(one.Events.Skip(history.Length));
                Assert.Equal((action.Code, before.Status, line.To, actor.UserId, line.Article), (told.Action, told.From, told.To, told.UserId, told.Article));
            }
            catch (RefusedException)
            {
                refused++;
                Assert.Equal(before, Snapshot.Of(one));
                Assert.Equal(history, one.Events);
            }

            AssertSound(one);
            reached.Add(one.Status);
        }

        Assert.True(done > Tries / 20 && refused > Tries / 20, $"{done} done, {refused} refused");
        Assert.True(reached.Count >= 12, string.Join(' ', reached));
    }

    // Any deed may be tried by anybody; often one that moves the case and somebody who may, or nothing would ever get far.
    private static CaseAction Likely(Grievance one, Random dice)
    {
        var moving = Grievance.Service.Lifecycle.Where(l => l.From == one.Status && l.To != one.Status && l.Action != Grievance.Withdraw && l.Action != Grievance.Merge && l.Action != Grievance.CloseTip).ToArray();
        var any = Grievance.Service.Actions[dice.Next(Grievance.Service.Actions.Count)];
        return moving.Length > 0 && (dice.Next(3) > 0 || (any == Grievance.Withdraw && dice.Next(9) > 0)) ? moving[dice.Next(moving.Length)].Action : any;
    }

    private static Actor Somebody(Grievance one, CaseAction action, Actor[] office, Grievance another, Random dice)
    {
        Actor[] all = [.. office, FilerOf(one), HelperOf(one), FilerOf(another)];
        dice.Shuffle(all);
        return dice.Next(4) > 0 && Array.Find(all, actor => one.May(action, actor)) is { } able ? able : all[0];
    }

    private static void Try(Grievance one, CaseAction action, Actor actor, Random dice)
    {
        if (action == Grievance.Propose)
        {
            one.ProposeBy(actor, Outcomes[dice.Next(Outcomes.Length)], new([1]), null, Noon);
        }
        else if (action == Grievance.ProposeObjection)
        {
            one.ProposeObjectionBy(actor, dice.Next(2) == 0 ? null : Outcomes[dice.Next(Outcomes.Length)], new([1]), null, Noon);
        }
        else
        {
            Do(one, action, actor);
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
        Assert.True(one.IsOpen || (one.DueOn, one.PausedOn) == (null, null));
        Assert.True(one.DueOn is null || one.PausedOn is null);
        Assert.True(one.Pauses.Count(p => p.To is null) <= 1);
    }

    private static void AssertBroughtBackByTwo(Grievance one)
    {
        Guid? proposer = null;
        foreach (var told in one.Events)
        {
            proposer = told.Action == Grievance.ProposeBringBack.Code ? told.UserId : told.Action == Grievance.KeepApart.Code ? null : proposer;
            Assert.True(told.Action != Grievance.BringBack.Code || (proposer is not null && proposer != told.UserId));
        }
    }

    private sealed record Snapshot(
        CaseStatus Status, int Revision, DateOnly? DueOn, DateOnly? PausedOn, Guid? HandlerId, Guid? ProposedById, Guid? ApprovedById, int Messages, int Pauses, string? Outcome)
    {
        public static Snapshot Of(Grievance one) => new(
            one.Status, one.Revision, one.DueOn, one.PausedOn, one.HandlerId, one.ProposedById, one.ApprovedById, one.Messages.Count, one.Pauses.Count, one.Outcome);
    }
}
