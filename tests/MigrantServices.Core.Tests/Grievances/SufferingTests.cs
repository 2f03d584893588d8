using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.People;
using Xunit;
using static MigrantServices.Core.Tests.Grievances.Life;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>Who suffers for having complained is heard where their case is handled.</summary>
public class SufferingTests
{
    [Fact]
    public void What_is_reported_in_a_case_that_is_handled_with_another_waits_in_that_one()
    {
        var (merged, surviving) = (In(CaseStatus.Merged), In(CaseStatus.UnderReview));

        Do(merged, Grievance.ReportRetaliation, FilerOf(merged));
        surviving.PassOnBy(Actor.Portal, Noon, Noon);

        Assert.Equal((CaseStatus.Merged, Today, null), (merged.Status, merged.RetaliationOn, merged.FearSince));
        Assert.Equal((Today, Noon, true), (surviving.RetaliationOn, surviving.FearSince, surviving.HasUnread));
        Assert.Equal(Grievance.Suffering, surviving.Events[^1].Detail);
    }

    [Fact]
    public void Whoever_waits_already_waits_since_then_and_other_words_say_nothing_of_it()
    {
        var (waiting, quiet) = (In(CaseStatus.UnderReview), In(CaseStatus.UnderReview));
        Do(waiting, Grievance.ReportRetaliation, FilerOf(waiting));

        waiting.PassOnBy(Actor.Portal, Noon.AddDays(2), Noon.AddDays(2));
        quiet.PassOnBy(Actor.Portal, Noon);

        Assert.Equal((Seoul.DateOf(Noon.AddDays(2)), Noon), (waiting.RetaliationOn, waiting.FearSince));
        Assert.Equal((null, null, null), (quiet.RetaliationOn, quiet.FearSince, quiet.Events[^1].Detail));
    }
}
