using FluentValidation;
using MigrantServices.Core.Cases;

namespace MigrantServices.Core.Grievances.Linking;

/// <summary>With which other grievance one belongs together, and how.</summary>
public sealed record LinkCase
{
    public LinkKind? Kind { get; set; }

    public string? Reference { get; set; }

    public sealed class Rules : AbstractValidator<LinkCase>
    {
        public Rules()
        {
            RuleFor(f => f.Kind).Must(kind => kind is not null && Enum.IsDefined(kind.Value)).WithMessage("rule.choose-one");
            RuleFor(f => f.Reference).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Reference).MaximumLength(ServiceCase.ReferenceMaxLength).WithMessage("rule.too-long").WithState(_ => ServiceCase.ReferenceMaxLength);
        }
    }
}
