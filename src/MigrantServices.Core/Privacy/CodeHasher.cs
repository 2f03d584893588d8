using System.Security.Cryptography;
using System.Text;

namespace MigrantServices.Core.Privacy;

/// <summary>More people are asking at this moment than the portal can serve; the same request works a little later.</summary>
public sealed class TooBusyException() : Exception("Too many requests are waiting.");

/// <summary>Turns a receipt code into what the database keeps of it. Slow and keyed: a stolen database reveals no code.</summary>
/// <remarks>One instance for the whole portal: it lets one code through at a time, so that a flood leaves a core to everybody else.</remarks>
public sealed class CodeHasher(KeyRing keys) : IDisposable
{
    public const int Rounds = 20_000;
    public const int MaxWaiting = 64;

    private const int HashBytes = 32;

    // one salt for all: the hash must be found again by the code alone
    private readonly byte[] _salt = KeyRing.DeriveFrom(keys.CodeKey, "receipt-code");
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _present;

    /// <exception cref="TooBusyException">As many as may wait are waiting already.</exception>
    public async Task<byte[]> HashAsync(ReceiptCode code, CancellationToken cancel = default)
    {
        if (Interlocked.Increment(ref _present) > MaxWaiting + 1)
        {
            Interlocked.Decrement(ref _present);
            throw new TooBusyException();
        }

        try
        {
            await _turn.WaitAsync(cancel);
            try
            {
                return await Task.Run(() => Hash(code), cancel);
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

    public void Dispose() => _turn.Dispose();

    private byte[] Hash(ReceiptCode code) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code.Digits), _salt, Rounds, HashAlgorithmName.SHA256, HashBytes);
}
