using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Filing;

/// <summary>Fifth page of the form: what the person hopes for; the files are kept beside it.</summary>
public sealed record TellHope
{
    [FreeText]
    public string? Hope { get; set; }

    public sealed class Rules : AbstractValidator<TellHope>
    {
        public Rules() =>
            RuleFor(f => f.Hope).MaximumLength(Grievance.HopeMaxLength).WithMessage("rule.too-long").WithState(_ => Grievance.HopeMaxLength);
    }
}
