using FluentValidation;

namespace MigrantServices.Core.People;

/// <summary>The name that others see and the language of one's own screens.</summary>
public sealed record DescribeMyself
{
    public string? Name { get; set; }

    public string Language { get; set; } = "ko";

    public sealed class Rules : AbstractValidator<DescribeMyself>
    {
        public Rules()
        {
            RuleFor(f => f.Name).NotEmpty().WithMessage("people.rule.name")
                .MaximumLength(PortalUser.NameMaxLength).WithMessage("rule.too-long").WithState(_ => PortalUser.NameMaxLength);
            RuleFor(f => f.Language).Must(PortalUser.Languages.Contains).WithMessage("people.rule.language");
        }
    }
}
