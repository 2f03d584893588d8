using MigrantServices.Core.People;

namespace MigrantServices.Core.Cases;

/// <summary>A service of the office: the prefix of its references, how its cases begin, and their whole life as a table.</summary>
public sealed class CaseKind
{
    private readonly ILookup<(CaseStatus, CaseAction), Transition> _lines;

    public CaseKind(Type caseType, string prefix, IReadOnlyList<Beginning> beginnings, IReadOnlyList<Transition> lifecycle)
    {
        CaseType = caseType;
        Prefix = prefix;
        Beginnings = beginnings;
        Lifecycle = lifecycle;
        _lines = lifecycle.ToLookup(line => (line.From, line.Action));
        Statuses = [.. lifecycle.SelectMany(line => new[] { line.From, line.To }).Distinct().Order()];
        Actions = [.. lifecycle.Select(line => line.Action).Distinct()];
    }

    /// <summary>A file is there for its handler and those to whom it was opened, and for nobody else who has the role.</summary>
    public bool IsNeedToKnow { get; init; }

    public Type CaseType { get; }

    public string Prefix { get; }

    public IReadOnlyList<Beginning> Beginnings { get; }

    public IReadOnlyList<Transition> Lifecycle { get; }

    public IReadOnlyList<CaseStatus> Statuses { get; }

    public IReadOnlyList<CaseAction> Actions { get; }

    public Transition? Line(CaseStatus from, CaseAction action) => _lines[(from, action)].FirstOrDefault();

    /// <summary>The line of a deed that can lead to several statuses, by which it leads to this one.</summary>
    public Transition? Line(CaseStatus from, CaseAction action, CaseStatus to) => _lines[(from, action)].FirstOrDefault(line => line.To == to);

    /// <summary>How a case begins that came this way; null when none may.</summary>
    public Beginning? BeginningAs(CaseStatus status, Channel channel) => Beginnings.FirstOrDefault(line => line.As == status && line.Channels.Contains(channel));

    /// <summary>Everybody who may ever begin a case that came this way.</summary>
    public Role WhoMayBegin(Channel channel) => Beginnings
        .Where(line => line.Channels.Contains(channel))
        .Aggregate(Role.None, (all, line) => all | line.Who);

    /// <summary>Why this person may not begin a case here that came this way; null when they may.</summary>
    public Refusal? WhyNotBegin(CaseStatus status, Channel channel, string? municipality, Actor actor) =>
        BeginningAs(status, channel) is not { } line || !actor.Is(line.Who) ? new("case.wrong-role")
        : (actor.RolesOn(Prefix, municipality) & line.Who) == Role.None ? new("case.not-your-place")
        : null;

    /// <summary>Everybody who may ever do this, in whatever status.</summary>
    public Role WhoMay(CaseAction action) => Lifecycle
        .Where(line => line.Action == action)
        .Aggregate(Role.None, (all, line) => all | line.Who);

    /// <summary>A case that can still change by more than notes, letters and closing is work to be done.</summary>
    public static bool IsOpen(CaseStatus status) => status is not (CaseStatus.Answered or CaseStatus.ObjectionAnswered or CaseStatus.Withdrawn or CaseStatus.Closed or CaseStatus.Merged
        or CaseStatus.Confirmed or CaseStatus.Refused or CaseStatus.Revoked or CaseStatus.AgedOut);
}
