namespace MigrantServices.Portal.Web.Access;

/// <summary>What may be used at once, and comes back little by little.</summary>
/// <param name="every">How long one of it takes to come back.</param>
internal sealed class Bucket(double burst, TimeSpan every)
{
    private readonly Lock _gate = new();
    private double _used;
    private int _free;
    private DateTimeOffset _countedAt;

    /// <summary>How long to wait until as much is there; zero when it was, and then it is taken.</summary>
    public TimeSpan Take(DateTimeOffset now, double amount = 1)
    {
        lock (_gate)
        {
            Drain(now);
            if (_used + amount <= burst)
            {
                _used += amount;
                return TimeSpan.Zero;
            }

            return (_used + amount - burst) * every;
        }
    }

    /// <summary>More was taken than the try that is being made.</summary>
    public bool HasFailed
    {
        get
        {
            lock (_gate)
            {
                return _used > 1;
            }
        }
    }

    /// <summary>The try that is being made was not taken from the portal's measure.</summary>
    public void NoteFree()
    {
        lock (_gate)
        {
            _free++;
        }
    }

    /// <summary>True once for each try that was not.</summary>
    public bool WasFree()
    {
        lock (_gate)
        {
            return _free > 0 && _free-- > 0;
        }
    }

    public void GiveBack(double amount = 1)
    {
        lock (_gate)
        {
            _used = Math.Max(0, _used - amount);
        }
    }

    public bool IsFull(DateTimeOffset now)
    {
        lock (_gate)
        {
            Drain(now);
            return _used <= 0;
        }
    }

    private void Drain(DateTimeOffset now)
    {
        if (now > _countedAt)
        {
            _used = Math.Max(0, _used - (now - _countedAt) / every);
            _countedAt = now;
        }
    }
}
