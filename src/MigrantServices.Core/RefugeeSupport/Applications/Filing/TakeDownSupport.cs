using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.RefugeeSupport.Applications.Filing;

/// <summary>An application that a colleague takes down at a counter, by telephone or from a letter.</summary>
public sealed record TakeDownSupport
{
    /// <summary>Rooms for members on the one page of the counter.</summary>
    public const int Rooms = 8;

    public Channel? Channel { get; set; }

    /// <summary>The moment of receipt in Seoul, which may lie before that of typing.</summary>
    public DateTime? ReceivedAt { get; set; }

    /// <summary>It was read back to the person, who agreed.</summary>
    public bool ReadBack { get; set; }

    [FreeText]
    public string? Interpreter { get; set; }

    /// <summary>Made when the page was opened, so that sending twice files once.</summary>
    public Guid Token { get; set; }

    public ApplyForSupport Application { get; set; } = new();

    public sealed class Rules : AbstractValidator<TakeDownSupport>
    {
        private static readonly TimeSpan Latest = TimeSpan.FromDays(90);

        public Rules(ReferenceBook book, SupportDoor door, EmbassyGuard embassies, TimeProvider time)
        {
            RuleFor(f => f.Channel).Must(c => c is not null && Enum.IsDefined(c.Value) && c != Cases.Channel.Web).WithMessage("rule.choose-one");
            RuleFor(f => f.ReceivedAt).NotNull().WithMessage("rule.no-such-date");
            RuleFor(f => f.ReceivedAt).Must(at => at is null || at <= Now().AddMinutes(1)).WithMessage("rule.date-in-future");
            RuleFor(f => f.ReceivedAt).Must(at => at is null || at >= Now() - Latest).WithMessage("rule.date-too-old");
            RuleFor(f => f.ReadBack).Equal(true).When(f => f.Channel is Cases.Channel.Phone or Cases.Channel.Visit).WithMessage("rule.read-back-missing");
            RuleFor(f => f.Interpreter).MaximumLength(CasePerson.NameMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.NameMaxLength);
            RuleFor(f => f.Token).NotEqual(Guid.Empty).WithMessage("rule.form-expired");
            RuleFor(f => f.Application).SetValidator(new ApplyForSupport.Rules(book, door, embassies, time));

            DateTime Now() => Seoul.WallClock(time.GetUtcNow()).DateTime;
        }
    }
}
