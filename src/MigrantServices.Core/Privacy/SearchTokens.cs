using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MigrantServices.Core.Privacy;

/// <summary>Lets the office search words in sealed texts: the database keeps keyed tokens, from which no word can be read.</summary>
public sealed class SearchTokens(KeyRing keys)
{
    /// <summary>Texts above this keep their first words findable.</summary>
    public const int MaxPerText = 3_000;

    private const int MaxPerQuery = 64;

    /// <summary>The tokens to keep beside a text, sorted, so that their order does not retell it.</summary>
    public long[] OfText(params string?[] texts)
    {
        var words = new SearchWords(MaxPerText, isQuery: false);
        foreach (var text in texts)
        {
            words.Read(text ?? string.Empty);
        }

        return Keyed(words);
    }

    /// <summary>All of them must be among a text's tokens. Empty when the query holds nothing to search for, such as a single syllable.</summary>
    public long[] OfQuery(string query)
    {
        var words = new SearchWords(MaxPerQuery, isQuery: true);
        words.Read(query);
        return Keyed(words);
    }

    private long[] Keyed(SearchWords words)
    {
        // a text has hundreds of words, and taking in the key costs as much as the word itself
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys.IndexKey);
        var tokens = words.Found.Select(word => Keyed(hmac, word)).Distinct().ToArray();
        Array.Sort(tokens);
        return tokens;
    }

    private static long Keyed(IncrementalHash hmac, string word)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hmac.AppendData(Encoding.UTF8.GetBytes(word));
        hmac.GetHashAndReset(hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}
