using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.Privacy;
using Xunit;

namespace MigrantServices.Core.Tests.Privacy;

public sealed class VaultTests
{
    private static readonly Guid Owner = Guid.Parse("0192f0aa-0000-7000-8000-000000000001");

    private readonly Vault _vault = new(Keys.Ring);

    [Fact]
    public void What_was_sealed_opens_again_in_any_script()
    {
        Prop.ForAll(Any.Text.ToArbitrary(), text =>
            _vault.Open(_vault.Seal(text, Owner, "name"), Owner, "name") == text).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Altering_any_single_byte_is_noticed()
    {
        var bytes = _vault.Seal("임금을 받지 못했습니다", Owner, "story").Bytes;

        for (var i = 0; i < bytes.Length; i++)
        {
            var altered = bytes.ToArray();
            altered[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => _vault.Open(new SealedText(altered), Owner, "story"));
        }
    }

    [Fact]
    public void A_value_opens_only_in_its_own_case_and_field()
    {
        var text = _vault.Seal("Nguyễn", Owner, "name");

        Assert.ThrowsAny<CryptographicException>(() => _vault.Open(text, Guid.NewGuid(), "name"));
        Assert.ThrowsAny<CryptographicException>(() => _vault.Open(text, Owner, "story"));
    }

    [Fact]
    public void A_value_cut_short_or_empty_is_noticed()
    {
        var bytes = _vault.Seal("x", Owner, "name").Bytes;

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.ThrowsAny<CryptographicException>(() => _vault.Open(new SealedText(bytes[..length]), Owner, "name"));
        }

        Assert.ThrowsAny<CryptographicException>(() => _vault.Open(default, Owner, "name"));
    }

    [Fact]
    public void Old_values_open_after_a_new_key_became_current_but_not_after_the_old_one_is_gone()
    {
        var old = new Vault(KeyRing.Parse(Keys.Json("k1", "k1"))).Seal("before", Owner, "name");
        var rotated = new Vault(KeyRing.Parse(Keys.Json("k2", "k1", "k2")));
        var forgotten = new Vault(KeyRing.Parse(Keys.Json("k2", "k2")));

        Assert.Equal("before", rotated.Open(old, Owner, "name"));
        Assert.ThrowsAny<CryptographicException>(() => forgotten.Open(old, Owner, "name"));
        Assert.Equal("after", forgotten.Open(rotated.Seal("after", Owner, "name"), Owner, "name"));
    }

    [Fact]
    public void The_stored_length_does_not_tell_one_short_answer_from_another()
    {
        var lengths = new[] { "", "yes", "no", "김", "남궁민수" }.Select(text => _vault.Seal(text, Owner, "name").Bytes.Length);

        Assert.Single(lengths.Distinct());
    }

    [Fact]
    public void The_same_words_never_look_the_same()
    {
        Assert.NotEqual(_vault.Seal("same", Owner, "name"), _vault.Seal("same", Owner, "name"));
        Assert.DoesNotContain("same", _vault.Seal("same", Owner, "name").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_threads_can_seal_and_open_at_once()
    {
        Parallel.For(0, 4_000, i =>
        {
            var text = new string((char)('a' + i % 26), i % 300);
            Assert.Equal(text, _vault.Open(_vault.Seal(text, Owner, "story"), Owner, "story"));
        });
    }

    [Fact]
    public void Sealed_texts_with_the_same_bytes_are_the_same()
    {
        var bytes = Encoding.ASCII.GetBytes("abc");

        Assert.Equal(new SealedText(bytes), new SealedText([.. bytes]));
        Assert.Equal(new SealedText(bytes).GetHashCode(), new SealedText([.. bytes]).GetHashCode());
        Assert.True(default(SealedText).IsEmpty);
        Assert.Equal(default, new SealedText([]));
    }
}
