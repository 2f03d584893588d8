using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.Goals;

/// <summary>A goal as it was talked over with the person.</summary>
public sealed record SetGoal
{
    public Guid? Person { get; set; }

    [FreeText]
    public string? Words { get; set; }

    [FreeText]
    public string? InTheirLanguage { get; set; }

    public DateOnly? ReachBy { get; set; }

    public sealed class Rules : AbstractValidator<SetGoal>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.Person).NotNull().WithMessage("rule.choose-one");
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(CaseGoal.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => CaseGoal.WordsMaxLength);
            RuleFor(f => f.InTheirLanguage).MaximumLength(CaseGoal.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => CaseGoal.WordsMaxLength);
            RuleFor(f => f.ReachBy).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.ReachBy).Must(day => day is null || day > Seoul.DateOf(time.GetUtcNow())).WithMessage("rule.day-to-come");
        }
    }
}

/// <summary>How the person agreed, where it was not on their own page.</summary>
public sealed record KeepAgreement
{
    [FreeText]
    public string? How { get; set; }

    public sealed class Rules : AbstractValidator<KeepAgreement>
    {
        public Rules()
        {
            RuleFor(f => f.How).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.How).MaximumLength(CaseGoal.HowMaxLength).WithMessage("rule.too-long").WithState(_ => CaseGoal.HowMaxLength);
        }
    }
}
