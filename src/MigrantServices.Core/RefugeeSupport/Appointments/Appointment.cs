using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.Appointments;

/// <summary>One person of a household meets somebody who helps, with an interpreter where they want one.</summary>
public sealed class Appointment
{
    public const int LeastRating = 1;
    public const int MostRating = 5;
    public const int MostMinutes = 240;
    public const int WordsMaxLength = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid CaseId { get; init; }

    /// <summary>The key of the person who comes.</summary>
    public required Guid Person { get; init; }

    public required AppointmentKind Kind { get; init; }

    /// <summary>A code of the list of providers.</summary>
    public required string Provider { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Null where none is wanted, or where the one who was to come cannot.</summary>
    public Guid? InterpreterId { get; private set; }

    /// <summary>When the interpreter declared that nothing binds them to the people of the case.</summary>
    public DateTimeOffset? DeclaredAt { get; private set; }

    public required Guid BookedById { get; init; }

    public required DateTimeOffset BookedAt { get; init; }

    public AppointmentState State { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>What the person thought of it, from one to five.</summary>
    public int? PersonRating { get; private set; }

    public SealedText? PersonWords { get; private set; }

    /// <summary>How it went for the interpreter or counsellor, from one to five.</summary>
    public int? OfficeRating { get; private set; }

    public SealedText? OfficeWords { get; private set; }

    /// <summary>Brings an interpreter who declared that nothing binds them.</summary>
    internal Appointment With(Guid interpreterId, DateTimeOffset declaredAt)
    {
        (InterpreterId, DeclaredAt) = (interpreterId, declaredAt);
        return this;
    }

    /// <summary>The interpreter cannot come or may not: another one is to be found.</summary>
    internal void LoseInterpreter() => (InterpreterId, DeclaredAt) = (null, null);

    /// <exception cref="RefusedException"><c>appointment.not-open</c>, <c>appointment.not-begun</c>.</exception>
    internal void Close(AppointmentState state, DateTimeOffset now)
    {
        if (State != AppointmentState.Booked)
        {
            throw new RefusedException(new("appointment.not-open"));
        }

        if (state != AppointmentState.Cancelled && now < StartsAt)
        {
            throw new RefusedException(new("appointment.not-begun"));
        }

        (State, ClosedAt) = (state, now);
    }

    /// <exception cref="RefusedException"><c>appointment.not-attended</c>, <c>appointment.rated-already</c>.</exception>
    internal void RateForPerson(int rating, SealedText? words)
    {
        MustBeAttended(PersonRating);
        (PersonRating, PersonWords) = (rating, words);
    }

    /// <exception cref="RefusedException"><c>appointment.not-attended</c>, <c>appointment.rated-already</c>.</exception>
    internal void RateForOffice(int rating, SealedText? words)
    {
        MustBeAttended(OfficeRating);
        (OfficeRating, OfficeWords) = (rating, words);
    }

    private void MustBeAttended(int? rating)
    {
        if (State != AppointmentState.Attended)
        {
            throw new RefusedException(new("appointment.not-attended"));
        }

        if (rating is not null)
        {
            throw new RefusedException(new("appointment.rated-already"));
        }
    }
}

/// <summary>What an appointment is for.</summary>
public enum AppointmentKind
{
    Counselling,
    Medical,
    Legal,
    Office,
}

/// <summary>What became of an appointment.</summary>
public enum AppointmentState
{
    Booked,
    Attended,

    /// <summary>The person did not come.</summary>
    Missed,
    Cancelled,
}
