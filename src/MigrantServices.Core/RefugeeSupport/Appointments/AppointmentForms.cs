using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;

namespace MigrantServices.Core.RefugeeSupport.Appointments;

/// <summary>Who meets whom, when, and with which interpreter.</summary>
public sealed record BookAppointment
{
    public Guid? Person { get; set; }

    public AppointmentKind? Kind { get; set; }

    public string? Provider { get; set; }

    /// <summary>In Seoul.</summary>
    public DateTime? StartsAt { get; set; }

    public int? Minutes { get; set; }

    /// <summary>Null where none is wanted.</summary>
    public Guid? InterpreterId { get; set; }

    /// <summary>The interpreter was asked, and nothing binds them to the people of the case.</summary>
    public bool Declared { get; set; }

    public DateTimeOffset Starts => Seoul.At(DateOnly.FromDateTime(StartsAt!.Value), TimeOnly.FromDateTime(StartsAt.Value)).ToUniversalTime();

    public sealed class Rules : AbstractValidator<BookAppointment>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Person).NotNull().WithMessage("rule.choose-one");
            RuleFor(f => f.Kind).Must(kind => kind is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");
            RuleFor(f => f.Provider).Must(code => book.Has(Lists.SupportProviders, code, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
            RuleFor(f => f.StartsAt).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.Minutes).Must(minutes => minutes is > 0 and <= Appointment.MostMinutes).WithMessage("rule.appointment-minutes").WithState(_ => Appointment.MostMinutes);
            RuleFor(f => f.Declared).Equal(true).When(f => f.InterpreterId is not null).WithMessage("rule.interpreter-not-asked");
        }
    }
}

/// <summary>Whom to offer as an interpreter.</summary>
public sealed record InterpreterWish(string Language, string? Dialect, OfficerWish? Sex);

/// <summary>Somebody new who interprets.</summary>
public sealed record AddInterpreter
{
    [FreeText]
    public string? Name { get; set; }

    public OfficerWish? Sex { get; set; }

    public List<string> Languages { get; set; } = [];

    public List<string> Dialects { get; set; } = [];

    public sealed class Rules : AbstractValidator<AddInterpreter>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Name).NotEmpty().WithMessage("rule.name-missing");
            RuleFor(f => f.Name).MaximumLength(Interpreter.NameMaxLength).WithMessage("rule.too-long").WithState(_ => Interpreter.NameMaxLength);
            RuleFor(f => f.Sex).Must(sex => sex is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");
            RuleFor(f => f.Languages).Must(tags => tags.Count > 0 && tags.TrueForAll(tag => book.Has(Lists.Languages, tag, Today()))).WithMessage("rule.choose-some");
            RuleFor(f => f.Dialects).Must(codes => codes.TrueForAll(code => book.Has(Lists.Dialects, code, Today()))).WithMessage("rule.choose-some");

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}

/// <summary>How it was, from one to five, and what somebody wants to say of it.</summary>
public sealed record RateAppointment
{
    public int? Rating { get; set; }

    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<RateAppointment>
    {
        public Rules()
        {
            RuleFor(f => f.Rating).Must(rating => rating is >= Appointment.LeastRating and <= Appointment.MostRating).WithMessage("rule.choose-one");
            RuleFor(f => f.Words).MaximumLength(Appointment.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => Appointment.WordsMaxLength);
        }
    }
}

/// <summary>Why an interpreter cannot be impartial.</summary>
public sealed record DeclareConflict
{
    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<DeclareConflict>
    {
        public Rules()
        {
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(InterpreterConflict.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => InterpreterConflict.WordsMaxLength);
        }
    }
}
