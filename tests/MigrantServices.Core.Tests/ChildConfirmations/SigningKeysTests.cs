using System.Text.Json;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Privacy;
using Xunit;

namespace MigrantServices.Core.Tests.ChildConfirmations;

public sealed class SigningKeysTests : IDisposable
{
    private readonly string _file = Tokens.NewFile();

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Fact]
    public void The_file_is_made_once_and_closed_to_others()
    {
        var made = SigningKeys.LoadOrCreate(_file, Tokens.Today);

        Assert.Equal(made.CurrentKeyId, SigningKeys.LoadOrCreate(_file, Tokens.Today.AddDays(9)).CurrentKeyId);
        Assert.Equal(Tokens.Today, made.NewestSince);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_file));
        }
    }

    [Fact]
    public void Older_tokens_are_still_genuine_after_the_key_has_changed_and_nobody_can_sign_under_the_old_one()
    {
        var before = new Tokens(SigningKeys.LoadOrCreate(_file, Tokens.Today));
        var old = before.Signer.Sign();

        var name = SigningKeys.Rotate(_file, Tokens.Today.AddYears(1));

        var after = new Tokens(SigningKeys.Load(_file));
        Assert.Equal(name, after.SigningKeys.CurrentKeyId);
        Assert.NotEqual(before.SigningKeys.CurrentKeyId, name);
        Assert.True(after.Checker.IsGenuine(old.Text));
        Assert.Equal(old.Hash, after.Hasher.Of(old.Text));
        Assert.Equal(name, after.Signer.Sign().KeyId);
        Assert.False(before.Checker.IsGenuine(after.Signer.Sign().Text));
        using var file = JsonDocument.Parse(File.ReadAllText(_file));
        var line = file.RootElement.GetProperty("keys").GetProperty(old.KeyId);
        Assert.Equal((JsonValueKind.Null, JsonValueKind.String), (line.GetProperty("private").ValueKind, line.GetProperty("public").ValueKind));
    }

    [Fact]
    public void A_rotation_without_a_file_makes_one() => Assert.Equal(SigningKeys.Rotate(_file, Tokens.Today), SigningKeys.Load(_file).CurrentKeyId);

    [Fact]
    public void What_is_published_holds_the_public_halves_alone()
    {
        SigningKeys.LoadOrCreate(_file, Tokens.Today);
        SigningKeys.Rotate(_file, Tokens.Today);
        var keys = SigningKeys.Load(_file);

        using var published = JsonDocument.Parse(keys.PublicKeys);

        var all = published.RootElement.GetProperty("keys").EnumerateArray().ToList();
        Assert.Equal(2, all.Count);
        Assert.Equal(keys.CurrentKeyId, all[0].GetProperty("kid").GetString());
        Assert.All(all, key => Assert.Equal(["alg", "crv", "kid", "kty", "use", "x", "y"], key.EnumerateObject().Select(part => part.Name).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"current":"a","keys":{}}""")]
    [InlineData("""{"current":"a","keys":{"a":{"since":"2026-11-23","private":"AAAA","public":null}}}""")]
    [InlineData("""{"current":"a","keys":{"a":{"since":"2026-11-23","private":"!","public":null}}}""")]
    [InlineData("""{"current":"a","keys":{"a":{"since":"2026-11-23","private":null,"public":null}}}""")]
    public void A_damaged_file_is_said_to_be_damaged_without_a_word_of_it(string content)
    {
        var refused = Assert.Throws<KeysMissingException>(() => SigningKeys.Parse(content));

        Assert.Null(refused.InnerException);
        Assert.DoesNotContain("AAAA", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_under_another_name_or_without_its_private_half_does_not_sign()
    {
        var name = SigningKeys.LoadOrCreate(_file, Tokens.Today).CurrentKeyId;
        SigningKeys.Rotate(_file, Tokens.Today);
        var json = File.ReadAllText(_file);
        var current = SigningKeys.Load(_file).CurrentKeyId;

        Assert.Throws<KeysMissingException>(() => SigningKeys.Parse(json.Replace($"\"current\": \"{current}\"", $"\"current\": \"{name}\"", StringComparison.Ordinal)));
        Assert.Throws<KeysMissingException>(() => SigningKeys.Parse(json.Replace(current, "AAAAAAAA", StringComparison.Ordinal)));
        Assert.Throws<KeysMissingException>(() => SigningKeys.Load(_file + ".gone"));
    }
}
