namespace MigrantServices.Core.Statistics.Rounding;

/// <summary>
/// Keyed, unbiased, additive controlled rounding to base five: every figure a multiple of five, at most four from the truth, on average the truth, and all totals sums of what is published.
/// Because the figures could themselves be the truth, no sum, difference or further table over the same people narrows a cell to fewer than five values.
/// </summary>
public static class ControlledRounding
{
    public const int Base = 5;

    /// <summary>How often a dependent table is drawn anew before its categories are to be merged.</summary>
    public const int MostAttempts = 200;

    /// <summary>From this attempt on a column's total may stray by up to nine.</summary>
    public const int LooserFrom = 100;

    /// <summary>The root table of a programme and quarter.</summary>
    public static RoundedTable Root(CountTable counts, KeyedDraw draw)
    {
        var rest = new long[counts.Rows, counts.Columns];
        for (var row = 0; row < counts.Rows; row++)
        {
            for (var column = 0; column < counts.Columns; column++)
            {
                rest[row, column] = counts[row, column] % Base;
            }
        }

        return Settled(counts, new Remainders(rest, Base).Settle(draw));
    }

    /// <summary>A table over the same people whose rows add up to the totals that the root has published.</summary>
    /// <param name="drawOf">The draw of an attempt, counted from zero.</param>
    /// <returns>Null when no attempt kept its columns near enough: the categories are to be merged.</returns>
    /// <exception cref="ArgumentException">The totals are not of this table: not multiples of five, or five or more from the truth.</exception>
    public static RoundedTable? Dependent(CountTable counts, IReadOnlyList<int> rowTotals, Func<int, KeyedDraw> drawOf)
    {
        var (rest, unit) = Scaled(counts, rowTotals);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var table = Settled(counts, new Remainders(rest, unit).Settle(drawOf(attempt)));
            var mostAway = attempt < LooserFrom ? Base - 1 : (2 * Base) - 1;
            if (Enumerable.Range(0, counts.Columns).All(column => Math.Abs(table.ColumnTotal(column) - counts.ColumnTotal(column)) <= mostAway))
            {
                return table;
            }
        }

        return null;
    }

    /// <summary>The remainders, each row scaled so that it adds up to what its total leaves for them, in parts small enough for every row's fractions.</summary>
    private static (long[,] Inner, long Unit) Scaled(CountTable counts, IReadOnlyList<int> rowTotals)
    {
        var shares = Enumerable.Range(0, counts.Rows).Select(row => Share.Of(counts, row, rowTotals[row])).ToArray();
        var parts = shares.Aggregate(1L, (all, share) => checked(all / Gcd(all, share.Parts) * share.Parts));
        var rest = new long[counts.Rows, counts.Columns];
        for (var row = 0; row < counts.Rows; row++)
        {
            for (var column = 0; column < counts.Columns; column++)
            {
                rest[row, column] = checked(shares[row].Scale(counts[row, column] % Base) * (parts / shares[row].Parts));
            }
        }

        return (rest, checked(parts * Base));
    }

    private static RoundedTable Settled(CountTable counts, bool[,] isOne)
    {
        var cells = new int[counts.Rows * counts.Columns];
        for (var row = 0; row < counts.Rows; row++)
        {
            for (var column = 0; column < counts.Columns; column++)
            {
                cells[(row * counts.Columns) + column] = counts[row, column] - (counts[row, column] % Base) + (isOne[row, column] ? Base : 0);
            }
        }

        return new(counts.Rows, counts.Columns, cells);
    }

    private static long Gcd(long one, long other) => other == 0 ? one : Gcd(other, one % other);

    /// <summary>How a row's remainders are scaled: in parts of <paramref name="Parts"/>, down towards zero or up towards the base.</summary>
    private readonly record struct Share(int Times, int Parts, bool IsUp)
    {
        public static Share Of(CountTable counts, int row, int total)
        {
            var rests = Enumerable.Range(0, counts.Columns).Select(column => counts[row, column] % Base).ToArray();
            var (sum, most) = (rests.Sum(), Base * rests.Count(rest => rest > 0));
            var target = total - (counts.RowTotal(row) - sum);
            if (total % Base != 0 || target < 0 || target > most)
            {
                throw new ArgumentException($"A row of {counts.RowTotal(row)} cannot add up to {total}.", nameof(total));
            }

            return target == sum ? new(1, 1, false) : target < sum ? new(target, sum, false) : new(most - target, most - sum, true);
        }

        /// <summary>In parts of <see cref="Parts"/>.</summary>
        public long Scale(int rest) => rest == 0 ? 0 : IsUp ? ((long)Base * Parts) - ((long)(Base - rest) * Times) : (long)rest * Times;
    }
}
