using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>A tip that the office took up on its own account.</summary>
public class TakenUpTests
{
    [Fact]
    public void A_name_makes_no_petition_of_it_and_the_refusal_says_why()
    {
        var tip = In(CaseStatus.Tip);
        Do(tip, Grievance.TakeOn, Kim);
        tip.KeepBy(Lee, Kept(tip, Grievance.OpenOwnMotion), RightsClock, Noon);
        var before = (Snapshot.Of(tip), tip.Events.Count);

        Assert.Equal("grievance.taken-up-already", Assert.Throws<RefusedException>(() => Do(tip, Grievance.GiveName, FilerOf(tip))).Refusal.Code);

        Snapshot.AssertSame(before.Item1, tip);
        Assert.Equal(before.Count, tip.Events.Count);
        Assert.Equal("case.wrong-state", In(CaseStatus.Submitted).WhyNot(Grievance.GiveName, FilerOf(tip))?.Code);
    }
}
