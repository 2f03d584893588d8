using FluentValidation;

namespace MigrantServices.Core.Grievances.Filing;

/// <summary>Fifth page of the form: what the person hopes for; the files are kept beside it.</summary>
public sealed record TellHope
{
    public string? Hope { get; set; }

    public sealed class Rules : AbstractValidator<TellHope>
    {
        public Rules() =>
            RuleFor(f => f.Hope).MaximumLength(Grievance.HopeMaxLength).WithMessage("rule.too-long").WithState(_ => Grievance.HopeMaxLength);
    }
}
