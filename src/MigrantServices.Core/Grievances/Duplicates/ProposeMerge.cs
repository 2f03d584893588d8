using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Duplicates;

/// <summary>That two cases are of the same person, and how that is known.</summary>
public sealed record ProposeMerge
{
    public Guid Pair { get; set; }

    public MergeGround? Ground { get; set; }

    [FreeText]
    public string? How { get; set; }

    /// <summary>The colleague affirms that both were told by one and the same person.</summary>
    public bool IsSamePerson { get; set; }

    public sealed class Rules : AbstractValidator<ProposeMerge>
    {
        public Rules()
        {
            RuleFor(f => f.Ground).Must(ground => ground is not null && Enum.IsDefined(ground.Value)).WithMessage("rule.choose-one");
            RuleFor(f => f.How).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.How).MaximumLength(CaseMerge.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => CaseMerge.WordsMaxLength);
            RuleFor(f => f.IsSamePerson).Equal(true).WithMessage("rule.same-person");
        }
    }
}
