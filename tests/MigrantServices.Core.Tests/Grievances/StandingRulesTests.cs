using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Reference;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Core.Tests.Grievances;

public sealed class StandingRulesTests
{
    [Fact]
    public void Rules_that_were_made_yesterday_know_that_it_is_today()
    {
        var clock = new ManualClock(new(2026, 3, 10, 3, 0, 0, TimeSpan.Zero));
        var rules = new TellWhenWhere.Rules(new ReferenceBook(), clock);
        var form = new TellWhenWhere { Year = "2026", Month = "3", Day = "11", Municipality = TellWhenWhere.ElsewhereCode };
        Assert.False(rules.Validate(form).IsValid);

        clock.Advance(TimeSpan.FromDays(1));

        Assert.True(rules.Validate(form).IsValid);
    }
}
