using System.Globalization;

namespace MigrantServices.Benchmarks.Running;

/// <summary>What to measure, with how many cases and for how long.</summary>
public sealed record Options(IReadOnlySet<string> Goals, int Cases, TimeSpan Time, TimeSpan Memory, string? Out, string? Portal)
{
    public const string All = "all";

    public const string Usage = """
        dotnet run -c Release --project tests/MigrantServices.Benchmarks -- [all|filing|list|open|growth|start|memory|weight|signin|papers|check ...]
            --cases N      cases in the database (100000); growth is measured from 10000 to this
            --seconds N    length of each round of load (5)
            --minutes N    length of the load for memory (2)
            --out FILE     where the table is written (docs/benchmarks.md when everything is measured)
            --portal DIR   a published portal (else it is published now)
        """;

    public bool Wants(string goal) => Goals.Contains(All) || Goals.Contains(goal);

    /// <summary>Null when the arguments make no sense.</summary>
    public static Options? Read(string[] args)
    {
        var options = new Options(new HashSet<string>(), 100_000, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(2), null, null);
        var goals = new HashSet<string>(StringComparer.Ordinal);
        var known = Benchmarks.Goals.Goal.All.Select(goal => goal.Name).Append(All).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i++)
        {
            if (known.Contains(args[i]))
            {
                goals.Add(args[i]);
                continue;
            }

            if (i + 1 == args.Length || With(options, args[i], args[++i]) is not { } changed)
            {
                return null;
            }

            options = changed;
        }

        return options with { Goals = goals.Count == 0 ? new HashSet<string> { All } : goals };
    }

    private static Options? With(Options options, string name, string value)
    {
        var isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0;
        return name switch
        {
            "--cases" when isNumber => options with { Cases = number },
            "--seconds" when isNumber => options with { Time = TimeSpan.FromSeconds(number) },
            "--minutes" when isNumber => options with { Memory = TimeSpan.FromMinutes(number) },
            "--out" => options with { Out = value },
            "--portal" => options with { Portal = value },
            _ => null,
        };
    }
}
