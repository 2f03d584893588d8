using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>The name of one more who speaks for people who petition together.</summary>
public sealed record NameRepresentative
{
    [FreeText]
    public string? Name { get; set; }

    public sealed class Rules : AbstractValidator<NameRepresentative>
    {
        public Rules()
        {
            RuleFor(f => f.Name).NotEmpty().WithMessage("rule.representative-missing");
            RuleFor(f => f.Name).MaximumLength(CasePerson.NameMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.NameMaxLength);
        }
    }
}
