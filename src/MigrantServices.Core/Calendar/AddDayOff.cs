using FluentValidation;

namespace MigrantServices.Core.Calendar;

/// <summary>A day off to be added, with the notice that gives it.</summary>
public sealed record AddDayOff
{
    public DateOnly? Day { get; set; }

    public string? Name { get; set; }

    public string? Source { get; set; }

    public sealed class Rules : AbstractValidator<AddDayOff>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.Day).NotNull().WithMessage("calendar.rule.day");
            RuleFor(f => f.Day).Must(day => day >= Seoul.DateOf(time.GetUtcNow())).When(f => f.Day is not null).WithMessage("calendar.rule.day-past");
            RuleFor(f => f.Day).Must(day => day!.Value.Year <= HolidayCalendar.LastYear).When(f => f.Day is not null).WithMessage("calendar.rule.day");
            RuleFor(f => f.Name).NotEmpty().WithMessage("calendar.rule.name")
                .MaximumLength(AddedDayOff.NameMaxLength).WithMessage("rule.too-long").WithState(_ => AddedDayOff.NameMaxLength);
            RuleFor(f => f.Source).NotEmpty().WithMessage("calendar.rule.source")
                .MaximumLength(AddedDayOff.SourceMaxLength).WithMessage("rule.too-long").WithState(_ => AddedDayOff.SourceMaxLength);
        }
    }
}
