using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.ForThePerson;

/// <summary>What the person did, as a colleague records it: which deed, how and when it came, in whose words, and how they agreed to them.</summary>
public sealed record RecordForPerson
{
    /// <summary>The code of one of <see cref="Grievance.ForThePerson"/>.</summary>
    public string? Deed { get; set; }

    public Channel? Channel { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    public WordsAgreed? Agreed { get; set; }

    [FreeText]
    public string? Words { get; set; }

    /// <summary>The language in which the words are written.</summary>
    public string? Language { get; set; } = "ko";

    /// <summary>For a withdrawal: why, as a code.</summary>
    public string? Reason { get; set; }

    /// <summary>For a tip that becomes a petition.</summary>
    [FreeText]
    public string? Name { get; set; }

    [FreeText]
    public string? Contact { get; set; }

    public bool Is(CaseAction deed) => Deed == deed.Code;

    public sealed class Rules : AbstractValidator<RecordForPerson>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Deed).Must(deed => Grievance.ForThePerson.Any(one => one.Code == deed)).WithMessage("rule.choose-one");
            RuleFor(f => f.Channel).Must(way => way is { } one && HandedIn.Ways.Contains(one)).WithMessage("rule.choose-one");
            RuleFor(f => f.ReceivedOn).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.ReceivedOn).Must(day => day is null || day <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.Agreed).Must(agreed => agreed is null || Enum.IsDefined(agreed.Value)).WithMessage("rule.choose-one");
            RuleFor(f => f.Agreed).Equal(WordsAgreed.ReadBack).When(f => f.Channel == Cases.Channel.Phone).WithMessage("rule.read-back-missing");
            RuleFor(f => f.Agreed).NotNull().When(f => f.Channel == Cases.Channel.Visit).WithMessage("deed.for-the-person.rule.agreed");
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(CaseMessage.MaxLength).WithMessage("rule.too-long").WithState(_ => CaseMessage.MaxLength);
            RuleFor(f => f.Language).Must(language => book.Has(Lists.Languages, language, Today())).WithMessage("rule.choose-one");
            RuleFor(f => f.Reason).Must((_, reason, context) => Procedure.IsWithdrawal(reason) && book.Has(Lists.OutcomeReasons, reason, context, time))
                .When(f => f.Is(Grievance.Withdraw)).WithMessage("rule.choose-one");
            RuleFor(f => f.Name).NotEmpty().When(f => f.Is(Grievance.GiveName)).WithMessage("rule.name-missing");
            RuleFor(f => f.Name).MaximumLength(CasePerson.NameMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.NameMaxLength);
            RuleFor(f => f.Contact).MaximumLength(CasePerson.ContactMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.ContactMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
