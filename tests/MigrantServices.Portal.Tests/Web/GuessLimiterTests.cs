using System.Net;
using MigrantServices.Portal.Web.Access;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

public sealed class GuessLimiterTests
{
    private static readonly IPAddress Shelter = IPAddress.Parse("203.0.113.9");

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
        static IPAddress Address(int number) => new([10, 0, (byte)(number / 250), (byte)(number % 250)]);
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
}
