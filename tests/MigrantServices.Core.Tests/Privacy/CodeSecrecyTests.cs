using System.Security.Cryptography;
using System.Text;
using MigrantServices.Core.Privacy;
using Xunit;

namespace MigrantServices.Core.Tests.Privacy;

public sealed class CodeSecrecyTests
{
    private static readonly Guid Draft = Guid.Parse("0192f0aa-0000-7000-8000-000000000002");

    [Fact]
    public async Task The_same_code_is_found_again_and_another_key_knows_nothing_of_it()
    {
        var code = ReceiptCode.New();
        using var hasher = new CodeHasher(Keys.Ring);
        using var again = new CodeHasher(KeyRing.Parse(Keys.Json("k2", "k2")));
        using var stranger = new CodeHasher(KeyRing.Parse(Keys.Json("k1", "k1").Replace(Keys.Key(201), Keys.Key(202), StringComparison.Ordinal)));

        var hash = await hasher.HashAsync(code);

        Assert.Equal(32, hash.Length);
        Assert.Equal(hash, await again.HashAsync(code));
        Assert.NotEqual(hash, await stranger.HashAsync(code));
        Assert.NotEqual(hash, await hasher.HashAsync(ReceiptCode.New()));
    }

    [Fact]
    public async Task A_flood_is_turned_away_and_everybody_who_waits_is_served()
    {
        using var hasher = new CodeHasher(Keys.Ring);
        var code = ReceiptCode.New();

        var asked = Enumerable.Range(0, CodeHasher.MaxWaiting * 4).Select(_ => hasher.HashAsync(code)).ToArray();
        var outcomes = await Task.WhenAll(asked.Select(async task => await Record.ExceptionAsync(() => task)));

        Assert.Contains(outcomes, outcome => outcome is TooBusyException);
        Assert.True(outcomes.Count(outcome => outcome is null) > CodeHasher.MaxWaiting);
        Assert.All(outcomes, outcome => Assert.True(outcome is null or TooBusyException));
        Assert.NotEmpty(await hasher.HashAsync(code));
    }

    [Fact]
    public async Task Whoever_stops_waiting_leaves_the_place_to_others()
    {
        using var hasher = new CodeHasher(Keys.Ring);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        for (var i = 0; i < CodeHasher.MaxWaiting * 2; i++)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hasher.HashAsync(ReceiptCode.New(), gone.Token));
        }

        Assert.NotEmpty(await hasher.HashAsync(ReceiptCode.New()));
    }

    [Fact]
    public void A_draft_opens_with_its_code_only()
    {
        var cipher = new DraftCipher(Keys.Ring);
        var code = ReceiptCode.New();
        var content = Encoding.UTF8.GetBytes("사장이 월급을 주지 않아요");

        var draft = cipher.Seal(code, Draft, content);

        Assert.Equal(content, cipher.Open(code, Draft, draft));
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(ReceiptCode.New(), Draft, draft));
        Assert.ThrowsAny<CryptographicException>(() => cipher.Open(code, Guid.NewGuid(), draft));
        Assert.ThrowsAny<CryptographicException>(() => new DraftCipher(KeyRing.Parse(
            Keys.Json("k1", "k1").Replace(Keys.Key(201), Keys.Key(202), StringComparison.Ordinal))).Open(code, Draft, draft));
    }

    [Fact]
    public void An_altered_or_shortened_draft_is_noticed()
    {
        var cipher = new DraftCipher(Keys.Ring);
        var code = ReceiptCode.New();
        var draft = cipher.Seal(code, Draft, [1, 2, 3]);

        for (var i = 0; i < draft.Length; i++)
        {
            var altered = draft.ToArray();
            altered[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => cipher.Open(code, Draft, altered));
            Assert.ThrowsAny<CryptographicException>(() => cipher.Open(code, Draft, draft.AsSpan(0, i)));
        }
    }
}
