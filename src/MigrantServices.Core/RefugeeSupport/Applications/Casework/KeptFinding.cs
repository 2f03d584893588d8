using System.Globalization;
using System.Text.Json;
using MigrantServices.Core.RefugeeSupport.Entitlement;

namespace MigrantServices.Core.RefugeeSupport.Applications.Casework;

/// <summary>What one rule said when a programme was decided, as it is kept with the decision.</summary>
/// <param name="Args">Codes, numbers and days as plain words.</param>
public sealed record KeptFinding(EligibilityItem Item, Met Met, string Reason, IReadOnlyList<string> Args, Guid? Member)
{
    public static string Keep(IEnumerable<EligibilityFinding> findings) => JsonSerializer.Serialize(findings.Select(Of), JsonSerializerOptions.Web);

    public static IReadOnlyList<KeptFinding> Read(string kept) => JsonSerializer.Deserialize<List<KeptFinding>>(kept, JsonSerializerOptions.Web)!;

    public static KeptFinding Of(EligibilityFinding finding) =>
        new(finding.Item, finding.Met, finding.Reason, [.. finding.Args.Select(arg => arg is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(arg, CultureInfo.InvariantCulture)!)], finding.Member);
}
