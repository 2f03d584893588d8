using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances;

/// <summary>The name that turns a tip into a petition (L4).</summary>
public sealed record GiveName
{
    [FreeText]
    public string? Name { get; set; }

    [FreeText]
    public string? Contact { get; set; }

    public sealed class Rules : AbstractValidator<GiveName>
    {
        public Rules()
        {
            RuleFor(f => f.Name).NotEmpty().WithMessage("rule.name-missing");
            RuleFor(f => f.Name).MaximumLength(CasePerson.NameMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.NameMaxLength);
            RuleFor(f => f.Contact).MaximumLength(CasePerson.ContactMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.ContactMaxLength);
        }
    }
}
