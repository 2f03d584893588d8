using System.Globalization;
using System.Text;

namespace MigrantServices.Core.Statistics.Rounding;

/// <summary>True counts of people by region (rows) and one characteristic (columns). It never leaves the place where figures are made safe.</summary>
public sealed class CountTable
{
    private readonly int[] _cells;

    /// <param name="rows">At least one.</param>
    /// <param name="columns">At least one.</param>
    /// <param name="cells">Row by row; none below zero.</param>
    /// <exception cref="ArgumentException">The cells do not fill the table, or one is below zero.</exception>
    public CountTable(int rows, int columns, IReadOnlyList<int> cells)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (cells.Count != rows * columns || cells.Any(count => count < 0))
        {
            throw new ArgumentException($"A table of {rows} rows and {columns} columns holds {rows * columns} counts, none below zero.", nameof(cells));
        }

        (Rows, Columns, _cells) = (rows, columns, [.. cells]);
    }

    public int Rows { get; }

    public int Columns { get; }

    public int this[int row, int column] => _cells[(row * Columns) + column];

    public int Total => _cells.Sum();

    public int RowTotal(int row) => _cells.AsSpan(row * Columns, Columns).ToArray().Sum();

    public int ColumnTotal(int column) => Enumerable.Range(0, Rows).Sum(row => this[row, column]);

    /// <summary>The counts as text, the same for the same counts whatever made them: what the draw is keyed by.</summary>
    public string Canonical()
    {
        var text = new StringBuilder("[");
        for (var row = 0; row < Rows; row++)
        {
            text.Append(row == 0 ? "[" : ",[").AppendJoin(',', Enumerable.Range(0, Columns).Select(column => this[row, column].ToString(CultureInfo.InvariantCulture))).Append(']');
        }

        return text.Append(']').ToString();
    }
}
