using System.Buffers.Text;
using System.Diagnostics;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.ChildConfirmations.Papers;
using Xunit;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>A token is taken in the one spelling in which it was made, and in no other.</summary>
public sealed class TokenTests
{
    private static readonly BigInteger Order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", System.Globalization.NumberStyles.HexNumber, null);
    private static readonly Tokens Office = new();

    private readonly string _token = Office.Signer.Sign().Text;

    public static TheoryData<string, Func<string, string>> OtherSpellings => new()
    {
        { "nothing", _ => "" },
        { "no dots", token => token.Replace(".", "", StringComparison.Ordinal) },
        { "padding", token => token + "=" },
        { "padding of the payload", token => Part(token, 1, part => part + "=") },
        { "the other alphabet", token => token.Replace('-', '+').Replace('_', '/') + (token.AsSpan().IndexOfAny('-', '_') < 0 ? "+" : "") },
        { "a byte behind", token => token + "A" },
        { "a fourth part", token => token + "." },
        { "a blank before", token => " " + token },
        { "a blank in the header", token => Part(token, 0, _ => Text($$"""{"alg": "ES256","kid":"{{Office.SigningKeys.CurrentKeyId}}"}""")) },
        { "no algorithm", token => Part(token, 0, _ => Text($$"""{"alg":"none","kid":"{{Office.SigningKeys.CurrentKeyId}}"}""")) },
        { "no algorithm and no signature", token => Part(Part(token, 0, _ => Text("""{"alg":"none"}""")), 2, _ => "") },
        { "a secret instead of a key", token => Part(token, 0, _ => Text($$"""{"alg":"HS256","kid":"{{Office.SigningKeys.CurrentKeyId}}"}""")) },
        { "a key that is not ours", token => Part(token, 0, _ => Text("""{"alg":"ES256","kid":"AAAAAAAA"}""")) },
        { "another version", token => Part(token, 1, part => Base64Url.EncodeToString([2, .. Base64Url.DecodeFromChars(part).AsSpan(1)])) },
        { "bits that carry nothing in the payload", token => Part(token, 1, OtherLastSign) },
        { "bits that carry nothing in the signature", token => Part(token, 2, OtherLastSign) },
        { "a signature of zeros", token => Part(token, 2, _ => Base64Url.EncodeToString(new byte[64])) },
        { "a signature with nothing in its first half", token => Part(token, 2, part => Base64Url.EncodeToString([.. new byte[32], .. Base64Url.DecodeFromChars(part).AsSpan(32)])) },
        { "a signature beyond the curve", token => Part(token, 2, part => Base64Url.EncodeToString([.. Enumerable.Repeat((byte)255, 32), .. Base64Url.DecodeFromChars(part).AsSpan(32)])) },
        { "the signature in DER", token => Part(token, 2, part => Base64Url.EncodeToString([0x30, 0x44, .. Base64Url.DecodeFromChars(part)])) },
        { "letters of another script", token => token.Replace('a', 'а') + 'а' },
        { "the twin of the signature", Twin },
    };

    [Fact]
    public void What_was_signed_is_genuine_and_leads_to_what_was_stored()
    {
        var token = Office.Signer.Sign();

        Assert.True(Office.Checker.IsGenuine(token.Text));
        Assert.Equal(token.Hash, Office.Hasher.Of(token.Text));
        Assert.Equal(Office.SigningKeys.CurrentKeyId, token.KeyId);
    }

    [Fact]
    public void It_holds_a_version_and_sixteen_random_bytes_and_nothing_else()
    {
        var parts = _token.Split('.');

        Assert.Equal(154, _token.Length);
        Assert.Equal($$"""{"alg":"ES256","kid":"{{Office.SigningKeys.CurrentKeyId}}"}""", Encoding.ASCII.GetString(Base64Url.DecodeFromChars(parts[0])));
        Assert.Equal((1, 17), (Base64Url.DecodeFromChars(parts[1])[0], Base64Url.DecodeFromChars(parts[1]).Length));
        Assert.Equal(64, Base64Url.DecodeFromChars(parts[2]).Length);
    }

    [Theory]
    [MemberData(nameof(OtherSpellings))]
    public void Any_other_spelling_is_unknown(string what, Func<string, string> respell)
    {
        var respelled = respell(_token);

        Assert.False(_token == respelled, what);
        Assert.False(Office.Checker.IsGenuine(respelled), what);
        Assert.NotEqual(Office.Hasher.Of(_token), Office.Hasher.Of(respelled));
    }

    [Fact]
    public void Any_single_bit_that_is_changed_makes_it_unknown() => Prop.ForAll(Gen.Choose(0, (154 * 8) - 1).ToArbitrary(), bit =>
    {
        var bytes = Encoding.Latin1.GetBytes(_token);
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return !Office.Checker.IsGenuine(Encoding.Latin1.GetString(bytes));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void However_it_is_cut_it_is_unknown() => Assert.All(Enumerable.Range(0, 154), length =>
    {
        Assert.False(Office.Checker.IsGenuine(_token[..length]));
        Assert.False(Office.Checker.IsGenuine(_token[^length..]));
    });

    [Fact]
    public void Whatever_is_brought_is_answered() => Prop.ForAll(Privacy.Any.Utf16.ToArbitrary(), text =>
        !Office.Checker.IsGenuine(text) && Office.Hasher.Of(text).Length == 32).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_of_two_tokens_make_no_third()
    {
        var (one, other) = (_token.Split('.'), Office.Signer.Sign().Text.Split('.'));

        Assert.False(Office.Checker.IsGenuine($"{one[0]}.{one[1]}.{other[2]}"));
        Assert.False(Office.Checker.IsGenuine($"{one[0]}.{other[1]}.{one[2]}"));
    }

    [Fact]
    public void The_token_of_another_office_is_unknown_and_so_is_a_null() =>
        Assert.All(new[] { new Tokens().Signer.Sign().Text, null }, token => Assert.False(Office.Checker.IsGenuine(token)));

    [Fact]
    public void No_two_are_alike()
    {
        var tokens = Enumerable.Range(0, 2_000).Select(_ => Office.Signer.Sign()).ToList();

        Assert.Equal(2_000, tokens.Select(token => token.Text.Split('.')[1]).Distinct().Count());
        Assert.Equal(2_000, tokens.Select(token => Convert.ToHexString(token.Hash)).Distinct().Count());
        Assert.All(tokens, token => Assert.True(Office.Checker.IsGenuine(token.Text)));
    }

    [Fact]
    public void What_begins_like_a_token_and_goes_on_is_another_one() =>
        Assert.All(new[] { '\0', 'A', ' ', '\uffff' }, sign => Assert.All(Enumerable.Range(1, 600), more => Assert.NotEqual(Office.Hasher.Of(_token), Office.Hasher.Of(_token + new string(sign, more)))));

    [Fact]
    public void Without_the_offices_key_a_token_does_not_lead_to_what_was_stored()
    {
        var token = Office.Signer.Sign();

        Assert.NotEqual(SHA256.HashData(Encoding.ASCII.GetBytes(token.Text)), token.Hash);
        Assert.NotEqual(new TokenHasher(Core.Privacy.KeyRing.Parse(Privacy.Keys.Json("k1", "k1").Replace(Privacy.Keys.Key(201), Privacy.Keys.Key(7), StringComparison.Ordinal))).Of(token.Text), token.Hash);
    }

    [Theory]
    [MemberData(nameof(OtherSpellings))]
    public void Whatever_is_brought_takes_as_long_as_a_genuine_token(string what, Func<string, string> respell)
    {
        var (genuine, other) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        var respelled = respell(_token);

        // the best of many in turns: what else the machine does at the time makes some of them longer and none shorter
        for (var turn = 0; turn < 200; turn++)
        {
            genuine = Shorter(genuine, _token);
            other = Shorter(other, respelled);
        }

        Assert.True(other > genuine / 2 && other < genuine * 2, $"{what}: {other} beside {genuine}");
    }

    private static TimeSpan Shorter(TimeSpan before, string token)
    {
        var began = Stopwatch.GetTimestamp();
        Office.Hasher.Of(token);
        var took = Stopwatch.GetElapsedTime(began);
        return took < before ? took : before;
    }

    private static string Part(string token, int number, Func<string, string> change)
    {
        var parts = token.Split('.');
        parts[number] = change(parts[number]);
        return string.Join('.', parts);
    }

    private static string Text(string json) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(json));

    // both read back as the same bytes by a reader that does not look closely
    private static string OtherLastSign(string part)
    {
        const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return part[..^1] + Signs[Signs.IndexOf(part[^1], StringComparison.Ordinal) + 1];
    }

    // (r, n - s) verifies as well as (r, s)
    private static string Twin(string token) => Part(token, 2, part =>
    {
        var signature = Base64Url.DecodeFromChars(part);
        var s = Order - new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true);
        var twin = s.ToByteArray(isUnsigned: true, isBigEndian: true);
        byte[] whole = [.. signature[..32], .. new byte[32 - twin.Length], .. twin];
        using var key = PublishedKey();
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes(token[..token.LastIndexOf('.')]), whole, HashAlgorithmName.SHA256));
        return Base64Url.EncodeToString(whole);
    });

    private static ECDsa PublishedKey()
    {
        using var keys = JsonDocument.Parse(Office.SigningKeys.PublicKeys);
        var key = keys.RootElement.GetProperty("keys")[0];
        byte[] Part(string name) => Base64Url.DecodeFromChars(key.GetProperty(name).GetString());
        return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = Part("x"), Y = Part("y") } });
    }
}
