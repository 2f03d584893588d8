using System.Globalization;
using FluentValidation;

namespace MigrantServices.Core.Workday;

/// <summary>Which cases a supervisor wants to give to whom.</summary>
public sealed record AssignCases
{
    /// <summary>Their references.</summary>
    public List<string> Cases { get; set; } = [];

    /// <summary>One colleague gets all; among several they are shared out.</summary>
    public List<Guid> Colleagues { get; set; } = [];

    /// <summary>What the preview showed: case, revision and colleague of each line.</summary>
    public List<string> Plan { get; set; } = [];

    public IReadOnlyList<AssignmentLine> Lines => [.. Plan.Select(AssignmentLine.Read).OfType<AssignmentLine>()];

    public sealed class Rules : AbstractValidator<AssignCases>
    {
        public Rules()
        {
            RuleFor(f => f.Cases).Must(cases => cases.Exists(one => !string.IsNullOrEmpty(one))).WithMessage("workday.rule.cases");
            RuleFor(f => f.Cases).Must(cases => cases.Count <= BulkAssignment.Most).WithMessage("workday.rule.too-many").WithState(_ => BulkAssignment.Most);
            RuleFor(f => f.Colleagues).NotEmpty().WithMessage("workday.rule.colleagues");
        }
    }
}

/// <summary>One line of a plan: this case, as it stood when it was looked at, to this colleague.</summary>
public sealed record AssignmentLine(Guid CaseId, int Revision, Guid ColleagueId)
{
    public static AssignmentLine? Read(string text) => text.Split('.') is [var id, var revision, var colleague]
        && Guid.TryParseExact(id, "N", out var caseId) && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        && Guid.TryParseExact(colleague, "N", out var colleagueId) ? new(caseId, seen, colleagueId) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{CaseId:N}.{Revision}.{ColleagueId:N}");
}
