using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>Why two cases that were merged are to be handled apart again.</summary>
public sealed record PartCases
{
    public Guid Merge { get; set; }

    [FreeText]
    public string? Because { get; set; }

    public sealed class Rules : AbstractValidator<PartCases>
    {
        public Rules()
        {
            RuleFor(f => f.Because).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Because).MaximumLength(CaseMerge.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => CaseMerge.WordsMaxLength);
        }
    }
}
