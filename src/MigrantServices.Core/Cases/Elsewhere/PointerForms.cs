using System.Text.RegularExpressions;
using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Cases.Elsewhere;

/// <summary>What a colleague seals: the number of the other case, and why they may.</summary>
public sealed partial record SealPointer
{
    public string? Target { get; set; }

    public string? Ground { get; set; }

    /// <summary>When the person agreed.</summary>
    public DateOnly? AgreedOn { get; set; }

    [FreeText]
    public string? How { get; set; }

    /// <summary>The reference as the portal writes it.</summary>
    public string Reference => Target?.Trim().ToUpperInvariant() ?? "";

    [GeneratedRegex(@"^[A-Z]{2}-\d{4}-\d{5}-\d{5}\z", RegexOptions.None, 1000)]
    private static partial Regex Form { get; }

    public sealed class Rules : AbstractValidator<SealPointer>
    {
        public Rules(PointerGrounds grounds, TimeProvider time)
        {
            RuleFor(f => f.Target).Must((form, _) => Form.IsMatch(form.Reference) && ServiceCatalog.All.Any(kind => kind.Prefix == form.Reference[..2])).WithMessage("rule.no-reference");
            RuleFor(f => f.Ground).Must(ground => grounds.Has(ground, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
            RuleFor(f => f.AgreedOn).NotNull().When(f => f.Ground == PointerGrounds.Consent).WithMessage("rule.day-missing");
            RuleFor(f => f.AgreedOn).Must(day => day is null || day <= Seoul.DateOf(time.GetUtcNow())).WithMessage("rule.date-in-future");
            RuleFor(f => f.How).Must(how => how?.Trim().Length >= SealedPointer.WordsMinLength).WithMessage("rule.elsewhere-words");
            RuleFor(f => f.How).MaximumLength(SealedPointer.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => SealedPointer.WordsMaxLength);
        }
    }
}

/// <summary>Why a colleague looks whether somebody is known elsewhere.</summary>
public sealed record OpenPointers
{
    public string? Ground { get; set; }

    [FreeText]
    public string? Why { get; set; }

    public sealed class Rules : AbstractValidator<OpenPointers>
    {
        public Rules(PointerGrounds grounds, TimeProvider time)
        {
            RuleFor(f => f.Ground).Must(ground => grounds.Has(ground, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
            RuleFor(f => f.Why).Must(why => why?.Trim().Length >= SealedPointer.WordsMinLength).WithMessage("rule.elsewhere-words");
            RuleFor(f => f.Why).MaximumLength(SealedPointer.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => SealedPointer.WordsMaxLength);
        }
    }
}
