using FluentValidation;

namespace MigrantServices.Core.Grievances.Fairness;

/// <summary>Which colleagues a case is about; none where nobody knows yet.</summary>
public sealed record SetApart
{
    public const int MostColleagues = 10;

    public List<Guid> ColleagueIds { get; set; } = [];

    public sealed class Rules : AbstractValidator<SetApart>
    {
        public Rules() => RuleFor(f => f.ColleagueIds).Must(ids => ids.Count <= MostColleagues).WithMessage("rule.too-many-colleagues").WithState(_ => MostColleagues);
    }
}
