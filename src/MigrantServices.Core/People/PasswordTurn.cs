using Microsoft.AspNetCore.Identity;
using MigrantServices.Core.Cases;

namespace MigrantServices.Core.People;

/// <summary>Lets one password be hashed at a time and few wait, so that a flood of sign-ins leaves the other pages alone.</summary>
/// <remarks>One instance for the whole portal.</remarks>
public sealed class PasswordTurn : IDisposable
{
    public const int MaxWaiting = 32;

    private static readonly PortalUser Nobody = new() { DisplayName = "" };

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lazy<string> _dummyHash;
    private int _present;

    public PasswordTurn(IPasswordHasher<PortalUser> hasher)
    {
        Hasher = hasher;
        _dummyHash = new(() => hasher.HashPassword(Nobody, RandomKey.New()));
    }

    private IPasswordHasher<PortalUser> Hasher { get; }

    /// <exception cref="RefusedException">As many as may wait are waiting already.</exception>
    public async Task<T> TakeAsync<T>(Func<Task<T>> deed, CancellationToken cancel)
    {
        if (Interlocked.Increment(ref _present) > MaxWaiting + 1)
        {
            Interlocked.Decrement(ref _present);
            throw new RefusedException(new("account.busy"));
        }

        try
        {
            await _turn.WaitAsync(cancel);
            try
            {
                return await deed();
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _present);
        }
    }

    /// <summary>Only inside a turn. Without a hash it takes as long and says no.</summary>
    public PasswordVerificationResult Verify(string? hash, string password)
    {
        var result = Hasher.VerifyHashedPassword(Nobody, hash ?? _dummyHash.Value, password);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }

    public Task<string> HashAsync(string password, CancellationToken cancel) =>
        TakeAsync(() => Task.Run(() => Hash(password), cancel), cancel);

    /// <summary>Only inside a turn.</summary>
    public string Hash(string password) => Hasher.HashPassword(Nobody, password);

    public void Dispose() => _turn.Dispose();
}
