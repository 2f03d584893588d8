using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Inquiry;

/// <summary>A record of the inquiry as a colleague writes it; which of its questions are asked the deed says.</summary>
public sealed record KeepRecord
{
    public string? Deed { get; set; }

    public DateOnly? On { get; set; }

    public string? Code { get; set; }

    [FreeText]
    public string? People { get; set; }

    [FreeText]
    public string? Words { get; set; }

    /// <summary>In which language the words are.</summary>
    public string? Language { get; set; } = "ko";

    public DateOnly? DueOn { get; set; }

    public RecordShape? Shape => Deed is null ? null : RecordShape.All.GetValueOrDefault(Deed);

    public sealed class Rules : AbstractValidator<KeepRecord>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.On).NotNull().When(f => f.Shape!.HasDay).WithMessage("rule.day-missing");
            RuleFor(f => f.On).Must(day => day is null || day <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.Code).Must((form, code, context) => book.Has(form.Shape!.List!, code, context, time)).When(f => f.Shape!.List is not null).WithMessage("rule.choose-one");
            RuleFor(f => f.People).NotEmpty().When(f => f.Shape!.HasPeople).WithMessage("rule.write-something");
            RuleFor(f => f.People).MaximumLength(InquiryRecord.PeopleMaxLength).WithMessage("rule.too-long").WithState(_ => InquiryRecord.PeopleMaxLength);
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(InquiryRecord.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => InquiryRecord.WordsMaxLength);
            RuleFor(f => f.Language).Must(language => book.Has(Lists.Languages, language, Today())).When(f => f.Shape!.HasLanguage).WithMessage("rule.choose-one");
            RuleFor(f => f.DueOn).NotNull().When(f => f.Shape!.HasDueDay).WithMessage("rule.day-missing");
            RuleFor(f => f.DueOn).Must(day => day is null || day > Today()).WithMessage("rule.due-in-the-past");

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
