using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Tests.Grievances;
using Xunit;

namespace MigrantServices.Core.Tests.Calendar;

/// <summary>A day off that the Cabinet added, and took back.</summary>
public sealed class AddedDayOffTests
{
    [Fact]
    public void A_day_is_taken_back_once_and_whoever_did_it_stays_on_record()
    {
        var (one, other) = (Life.Colleague(Role.Administrator), Life.Colleague(Role.Administrator));
        var day = new AddedDayOff { Day = new(2026, 12, 28), Name = "임시공휴일", Source = "관보", AddedById = one.UserId!.Value, AddedAt = Life.Noon };
        day.WithdrawBy(one, Life.Noon);

        var refused = Assert.Throws<RefusedException>(() => day.WithdrawBy(other, Life.Noon.AddDays(1)));

        Assert.Equal("calendar.already-withdrawn", refused.Refusal.Code);
        Assert.Equal((one.UserId, Life.Noon), (day.WithdrawnById, day.WithdrawnAt));
    }
}
