using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Inquiry;

/// <summary>The check whether the office may look into a grievance.</summary>
public sealed record CheckJurisdiction
{
    public string? RespondentKind { get; set; }

    public RespondentSector? RespondentSector { get; set; }

    /// <summary>The first day, only where the one that stands there was mistyped.</summary>
    public DateOnly? HappenedOn { get; set; }

    /// <summary>Null when nobody knows, or when it goes on.</summary>
    public DateOnly? LastHappenedOn { get; set; }

    public OtherRelief? OtherRelief { get; set; }

    public Competence? Finding { get; set; }

    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<CheckJurisdiction>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.RespondentKind).Must(kind => book.Has(Lists.RespondentKinds, kind, Today())).WithMessage("rule.choose-one");
            RuleFor(f => f.RespondentSector).Must(sector => sector is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");
            RuleFor(f => f.HappenedOn).Must(day => day is null || day <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.LastHappenedOn).Must(day => day is null || day <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.OtherRelief).Must(relief => relief is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");
            RuleFor(f => f.Finding).Must(finding => finding is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(JurisdictionCheck.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => JurisdictionCheck.WordsMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
