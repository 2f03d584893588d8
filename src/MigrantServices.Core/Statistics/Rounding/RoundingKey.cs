using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MigrantServices.Core.Statistics.Rounding;

/// <summary>The secret by which figures are rounded. It is kept apart from the keys of texts and is not renewed within a year: with it, and the truth, the same table is rounded the same.</summary>
public sealed class RoundingKey
{
    public const int Length = 32;

    private readonly byte[] _secret;

    public RoundingKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Length)
        {
            throw new ArgumentException($"It is {Length} bytes long.", nameof(secret));
        }

        _secret = secret.ToArray();
    }

    /// <summary>The draw for one table of one quarter.</summary>
    /// <param name="programme">Prefix of the service.</param>
    /// <param name="quarter">Such as 2026Q3.</param>
    /// <param name="table">Its name in the publication plan.</param>
    /// <param name="counts">The true counts: one record more or less draws anew.</param>
    /// <param name="attempt">From zero; a dependent table that strays too far is drawn again.</param>
    public KeyedDraw For(string programme, string quarter, string table, CountTable counts, int attempt = 0) =>
        new(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(string.Join('|', programme, quarter, table, counts.Canonical(), attempt.ToString(CultureInfo.InvariantCulture)))));
}
