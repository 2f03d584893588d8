using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>A case about the office stays closed to who comes into the line of whom it is about.</summary>
public class KeepAwayTests
{
    [Fact]
    public void It_is_closed_to_them_and_goes_back_to_nobody_where_they_had_it()
    {
        var inspector = Inspector(Role.Caseworker);
        var apart = In(CaseStatus.UnderReview);
        apart.SetApartBy(Lee, [], [], Noon);
        apart.HandOverBy(inspector, inspector.UserId!.Value, Noon, affirms: true);

        apart.KeepAwayBy(Actor.Portal, inspector.UserId.Value, Noon);

        Assert.Equal((true, null, null), (apart.IsClosedTo(inspector.UserId), apart.HandlerId, apart.HandedAt));
        Assert.Equal((Grievance.KeepAway.Code, inspector.UserId), (apart.Events[^1].Action, apart.Events[^1].ColleagueId));
    }

    [Fact]
    public void More_than_can_be_kept_away_are_refused_and_nothing_changes()
    {
        var apart = In(CaseStatus.UnderReview);
        apart.SetApartBy(Lee, [], [.. Enumerable.Range(0, ServiceCase.MostClosedTo).Select(_ => Guid.CreateVersion7())], Noon);
        var before = (Snapshot.Of(apart), apart.Events.Count);

        Assert.Equal("fairness.too-many", Assert.Throws<RefusedException>(() => apart.KeepAwayBy(Actor.Portal, Guid.CreateVersion7(), Noon)).Refusal.Code);

        Snapshot.AssertSame(before.Item1, apart);
        Assert.Equal(before.Count, apart.Events.Count);
    }
}
