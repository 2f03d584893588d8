namespace MigrantServices.Core.Statistics.Rounding;

/// <summary>Figures that may be published: multiples of five which add up to their own totals.</summary>
public sealed class RoundedTable
{
    private readonly int[] _cells;

    internal RoundedTable(int rows, int columns, int[] cells) => (Rows, Columns, _cells) = (rows, columns, cells);

    public int Rows { get; }

    public int Columns { get; }

    public int this[int row, int column] => _cells[(row * Columns) + column];

    /// <summary>Totals are sums of the published cells, and of nothing else.</summary>
    public int Total => _cells.Sum();

    public int RowTotal(int row) => Enumerable.Range(0, Columns).Sum(column => this[row, column]);

    public int ColumnTotal(int column) => Enumerable.Range(0, Rows).Sum(row => this[row, column]);

    public IReadOnlyList<int> RowTotals => [.. Enumerable.Range(0, Rows).Select(RowTotal)];

    /// <summary>The cells row by row.</summary>
    public IReadOnlyList<int> Cells => [.. _cells];
}
