using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <summary>A service of the office: the prefix of its references and its whole life as a table.</summary>
public sealed class CaseKind
{
    private readonly Dictionary<(CaseStatus, CaseAction), Transition> _lines;

    /// <param name="beginnings">The statuses in which a case may begin.</param>
    public CaseKind(Type caseType, string prefix, IReadOnlyList<CaseStatus> beginnings, IReadOnlyList<Transition> lifecycle)
    {
        CaseType = caseType;
        Prefix = prefix;
        Beginnings = beginnings;
        Lifecycle = lifecycle;
        _lines = lifecycle.ToDictionary(line => (line.From, line.Action));
        Statuses = [.. lifecycle.SelectMany(line => new[] { line.From, line.To }).Distinct().Order()];
        Actions = [.. lifecycle.Select(line => line.Action).Distinct()];
    }

    public Type CaseType { get; }

    public string Prefix { get; }

    public IReadOnlyList<CaseStatus> Beginnings { get; }

    public IReadOnlyList<Transition> Lifecycle { get; }

    public IReadOnlyList<CaseStatus> Statuses { get; }

    public IReadOnlyList<CaseAction> Actions { get; }

    public Transition? Line(CaseStatus from, CaseAction action) => _lines.GetValueOrDefault((from, action));

    /// <summary>Everybody who may ever do this, in whatever status.</summary>
    public Role WhoMay(CaseAction action) => Lifecycle
        .Where(line => line.Action == action)
        .Aggregate(Role.None, (all, line) => all | line.Who);

    /// <summary>A case that can still change by more than notes, letters and closing is work to be done.</summary>
    public static bool IsOpen(CaseStatus status) => status is not (CaseStatus.Answered or CaseStatus.Withdrawn or CaseStatus.Closed);
}
