using MigrantServices.Core.Statistics.Rounding;
using Xunit;

namespace MigrantServices.Core.Tests.Statistics;

/// <summary>What every rounded table keeps, whatever was counted.</summary>
public sealed class RoundingProperties
{
    private const int Tables = 10_000;

    [Fact]
    public void Every_figure_is_a_multiple_of_five_near_the_truth_and_all_add_up()
    {
        var random = new Random(4071);
        for (var at = 0; at < Tables; at++)
        {
            var counts = Some(random, 1 + random.Next(40), 1 + random.Next(8));
            var table = ControlledRounding.Root(counts, Draw(at));

            for (var row = 0; row < counts.Rows; row++)
            {
                for (var column = 0; column < counts.Columns; column++)
                {
                    Near(counts[row, column], table[row, column], 4);
                    Assert.True(counts[row, column] % 5 != 0 || table[row, column] == counts[row, column]);
                }

                Near(counts.RowTotal(row), table.RowTotal(row), 4);
            }

            Assert.All(Enumerable.Range(0, counts.Columns), column => Near(counts.ColumnTotal(column), table.ColumnTotal(column), 4));
            Near(counts.Total, table.Total, 4);
            Assert.Equal(table.Cells, ControlledRounding.Root(counts, Draw(at)).Cells);
        }
    }

    [Fact]
    public void A_dependent_table_adds_up_to_the_root_row_by_row_and_never_changes_it()
    {
        var random = new Random(5113);
        var (made, merged) = (0, 0);
        for (var at = 0; at < Tables / 10; at++)
        {
            var people = Some(random, 1 + random.Next(31), 1 + random.Next(8));
            var root = ControlledRounding.Root(people, Draw(at));
            var counts = Shuffled(people, random, 2 + random.Next(7));
            var seed = at;
            if (ControlledRounding.Dependent(counts, root.RowTotals, attempt => Draw((seed * 1_000) + attempt)) is not { } table)
            {
                merged++;
                continue;
            }

            made++;
            Assert.Equal(root.RowTotals, table.RowTotals);
            for (var row = 0; row < counts.Rows; row++)
            {
                Assert.All(Enumerable.Range(0, counts.Columns), column => Near(counts[row, column], table[row, column], 4));
            }

            Assert.All(Enumerable.Range(0, counts.Columns), column => Near(counts.ColumnTotal(column), table.ColumnTotal(column), 9));
        }

        Assert.True(made > 20 * Math.Max(1, merged), $"{made} made, {merged} to be merged");
    }

    [Fact]
    public void On_average_every_cell_is_the_truth()
    {
        const int keys = 4_000;
        var counts = new CountTable(8, 5, [.. Enumerable.Range(0, 40).Select(at => at % 7)]);
        var (sums, squares) = (new double[40], new double[40]);
        for (var key = 0; key < keys; key++)
        {
            var cells = ControlledRounding.Root(counts, Draw(key)).Cells;
            for (var at = 0; at < 40; at++)
            {
                sums[at] += cells[at];
                squares[at] += (double)cells[at] * cells[at];
            }
        }

        for (var at = 0; at < 40; at++)
        {
            var mean = sums[at] / keys;
            var deviation = Math.Sqrt(Math.Max(0, (squares[at] / keys) - (mean * mean)) / keys);
            Assert.True(Math.Abs(mean - (at % 7)) <= 3.3 * deviation, $"cell {at}: {mean} instead of {at % 7}, one deviation is {deviation}");
        }
    }

    [Fact]
    public void The_draw_is_of_the_counts_and_their_place_and_one_record_more_draws_anew()
    {
        var key = new RoundingKey(Enumerable.Range(0, 32).Select(n => (byte)n).ToArray());
        var counts = new CountTable(3, 4, [1, 2, 3, 4, 0, 1, 2, 3, 4, 4, 4, 4]);
        string Of(string programme, string quarter, string table, CountTable of) =>
            string.Join(',', Enumerable.Range(0, 8).Select(_ => 0).Aggregate((Draw: key.For(programme, quarter, table, of), Text: new List<long>()), (all, _) =>
            {
                all.Text.Add(all.Draw.NextBelow(1_000_000));
                return all;
            }).Text);

        Assert.Equal(Of("DG", "2026Q3", "root", counts), Of("DG", "2026Q3", "root", new CountTable(3, 4, [1, 2, 3, 4, 0, 1, 2, 3, 4, 4, 4, 4])));
        Assert.Equal(5, new[]
        {
            Of("DG", "2026Q3", "root", counts), Of("CC", "2026Q3", "root", counts), Of("DG", "2026Q4", "root", counts), Of("DG", "2026Q3", "age", counts),
            Of("DG", "2026Q3", "root", new CountTable(3, 4, [1, 2, 3, 4, 0, 1, 2, 3, 4, 4, 4, 5])),
        }.Distinct().Count());
        // the same numbers in another shape are another table
        Assert.NotEqual(new CountTable(2, 2, [1, 2, 3, 4]).Canonical(), new CountTable(1, 4, [1, 2, 3, 4]).Canonical());
    }

    [Fact]
    public void Numbers_below_a_bound_are_equally_likely()
    {
        var (draw, seen) = (Draw(7), new int[6]);
        for (var at = 0; at < 60_000; at++)
        {
            seen[draw.NextBelow(6)]++;
        }

        Assert.All(seen, times => Assert.InRange(times, 9_600, 10_400));
        Assert.Equal(Enumerable.Range(0, 40), Draw(8).Order(40).Order());
    }

    [Fact]
    public void Totals_that_are_not_of_the_table_are_refused()
    {
        var counts = new CountTable(1, 3, [1, 2, 3]);

        Assert.Throws<ArgumentException>(() => ControlledRounding.Dependent(counts, [7], _ => Draw(1)));
        Assert.Throws<ArgumentException>(() => ControlledRounding.Dependent(counts, [20], _ => Draw(1)));
        Assert.Throws<ArgumentException>(() => new CountTable(2, 2, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new CountTable(1, 2, [1, -1]));
    }

    private static void Near(int truth, int published, int most)
    {
        Assert.Equal(0, published % 5);
        Assert.True(published >= 0 && Math.Abs(published - truth) <= most, $"{truth} became {published}");
    }

    private static KeyedDraw Draw(int number) => new RoundingKey(new byte[RoundingKey.Length]).For("DG", "2026Q3", number.ToString(System.Globalization.CultureInfo.InvariantCulture), new CountTable(1, 1, [0]));

    // half of them as small as a district's few cases
    private static CountTable Some(Random random, int rows, int columns) =>
        new(rows, columns, [.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(2) == 0 ? random.Next(5) : random.Next(61))]);

    // the same people row by row, by another characteristic
    private static CountTable Shuffled(CountTable people, Random random, int columns)
    {
        var cells = new int[people.Rows * columns];
        for (var row = 0; row < people.Rows; row++)
        {
            for (var one = people.RowTotal(row); one > 0; one--)
            {
                cells[(row * columns) + Math.Min(random.Next(columns), random.Next(columns))]++;
            }
        }

        return new(people.Rows, columns, cells);
    }
}
