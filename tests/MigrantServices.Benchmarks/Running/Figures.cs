using System.Globalization;
using System.Text;

namespace MigrantServices.Benchmarks.Running;

/// <summary>The table of what was measured beside what was promised.</summary>
public sealed class Figures
{
    private readonly StringBuilder _table = new();

    /// <param name="beside">What it is compared with.</param>
    public void Add(string goal, string what, string beside, string portal, string ratio, string wanted, bool isMet)
    {
        var line = $"| {goal} | {what} | {beside} | {portal} | {ratio} | {wanted} | {(isMet ? "met" : "**not met**")} |";
        _table.Append(line).Append('\n');
        Console.WriteLine(line);
    }

    public async Task WriteAsync(Options options, Stage stage)
    {
        var text = $"""
            # Benchmarks

            Made by `dotnet run -c Release --project tests/MigrantServices.Benchmarks`. The portal ran in its own process as in Production, with
            antiforgery, sessions, rights, the record of access, encryption and localisation on; "beside" is a bare Kestrel endpoint (or a bare
            Razor page with EF Core, for the start) that does the same statements on the same database and answers fixed HTML. Both took turns,
            three rounds of {options.Time.TotalSeconds:0} s; each figure is the median. The load came from the same machine ({Environment.ProcessorCount} cores).

            {options.Cases} cases, PostgreSQL {stage.PostgresVersion} with `synchronous_commit` on, .NET {Environment.Version}.

            | goal | what | beside | portal | ratio | wanted | |
            | --- | --- | --- | --- | --- | --- | --- |
            {_table}
            """;
        Console.WriteLine();
        Console.WriteLine(text);
        var path = options.Out ?? (options.Wants(Options.All) ? Path.Combine(stage.Repository, "docs", "benchmarks.md") : null);
        if (path is not null)
        {
            await File.WriteAllTextAsync(path, text.ReplaceLineEndings("\n"));
        }
    }

    public static string Number(double value) => value.ToString(value < 10 ? "0.0#" : "0", CultureInfo.InvariantCulture);

    public static string Percent(double value) => value.ToString("0 %", CultureInfo.InvariantCulture);

    public static string Times(double value) => value.ToString("0.00 ×", CultureInfo.InvariantCulture);
}
