using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.Workday;
using Xunit;

namespace MigrantServices.Core.Tests.Workday;

/// <summary>Whatever is shared out among whomever, it is shared out fairly.</summary>
public sealed class FairShareProperties
{
    private static readonly string[] Languages = ["ar", "en", "ko", "vi"];
    private static readonly Guid[] People = [.. Enumerable.Range(1, 6).Select(Numbered)];

    private static readonly Arbitrary<Pile> Piles = (
        from colleagues in Gen.Choose(1, People.Length)
        from loads in Gen.Choose(0, 20).ArrayOf(colleagues)
        from languages in Gen.Choose(0, 5).ArrayOf(colleagues * Languages.Length)
        from work in Gen.Zip(Gen.Choose(0, Languages.Length - 1), Gen.Zip(Gen.Choose(1, 5), Gen.Choose(0, (1 << colleagues) - 1))).ListOf()
        select new Pile(
            [.. loads.Select((load, n) => new DeskLoad(People[n], load, Languages.Select((l, i) => (l, languages[(n * Languages.Length) + i])).ToDictionary(one => one.l, one => one.Item2)))],
            [.. work.Select((one, n) => new WorkToShare(Numbered(1000 + n), Languages[one.Item1], one.Item2.Item1, [.. People.Take(colleagues).Where((_, i) => (one.Item2.Item2 & (1 << i)) != 0)]))]))
        .ToArbitrary();

    [Fact]
    public void Each_case_goes_once_to_somebody_who_may_have_it_and_only_what_nobody_may_have_stays() =>
        Holds(pile => Deal(pile) is var dealt
            && pile.Work.All(one => dealt.TryGetValue(one.Id, out var to) ? one.MayGoTo.Contains(to) : one.MayGoTo.Count == 0)
            && dealt.Keys.All(id => pile.Work.Any(one => one.Id == id)));

    [Fact]
    public void In_whatever_order_they_come_the_same_goes_to_the_same() =>
        Holds(pile => Deal(pile).OrderBy(one => one.Key).SequenceEqual(
            FairShare.Deal(pile.Work.Reverse(), pile.Desks.Reverse()).OrderBy(one => one.Key)));

    [Fact]
    public void Among_equals_loads_end_within_one_weight_of_each_other() =>
        Holds(pile =>
        {
            var desks = pile.Desks.Select(desk => desk with { Load = 0 }).ToList();
            var work = pile.Work.Select(one => one with { MayGoTo = [.. desks.Select(desk => desk.Id)] }).ToList();
            var dealt = FairShare.Deal(work, desks);
            var loads = desks.ConvertAll(desk => work.Where(one => dealt[one.Id] == desk.Id).Sum(one => one.Weight));
            return loads.Max() - loads.Min() <= MostWeight(pile);
        });

    [Fact]
    public void Among_equals_each_language_is_spread_evenly() =>
        Holds(pile =>
        {
            var desks = pile.Desks.Select(desk => new DeskLoad(desk.Id, 3, new Dictionary<string, int>())).ToList();
            var work = pile.Work.Select(one => one with { Weight = 1, MayGoTo = [.. desks.Select(desk => desk.Id)] }).ToList();
            var dealt = FairShare.Deal(work, desks);
            return Languages.All(language => desks.ConvertAll(desk => work.Count(one => one.Language == language && dealt[one.Id] == desk.Id)) is var counts
                && counts.Max() - counts.Min() <= 1);
        });

    [Fact]
    public void Where_loads_are_equal_the_one_with_fewer_of_the_language_gets_it()
    {
        DeskLoad[] desks = [new(People[0], 4, new Dictionary<string, int> { ["vi"] = 4 }), new(People[1], 4, new Dictionary<string, int> { ["ko"] = 4 })];

        var dealt = FairShare.Deal([new(Numbered(1), "vi", 1, People[..2]), new(Numbered(2), "ko", 1, People[..2])], desks);

        Assert.Equal((People[1], People[0]), (dealt[Numbered(1)], dealt[Numbered(2)]));
    }

    private static int MostWeight(Pile pile) => pile.Work.Select(one => one.Weight).DefaultIfEmpty(0).Max();

    private static IReadOnlyDictionary<Guid, Guid> Deal(Pile pile) => FairShare.Deal(pile.Work, pile.Desks);

    private static void Holds(Func<Pile, bool> property) => Prop.ForAll(Piles, property).QuickCheckThrowOnFailure();

    private static Guid Numbered(int n) => new(n, 0, 0, new byte[8]);

    private sealed record Pile(DeskLoad[] Desks, WorkToShare[] Work);
}
