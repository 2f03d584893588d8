using System.Collections.Concurrent;

namespace MigrantServices.Core.People;

/// <summary>Remembers for some seconds who a session belongs to, so that not every picture of a page asks the database.</summary>
/// <remarks>One instance for the whole portal. Other nodes learn of a withdrawn right when their own memory fades.</remarks>
public sealed class SessionCache(TimeProvider time)
{
    public static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(20);
    public const int MaxRemembered = 10_000;

    private readonly ConcurrentDictionary<string, Remembered> _remembered = new(StringComparer.Ordinal);
    private long _forgotten;

    /// <summary>Read before asking the database and handed to <see cref="Put"/>: an answer from before a withdrawal is not remembered after it.</summary>
    public long Moment => Interlocked.Read(ref _forgotten);

    public Actor? Find(byte[] keyHash)
    {
        var now = time.GetUtcNow();
        return _remembered.TryGetValue(Name(keyHash), out var found) && found.FreshUntil > now ? found.Actor : null;
    }

    public void Put(byte[] keyHash, Actor actor, DateTimeOffset sessionEnds, long moment)
    {
        var now = time.GetUtcNow();
        if (_remembered.Count >= MaxRemembered)
        {
            Forget(old => old.FreshUntil <= now);
        }

        if (_remembered.Count >= MaxRemembered || moment != Moment)
        {
            return;
        }

        var until = now + FreshFor;
        _remembered[Name(keyHash)] = new(actor, until < sessionEnds ? until : sessionEnds);
        if (moment != Moment)
        {
            _remembered.TryRemove(Name(keyHash), out _);
        }
    }

    public void ForgetSession(byte[] keyHash)
    {
        Interlocked.Increment(ref _forgotten);
        _remembered.TryRemove(Name(keyHash), out _);
    }

    public void ForgetColleague(Guid userId) => Forget(old => old.Actor.UserId == userId);

    public void ForgetCode(Guid codeId) => Forget(old => old.Actor.CodeId == codeId);

    private void Forget(Func<Remembered, bool> chosen)
    {
        Interlocked.Increment(ref _forgotten);
        foreach (var (name, _) in _remembered.Where(pair => chosen(pair.Value)))
        {
            _remembered.TryRemove(name, out _);
        }
    }

    private static string Name(byte[] keyHash) => Convert.ToBase64String(keyHash);

    private sealed record Remembered(Actor Actor, DateTimeOffset FreshUntil);
}
