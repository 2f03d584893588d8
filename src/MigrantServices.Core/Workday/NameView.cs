using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Workday;

/// <summary>Under which name a view of the worklist is kept.</summary>
public sealed record NameView
{
    [FreeText]
    public string? Name { get; set; }

    public sealed class Rules : AbstractValidator<NameView>
    {
        public Rules() => RuleFor(f => f.Name).NotEmpty().WithMessage("workday.rule.view-name")
            .MaximumLength(SavedView.NameMaxLength).WithMessage("rule.too-long").WithState(_ => SavedView.NameMaxLength);
    }
}
