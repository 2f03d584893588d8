using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Filing;

/// <summary>First page of the form: for whom, and what happened.</summary>
public sealed record TellStory
{
    public Teller? Teller { get; set; }

    [FreeText]
    public string? Account { get; set; }

    /// <summary>The language in which it is written down; null in drafts that are older than the question.</summary>
    public string? Language { get; set; }

    public sealed class Rules : AbstractValidator<TellStory>
    {
        public Rules()
        {
            RuleFor(f => f.Teller).Must(t => t is not null && Enum.IsDefined(t.Value) && t != Grievances.Teller.Office).WithMessage("rule.choose-one");
            RuleFor(f => f.Account).NotEmpty().WithMessage("rule.tell-what-happened");
            RuleFor(f => f.Account).MaximumLength(Grievance.AccountMaxLength).WithMessage("rule.too-long").WithState(_ => Grievance.AccountMaxLength);
        }
    }
}
