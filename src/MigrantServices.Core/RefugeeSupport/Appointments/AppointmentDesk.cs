using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Households;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Core.RefugeeSupport.Appointments;

/// <summary>Books appointments, keeps what became of them and how both sides found them, and never brings an interpreter whom somebody excluded.</summary>
public sealed class AppointmentDesk(PortalDb db, CaseWords words, AccessLog access, TimeProvider time)
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["appointments_interpreter_may_not_come"] = "appointment.interpreter-not-offered",
        ["appointments_interpreter_busy"] = "appointment.interpreter-busy",
        ["interpreter_conflicts_once"] = "appointment.conflict-declared",
    };

    private DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Who can interpret: in the language, the dialect and of the sex that is wished for; nobody whom the household excluded or who declared a conflict in the case.</summary>
    public Task<List<Interpreter>> OfferAsync(SupportApplication one, InterpreterWish wish, CancellationToken cancel) => MayCome(one)
        .Where(i => i.Languages.Contains(wish.Language) && (wish.Dialect == null || i.Dialects.Contains(wish.Dialect)) && (wish.Sex == null || i.Sex == wish.Sex))
        .OrderBy(i => i.Name).ThenBy(i => i.Id).ToListAsync(cancel);

    /// <exception cref="RefusedException"><c>appointment.no-such-person</c>, <c>appointment.in-the-past</c>, <c>appointment.interpreter-not-offered</c>, <c>appointment.interpreter-busy</c>.</exception>
    public async Task<Guid> BookAsync(SupportApplication one, BookAppointment form, Actor colleague, CancellationToken cancel)
    {
        Refuse(one.WhyNot(SupportApplication.BookAppointment, colleague)
            ?? (!await db.Set<HouseholdPerson>().AnyAsync(p => p.CaseId == one.Id && p.Key == form.Person, cancel) ? new("appointment.no-such-person")
                : form.Starts <= Now ? new("appointment.in-the-past")
                : form.InterpreterId is { } asked && !await MayCome(one).AnyAsync(i => i.Id == asked, cancel) ? new Refusal("appointment.interpreter-not-offered")
                : null));
        one.MeetBy(colleague, SupportApplication.BookAppointment, Now);
        var appointment = new Appointment
        {
            CaseId = one.Id,
            Person = form.Person!.Value,
            Kind = form.Kind!.Value,
            Provider = form.Provider!,
            StartsAt = form.Starts,
            EndsAt = form.Starts.AddMinutes(form.Minutes!.Value),
            BookedById = colleague.UserId!.Value,
            BookedAt = Now,
        };
        db.Add(form.InterpreterId is { } interpreter ? appointment.With(interpreter, Now) : appointment);
        await SaveAsync(one, colleague, SupportApplication.BookAppointment, cancel);
        return appointment.Id;
    }

    /// <summary>The person came, did not come, or it was called off.</summary>
    /// <exception cref="RefusedException"><c>appointment.not-there</c>, <c>appointment.not-open</c>, <c>appointment.not-begun</c>.</exception>
    public async Task CloseAsync(SupportApplication one, Guid id, AppointmentState state, Actor colleague, CancellationToken cancel)
    {
        var appointment = await FindAsync(one, id, SupportApplication.CloseAppointment, colleague, cancel);
        appointment.Close(state, Now);
        one.MeetBy(colleague, SupportApplication.CloseAppointment, Now);
        await SaveAsync(one, colleague, SupportApplication.CloseAppointment, cancel);
    }

    /// <summary>The interpreter said that they cannot be impartial: they come to nobody of this case.</summary>
    /// <exception cref="RefusedException"><c>appointment.not-there</c>, <c>appointment.no-interpreter</c>, <c>appointment.conflict-declared</c>.</exception>
    public async Task DeclareConflictAsync(SupportApplication one, Guid id, DeclareConflict form, Actor colleague, CancellationToken cancel)
    {
        var appointment = await FindAsync(one, id, SupportApplication.RecordConflict, colleague, cancel);
        var interpreter = appointment.InterpreterId ?? throw new RefusedException(new("appointment.no-interpreter"));
        one.MeetBy(colleague, SupportApplication.RecordConflict, Now);
        foreach (var other in await db.Set<Appointment>().Where(a => a.CaseId == one.Id && a.InterpreterId == interpreter && a.State == AppointmentState.Booked).ToListAsync(cancel))
        {
            other.LoseInterpreter();
        }

        var conflict = Guid.CreateVersion7();
        db.Add(new InterpreterConflict
        {
            Id = conflict,
            InterpreterId = interpreter,
            CaseId = one.Id,
            Words = words.Seal(form.Words!, conflict, SealedField.Conflict),
            RecordedById = colleague.UserId!.Value,
            At = Now,
        });
        await SaveAsync(one, colleague, SupportApplication.RecordConflict, cancel);
    }

    /// <summary>Nobody of the household has this interpreter again, also in a later application. What was booked with them is to be booked anew.</summary>
    /// <exception cref="RefusedException"><c>appointment.not-there</c>, <c>appointment.no-interpreter</c>.</exception>
    public async Task ExcludeAsync(SupportApplication one, Guid id, Actor person, CancellationToken cancel)
    {
        var appointment = await FindAsync(one, id, SupportApplication.ExcludeInterpreter, person, cancel);
        var interpreter = appointment.InterpreterId ?? throw new RefusedException(new("appointment.no-interpreter"));
        one.MeetBy(person, SupportApplication.ExcludeInterpreter, Now);
        var household = await db.Set<HouseholdPerson>().Where(p => p.CaseId == one.Id).Select(p => p.Key).ToListAsync(cancel);
        var known = await db.Set<InterpreterExclusion>().Where(e => e.InterpreterId == interpreter && household.Contains(e.Person)).Select(e => e.Person).ToListAsync(cancel);
        db.AddRange(household.Except(known).Select(key => new InterpreterExclusion { InterpreterId = interpreter, Person = key, At = Now }));
        await SaveAsync(one, person, SupportApplication.ExcludeInterpreter, cancel);
    }

    /// <summary>How it was: for the person, or for those who helped.</summary>
    /// <exception cref="RefusedException"><c>appointment.not-there</c>, <c>appointment.not-attended</c>, <c>appointment.rated-already</c>.</exception>
    public async Task RateAsync(SupportApplication one, Guid id, RateAppointment form, Actor actor, CancellationToken cancel)
    {
        var appointment = await FindAsync(one, id, SupportApplication.RateAppointment, actor, cancel);
        var said = string.IsNullOrWhiteSpace(form.Words) ? null : form.Words;
        if (actor.IsColleague)
        {
            appointment.RateForOffice(form.Rating!.Value, said is null ? null : words.Seal(said, id, SealedField.AppointmentOffice));
        }
        else
        {
            appointment.RateForPerson(form.Rating!.Value, said is null ? null : words.Seal(said, id, SealedField.AppointmentPerson));
        }

        one.MeetBy(actor, SupportApplication.RateAppointment, Now);
        await SaveAsync(one, actor, SupportApplication.RateAppointment, cancel);
    }

    private IQueryable<Interpreter> MayCome(SupportApplication one) => db.Set<Interpreter>().AsNoTracking().Where(i =>
        i.LeftAt == null
        && !db.Set<InterpreterConflict>().Any(c => c.InterpreterId == i.Id && c.CaseId == one.Id)
        && !db.Set<InterpreterExclusion>().Any(e => e.InterpreterId == i.Id && db.Set<HouseholdPerson>().Any(p => p.CaseId == one.Id
            && (p.Key == e.Person || db.Set<SamePerson>().Any(same => same.Key == p.Key && same.AsKey == e.Person)))));

    private async Task<Appointment> FindAsync(SupportApplication one, Guid id, CaseAction deed, Actor actor, CancellationToken cancel)
    {
        Refuse(one.WhyNot(deed, actor));
        return await db.Set<Appointment>().FirstOrDefaultAsync(a => a.Id == id && a.CaseId == one.Id, cancel) ?? throw new RefusedException(new("appointment.not-there"));
    }

    private async Task SaveAsync(SupportApplication one, Actor actor, CaseAction deed, CancellationToken cancel)
    {
        await using var all = await db.Database.BeginTransactionAsync(cancel);
        // the case first, then whoever interprets: who books and who excludes at once wait in one order
        await db.Database.ExecuteSqlAsync($"select from cases where id = {one.Id} for update", cancel);
        try
        {
            await access.SaveChangeAsync(actor, one.Id, deed, cancel);
            await all.CommitAsync(cancel);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException no && Codes.TryGetValue(no.ConstraintName ?? "", out var code))
        {
            // the database has the last word: two can book at once
            db.ChangeTracker.Clear();
            throw new RefusedException(new(code));
        }
    }

    private static void Refuse(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new RefusedException(refusal);
        }
    }
}
