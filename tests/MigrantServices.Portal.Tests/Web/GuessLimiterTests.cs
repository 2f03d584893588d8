using System.Net;
using MigrantServices.Portal.Web.Access;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

public sealed class GuessLimiterTests
{
    private const int Flooding = 300;

    private static readonly IPAddress Shelter = IPAddress.Parse("203.0.113.9");
    private static readonly IPAddress Resident = IPAddress.Parse("198.51.100.4");

    private readonly ManualClock _clock = new(new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));
    private readonly GuessLimiter _limiter;

    public GuessLimiterTests() => _limiter = new(new(), _clock);

    [Fact]
    public void Ten_wrong_codes_are_free_and_then_one_every_ten_seconds()
    {
        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal(TimeSpan.Zero, _limiter.Take(Shelter)));

        Assert.Equal(TimeSpan.FromSeconds(10), _limiter.Take(Shelter));

        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.Zero, _limiter.Take(Shelter));
        Assert.True(_limiter.Take(Shelter) > TimeSpan.Zero);
    }

    [Fact]
    public void Right_codes_do_not_count()
    {
        for (var visit = 0; visit < 500; visit++)
        {
            Assert.Equal(TimeSpan.Zero, _limiter.Take(Shelter));
            _limiter.GiveBack(Shelter);
        }
    }

    [Fact]
    public void One_household_with_many_new_addresses_is_one()
    {
        var tries = Enumerable.Range(1, 11).Select(number => _limiter.Take(IPAddress.Parse($"2001:db8:1:2::{number:x}"))).ToList();

        Assert.True(tries[^1] > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, _limiter.Take(IPAddress.Parse("2001:db8:1:3::1")));
    }

    [Fact]
    public void Many_addresses_together_are_held_to_the_portals_own_measure()
    {
        var waits = Enumerable.Range(0, GuessLimiter.PortalBurst).Select(number => _limiter.Take(Address(number))).ToList();

        Assert.All(waits, wait => Assert.Equal(TimeSpan.Zero, wait));
        Assert.True(_limiter.Take(Address(7)) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, _limiter.Take(Address(240)));
    }

    [Fact]
    public void Waiting_always_ends()
    {
        for (var guess = 0; guess < 10_000; guess++)
        {
            _limiter.Take(Shelter);
        }

        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.Zero, _limiter.Take(Shelter));
    }

    [Fact]
    public void Whoever_is_new_has_all_their_tries_while_another_address_is_flooding()
    {
        for (var guess = 0; guess < 10_000; guess++)
        {
            _limiter.Take(Shelter);
        }

        Assert.All(Enumerable.Range(0, GuessLimiter.AddressBurst), _ => Assert.Equal(TimeSpan.Zero, _limiter.Take(Resident)));
    }

    [Fact]
    public void A_flood_from_everywhere_has_the_common_measure_and_one_try_for_each_address_and_then_two_a_second()
    {
        var atOnce = FloodFromEverywhere();
        _clock.Advance(TimeSpan.FromSeconds(1));
        var aSecondLater = FloodFromEverywhere();

        Assert.InRange(atOnce.Count(wait => wait == TimeSpan.Zero), GuessLimiter.PortalBurst, GuessLimiter.PortalBurst + Flooding);
        Assert.Equal(2, aSecondLater.Count(wait => wait == TimeSpan.Zero));
    }

    [Fact]
    public void Right_codes_buy_nobody_wrong_ones()
    {
        FloodFromEverywhere();

        for (var visit = 0; visit < 500; visit++)
        {
            Assert.Equal(TimeSpan.Zero, _limiter.Take(Resident));
            _limiter.GiveBack(Resident);
        }

        Assert.DoesNotContain(TimeSpan.Zero, FloodFromEverywhere());
    }

    [Fact]
    public void Somebody_who_was_wrong_once_gets_in_again_while_the_flood_goes_on()
    {
        _limiter.Take(Resident);
        for (var second = 0; second < 10; second++)
        {
            FloodFromEverywhere();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        FloodFromEverywhere();
        Assert.Equal(TimeSpan.Zero, _limiter.Take(Resident));
    }

    [Fact]
    public void Nobody_is_ever_told_to_wait_longer_than_it_takes_for_one_try_to_come_back()
    {
        var waits = Enumerable.Range(0, 100).SelectMany(_ => FloodFromEverywhere()).Append(_limiter.Take(Shelter)).ToList();

        Assert.InRange(waits.Max(), TimeSpan.FromTicks(1), TimeSpan.FromSeconds(10));
    }

    private static IPAddress Address(int number) => new([10, 0, (byte)(number / 250), (byte)(number % 250)]);

    private List<TimeSpan> FloodFromEverywhere() => [.. Enumerable.Range(0, Flooding).SelectMany(number => Enumerable.Range(0, 3).Select(_ => _limiter.Take(Address(number))))];
}
