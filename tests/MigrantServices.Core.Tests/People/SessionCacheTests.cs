using MigrantServices.Core.People;
using MigrantServices.Testing;
using Xunit;

namespace MigrantServices.Core.Tests.People;

public sealed class SessionCacheTests
{
    private static readonly byte[] Key = RandomKey.Hash("key");
    private static readonly Actor Kim = new(Guid.NewGuid(), "Kim", [new(Role.Caseworker, null, null)]);

    private readonly ManualClock _clock = new(new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero));
    private readonly SessionCache _cache;

    public SessionCacheTests() => _cache = new(_clock);

    [Fact]
    public void A_session_is_remembered_for_twenty_seconds()
    {
        _cache.Put(Key, Kim, _clock.GetUtcNow().AddHours(8), _cache.Moment);

        _clock.Advance(TimeSpan.FromSeconds(19));
        Assert.Same(Kim, _cache.Find(Key));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_cache.Find(Key));
    }

    [Fact]
    public void It_is_not_remembered_beyond_its_own_end()
    {
        _cache.Put(Key, Kim, _clock.GetUtcNow().AddSeconds(5), _cache.Moment);

        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Null(_cache.Find(Key));
    }

    [Fact]
    public void A_right_withdrawn_while_the_database_was_asked_is_not_remembered()
    {
        var moment = _cache.Moment;
        _cache.ForgetColleague(Kim.UserId!.Value);

        _cache.Put(Key, Kim, _clock.GetUtcNow().AddHours(8), moment);

        Assert.Null(_cache.Find(Key));
    }
}
