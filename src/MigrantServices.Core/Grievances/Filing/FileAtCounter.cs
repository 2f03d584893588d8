using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Filing;

/// <summary>A grievance that a colleague takes down for somebody who called, came, wrote or was sent (L3).</summary>
public sealed record FileAtCounter
{
    public Channel? Channel { get; set; }

    /// <summary>The moment of receipt in Seoul, which may lie before that of typing.</summary>
    public DateTime? ReceivedAt { get; set; }

    /// <summary>It was read back to the person, who agreed.</summary>
    public bool ReadBack { get; set; }

    [FreeText]
    public string? Interpreter { get; set; }

    /// <summary>Made when the page was opened, so that sending twice files once.</summary>
    public Guid Token { get; set; }

    public FileGrievance Grievance { get; set; } = new();

    public sealed class Rules : AbstractValidator<FileAtCounter>
    {
        private static readonly TimeSpan Latest = TimeSpan.FromDays(90);

        public Rules(IValidator<FileGrievance> grievance, TimeProvider time)
        {
            RuleFor(f => f.Channel).Must(c => c is { } way && Grievances.Grievance.TakenDown.Contains(way)).WithMessage("rule.choose-one");
            RuleFor(f => f.ReceivedAt).NotNull().WithMessage("rule.no-such-date");
            RuleFor(f => f.ReceivedAt).Must(at => at is null || at <= Now().AddMinutes(1)).WithMessage("rule.date-in-future");
            RuleFor(f => f.ReceivedAt).Must(at => at is null || at >= Now() - Latest).WithMessage("rule.date-too-old");
            RuleFor(f => f.ReceivedAt).Must((form, at) => !(form.Grievance.WhenWhere.Date() > (at is { } moment ? DateOnly.FromDateTime(moment) : null)))
                .WithMessage("rule.received-before-it-happened");
            RuleFor(f => f.ReadBack).Equal(true).When(f => f.Channel is Cases.Channel.Phone or Cases.Channel.Visit).WithMessage("rule.read-back-missing");
            RuleFor(f => f.Interpreter).MaximumLength(CasePerson.NameMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.NameMaxLength);
            RuleFor(f => f.Token).NotEqual(Guid.Empty).WithMessage("rule.form-expired");
            RuleFor(f => f.Grievance).SetValidator(grievance);

            DateTime Now() => Seoul.WallClock(time.GetUtcNow()).DateTime;
        }
    }
}
