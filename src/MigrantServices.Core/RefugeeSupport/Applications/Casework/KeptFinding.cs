using System.Globalization;
using System.Text.Json;
using MigrantServices.Core.RefugeeSupport.Entitlement;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>What one rule said when a programme was decided, as it is kept with the decision: its arguments as words that say what they are.</summary>
public sealed record KeptFinding(EligibilityItem Item, Met Met, string Reason, IReadOnlyList<string> Args, Guid? Member)
{
    public static string Keep(IEnumerable<EligibilityFinding> findings) => JsonSerializer.Serialize(
        findings.Select(finding => new KeptFinding(finding.Item, finding.Met, finding.Reason, [.. finding.Args.Select(Of)], finding.Member)), JsonSerializerOptions.Web);

    public static IReadOnlyList<EligibilityFinding> Read(string kept) =>
        [.. JsonSerializer.Deserialize<List<KeptFinding>>(kept, JsonSerializerOptions.Web)!.Select(one => new EligibilityFinding(one.Item, one.Met, one.Reason, [.. one.Args.Select(Arg)], one.Member))];

    private static string Of(object arg) => arg switch
    {
        DateOnly day => "d:" + day.ToString("O", CultureInfo.InvariantCulture),
        long won => "l:" + won.ToString(CultureInfo.InvariantCulture),
        int number => "i:" + number.ToString(CultureInfo.InvariantCulture),
        _ => "s:" + arg,
    };

    private static object Arg(string kept) => (kept[..2], kept[2..]) switch
    {
        ("d:", var day) => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture),
        ("l:", var won) => long.Parse(won, CultureInfo.InvariantCulture),
        ("i:", var number) => int.Parse(number, CultureInfo.InvariantCulture),
        (_, var code) => code,
    };
}
