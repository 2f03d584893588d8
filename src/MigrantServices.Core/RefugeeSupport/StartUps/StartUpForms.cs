using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Money;

namespace MigrantServices.Core.RefugeeSupport.StartUps;

/// <summary>The plan of a start-up with its steps; rows that are left empty are no steps.</summary>
public sealed record WritePlan
{
    [FreeText]
    public string? Words { get; set; }

    [FreeText]
    public string? Mentor { get; set; }

    public string? Provider { get; set; }

    public List<PlanStep> Steps { get; set; } = [];

    public IReadOnlyList<PlanStep> Filled => [.. Steps.Where(step => !step.IsEmpty)];

    public sealed class Rules : AbstractValidator<WritePlan>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(StartUpPlan.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => StartUpPlan.WordsMaxLength);
            RuleFor(f => f.Mentor).NotEmpty().WithMessage("rule.name-missing");
            RuleFor(f => f.Mentor).MaximumLength(StartUpPlan.MentorMaxLength).WithMessage("rule.too-long").WithState(_ => StartUpPlan.MentorMaxLength);
            RuleFor(f => f.Provider).Must(code => book.Has(Lists.SupportProviders, code, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
            RuleFor(f => f.Steps).Must(steps => steps.Count <= StartUpPlan.MostMilestones).WithMessage("rule.too-many-steps").WithState(_ => StartUpPlan.MostMilestones);
            RuleForEach(f => f.Steps).Where(step => !step.IsEmpty).SetValidator(new PlanStep.Rules());
            // said beside the first row, so that the list of mistakes leads there
            RuleFor(f => f.Steps).Must((f, _) => f.Filled.Count > 0).WithMessage("rule.no-steps").OverridePropertyName("Steps[0].What");
        }
    }
}

/// <summary>One step: what is done by when, and what is paid then.</summary>
public sealed record PlanStep
{
    [FreeText]
    public string? What { get; set; }

    [FreeText]
    public string? InTheirLanguage { get; set; }

    public DateOnly? DueOn { get; set; }

    /// <summary>In whole won, as it was typed.</summary>
    public string? Won { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(What) && string.IsNullOrWhiteSpace(InTheirLanguage) && DueOn is null && string.IsNullOrWhiteSpace(Won);

    public sealed class Rules : AbstractValidator<PlanStep>
    {
        public Rules()
        {
            RuleFor(s => s.What).NotEmpty().WithMessage("rule.write-something");
            RuleFor(s => s.What).MaximumLength(Milestone.WhatMaxLength).WithMessage("rule.too-long").WithState(_ => Milestone.WhatMaxLength);
            RuleFor(s => s.InTheirLanguage).MaximumLength(Milestone.WhatMaxLength).WithMessage("rule.too-long").WithState(_ => Milestone.WhatMaxLength);
            RuleFor(s => s.DueOn).NotNull().WithMessage("rule.day-missing");
            RuleFor(s => s.Won).Must(text => WonText.Read(text) is not null).WithMessage("rule.whole-won");
        }
    }
}

/// <summary>What was seen of a step that was reached.</summary>
public sealed record ReportMilestone
{
    [FreeText]
    public string? Seen { get; set; }

    public sealed class Rules : AbstractValidator<ReportMilestone>
    {
        public Rules()
        {
            RuleFor(f => f.Seen).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Seen).MaximumLength(Milestone.SeenMaxLength).WithMessage("rule.too-long").WithState(_ => Milestone.SeenMaxLength);
        }
    }
}
