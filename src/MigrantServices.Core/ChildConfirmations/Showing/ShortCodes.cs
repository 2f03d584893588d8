using System.Security.Cryptography;
using System.Text;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Showing;

/// <summary>The ten signs by which a view can be opened where nobody can read the picture.</summary>
public sealed class ShortCodes(KeyRing keys)
{
    public const int Length = 10;

    /// <summary>More than this nobody types.</summary>
    public const int InputMaxLength = 60;

    private const string Signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private readonly byte[] _key = KeyRing.DeriveFrom(keys.CodeKey, "one-time-view");

    /// <summary>Two groups of five.</summary>
    public static string New() => RandomNumberGenerator.GetString(Signs, Length / 2) + "-" + RandomNumberGenerator.GetString(Signs, Length / 2);

    /// <summary>Null for what cannot be one.</summary>
    public byte[]? HashOf(string? typed)
    {
        if (typed is null || typed.Length > InputMaxLength)
        {
            return null;
        }

        var signs = string.Concat(typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '.')));
        return signs.Length == Length && signs.All(sign => Signs.Contains(sign, StringComparison.Ordinal)) ? HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(signs)) : null;
    }

    /// <summary>The hashes under which a link's secret or a typed code would be found; an empty one finds nothing.</summary>
    internal (byte[] Key, byte[] Code) Hashes(string? keyOrCode) =>
        (RandomKey.LooksRight(keyOrCode) ? RandomKey.Hash(keyOrCode) : [], HashOf(keyOrCode) ?? []);
}
