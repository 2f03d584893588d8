namespace MigrantServices.Core.Statistics.Rounding;

/// <summary>
/// What is left of each count above a multiple of the base, with a row and a column that fill up every line to one, in whole parts so small that every share is exact.
/// It is moved along closed ways until nothing stands strictly between zero and the base: no line's sum ever changes, and no cell moves one way on average.
/// </summary>
internal sealed class Remainders
{
    private readonly long[,] _parts;
    private readonly long _base;
    private readonly int _rows;
    private readonly int _columns;

    /// <param name="inner">The remainders in parts: each at least zero and below <paramref name="unit"/>, or equal to it.</param>
    /// <param name="unit">How many parts make one base.</param>
    public Remainders(long[,] inner, long unit)
    {
        (_rows, _columns, _base) = (inner.GetLength(0) + 1, inner.GetLength(1) + 1, unit);
        _parts = new long[_rows, _columns];
        for (var row = 0; row < _rows - 1; row++)
        {
            for (var column = 0; column < _columns - 1; column++)
            {
                _parts[row, column] = inner[row, column];
                _parts[row, _columns - 1] += inner[row, column];
                _parts[_rows - 1, column] += inner[row, column];
                _parts[_rows - 1, _columns - 1] += inner[row, column];
            }
        }

        for (var row = 0; row < _rows - 1; row++)
        {
            _parts[row, _columns - 1] = Left(-_parts[row, _columns - 1]);
        }

        for (var column = 0; column < _columns - 1; column++)
        {
            _parts[_rows - 1, column] = Left(-_parts[_rows - 1, column]);
        }

        _parts[_rows - 1, _columns - 1] = Left(_parts[_rows - 1, _columns - 1]);
    }

    /// <summary>Which inner remainders became one base; the others became zero.</summary>
    public bool[,] Settle(KeyedDraw draw)
    {
        var (rowOrder, columnOrder) = (Order(draw, _rows), Order(draw, _columns));
        foreach (var row in rowOrder)
        {
            // a way round may leave others of the row open
            while (FirstOpen(row, columnOrder) is { } column)
            {
                Move(Way(row, column, rowOrder, columnOrder), draw);
            }
        }

        var isOne = new bool[_rows - 1, _columns - 1];
        for (var row = 0; row < _rows - 1; row++)
        {
            for (var column = 0; column < _columns - 1; column++)
            {
                isOne[row, column] = _parts[row, column] == _base;
            }
        }

        return isOne;
    }

    private static int[] Order(KeyedDraw draw, int lines) => [.. draw.Order(lines - 1), lines - 1];

    private long Left(long sum) => ((sum % _base) + _base) % _base;

    private bool IsOpen(int row, int column) => _parts[row, column] > 0 && _parts[row, column] < _base;

    private int? FirstOpen(int row, int[] columns, int except = -1)
    {
        foreach (var column in columns)
        {
            if (column != except && IsOpen(row, column))
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>Walks alternately along rows and columns, through what is open, until a line comes again; the closed part of the walk.</summary>
    private List<(int Row, int Column)> Way(int row, int column, int[] rows, int[] columns)
    {
        var steps = new List<(int Row, int Column)>();
        // where the walk first came to each line; columns are kept behind rows
        var seen = new Dictionary<int, int> { [row] = 0 };
        while (true)
        {
            steps.Add((row, column));
            if (seen.TryGetValue(_rows + column, out var since))
            {
                return steps[since..];
            }

            seen[_rows + column] = steps.Count;
            row = rows.First(other => other != row && IsOpen(other, column));
            steps.Add((row, column));
            if (seen.TryGetValue(row, out since))
            {
                return steps[since..];
            }

            seen[row] = steps.Count;
            column = FirstOpen(row, columns, except: column)!.Value;
        }
    }

    private void Move(List<(int Row, int Column)> way, KeyedDraw draw)
    {
        var (up, down) = (_base, _base);
        for (var at = 0; at < way.Count; at++)
        {
            var part = _parts[way[at].Row, way[at].Column];
            (up, down) = at % 2 == 0 ? (Math.Min(up, _base - part), Math.Min(down, part)) : (Math.Min(up, part), Math.Min(down, _base - part));
        }

        // as likely that what is expected stays what it was
        var step = draw.NextBelow(up + down) < down ? up : -down;
        for (var at = 0; at < way.Count; at++)
        {
            _parts[way[at].Row, way[at].Column] += at % 2 == 0 ? step : -step;
        }
    }
}
