using FluentValidation;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Export;

/// <summary>What of a case is to be handed out, and what for.</summary>
public sealed record ExportCase
{
    public ExportPurpose? Purpose { get; set; }

    /// <summary>For whom and why, in the colleague's words.</summary>
    [FreeText]
    public string? Words { get; set; }

    public List<ExportPart> Parts { get; set; } = [];

    public bool Has(ExportPart part) => Parts.Contains(part);

    public sealed class Rules : AbstractValidator<ExportCase>
    {
        public Rules()
        {
            RuleFor(f => f.Purpose).NotNull().WithMessage("export.rule.purpose");
            RuleFor(f => f.Purpose).IsInEnum().WithMessage("export.rule.purpose");
            RuleFor(f => f.Words).NotEmpty().WithMessage("export.rule.words")
                .MaximumLength(AccessRecord.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => AccessRecord.WordsMaxLength);
            RuleFor(f => f.Parts).NotEmpty().WithMessage("export.rule.parts");
            RuleForEach(f => f.Parts).IsInEnum().WithMessage("export.rule.parts");
        }
    }
}

/// <summary>What a list of cases is handed out for.</summary>
public sealed record ExportList
{
    public ExportPurpose? Purpose { get; set; }

    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<ExportList>
    {
        public Rules()
        {
            RuleFor(f => f.Purpose).NotNull().WithMessage("export.rule.purpose");
            RuleFor(f => f.Purpose).IsInEnum().WithMessage("export.rule.purpose");
            RuleFor(f => f.Words).NotEmpty().WithMessage("export.rule.words")
                .MaximumLength(AccessRecord.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => AccessRecord.WordsMaxLength);
        }
    }
}
