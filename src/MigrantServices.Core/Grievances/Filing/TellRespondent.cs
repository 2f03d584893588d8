using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Filing;

/// <summary>Fourth page of the form: who did it.</summary>
public sealed record TellRespondent
{
    public string? Kind { get; set; }

    public RespondentSector? Sector { get; set; }

    /// <summary>It is about this office or somebody who works here; then only those read it whose task that is.</summary>
    public bool OfThisOffice { get; set; }

    [FreeText]
    public string? Name { get; set; }

    public sealed class Rules : AbstractValidator<TellRespondent>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Kind).Must(k => book.Has(Lists.RespondentKinds, k, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
            RuleFor(f => f.Sector).Must(s => s is null || Enum.IsDefined(s.Value)).WithMessage("rule.choose-one");
            RuleFor(f => f.Name).MaximumLength(Grievance.RespondentMaxLength).WithMessage("rule.too-long").WithState(_ => Grievance.RespondentMaxLength);
        }
    }
}
