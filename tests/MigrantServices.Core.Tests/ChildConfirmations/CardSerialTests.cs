using MigrantServices.Core.ChildConfirmations.Papers;
using Xunit;

namespace MigrantServices.Core.Tests.ChildConfirmations;

public sealed class CardSerialTests
{
    [Fact]
    public void Document_and_card_are_linked_and_no_two_pairs_are_alike()
    {
        var pairs = Enumerable.Range(0, 2_000).Select(_ => CardSerial.NewPair()).ToList();

        Assert.All(pairs, pair =>
        {
            Assert.Equal(pair.Document[..9], pair.Card[..9]);
            Assert.Equal(('D', 'C'), (pair.Document[10], pair.Card[10]));
            Assert.Matches("^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{2}$", pair.Card);
            Assert.True(CardSerial.IsSound(pair.Document) && CardSerial.IsSound(pair.Card));
        });
        Assert.Equal(2_000, pairs.Select(pair => pair.Card).Distinct().Count());
    }

    [Fact]
    public void One_wrong_sign_and_two_that_changed_places_are_always_noticed()
    {
        var (_, card) = CardSerial.NewPair();
        for (var at = 0; at < card.Length; at++)
        {
            Assert.All("23456789ABCDEFGHJKMNPQRSTUVWXYZ".Where(sign => sign != card[at]), sign => Assert.False(CardSerial.IsSound(card[..at] + sign + card[(at + 1)..])));
            for (var other = at + 1; other < card.Length; other++)
            {
                var swapped = card.ToCharArray();
                (swapped[at], swapped[other]) = (swapped[other], swapped[at]);
                Assert.Equal(card[at] == card[other], CardSerial.IsSound(new string(swapped)));
            }
        }

        Assert.False(CardSerial.IsSound(null));
        Assert.False(CardSerial.IsSound(""));
        Assert.False(CardSerial.IsSound(card.ToLowerInvariant()));
    }
}
