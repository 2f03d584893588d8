using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.Grievances.Export;
using Xunit;

namespace MigrantServices.Core.Tests.Grievances;

/// <summary>A saved list opens in a spreadsheet as words and never as a formula.</summary>
public sealed class SafeCsvTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+82 10")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("  =1")]
    [InlineData("\"=1")]
    [InlineData("＝cmd|' /C calc'!A0")]
    public void What_could_be_taken_for_a_formula_is_disarmed(string text) => Assert.Equal("'" + text, SafeCsv.Disarmed(text));

    [Theory]
    [InlineData("DG-2026-12345-67890")]
    [InlineData("접수됨")]
    [InlineData("")]
    [InlineData("1+1=2")]
    public void Other_words_stay_as_they_are(string text) => Assert.Equal(text, SafeCsv.Disarmed(text));

    [Fact]
    public void Whatever_is_in_a_cell_comes_back_as_one_cell_that_begins_with_nothing_dangerous()
    {
        var letters = Gen.Frequency((3, Gen.Elements("=+-@\t\r\n\",;' ＝".ToCharArray())), (5, ArbMap.Default.GeneratorFor<char>()));
        var cells = letters.ArrayOf().Select(all => new string(all)).ListOf();
        Prop.ForAll(cells.ToArbitrary(), row =>
        {
            var read = Read(SafeCsv.Line(row));
            return read.Count == Math.Max(row.Count, 1)
                && row.Zip(read).All(pair => pair.Second == pair.First || pair.Second == "'" + pair.First)
                && read.TrueForAll(cell => !"=+-@＝＋－＠\t\r\n".Contains(cell.TrimStart(' ', '\u00A0').FirstOrDefault('x'), StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Reads a line as RFC 4180 has it, written apart from what writes it.</summary>
    private static List<string> Read(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var place = 0; place < line.Length - 2; place++)
        {
            switch (line[place])
            {
                case '"' when isQuoted && place + 1 < line.Length && line[place + 1] == '"':
                    cell.Append('"');
                    place++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    cells.Add(cell.ToString());
                    cell.Clear();
                    break;
                default:
                    cell.Append(line[place]);
                    break;
            }
        }

        Assert.EndsWith("\r\n", line, StringComparison.Ordinal);
        cells.Add(cell.ToString());
        return cells;
    }
}
