using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Core.RefugeeSupport.Appointments;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>An interpreter who may not come does not come, by plain SQL either, in whatever state an appointment is.</summary>
[Trait("Category", "Database")]
public sealed class InterpreterTableTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly Actor Caseworker = Colleagues.Caseworker.Actor;

    [Theory]
    [InlineData("Booked")]
    [InlineData("Attended")]
    [InlineData("Missed")]
    [InlineData("Cancelled")]
    public async Task In_whatever_state_the_database_takes_in_no_interpreter_who_may_not_come(string state)
    {
        var filed = await InHandAsync();
        var (excluded, conflicted) = (await InterpreterAsync(), await InterpreterAsync());
        var id = await BookAsync(filed, excluded, TimeSpan.FromDays(1));
        await WithAsync(filed, (desk, one) => desk.ExcludeAsync(one, id, Person(filed), CancellationToken.None));
        var booked = await BookAsync(filed, conflicted, TimeSpan.FromDays(2));
        await using (var db = host.Database.Open())
        {
            await db.Database.ExecuteSqlAsync($"insert into interpreter_conflicts (id, interpreter_id, case_id, words, recorded_by_id, at) values ({Guid.NewGuid()}, {conflicted}, {filed.Id}, {new byte[] { 1 }}, {Caseworker.UserId}, now())");
        }

        Assert.Null((await host.StoredAsync(db => db.Set<Appointment>().SingleAsync(a => a.Id == booked))).InterpreterId);
        DateTimeOffset? closed = state == "Booked" ? null : host.Clock.GetUtcNow();
        foreach (var interpreter in new[] { excluded, conflicted })
        {
            await NotWrittenAsync(
                $"""
                insert into appointments (id, case_id, person, kind, provider, starts_at, ends_at, interpreter_id, declared_at, booked_by_id, booked_at, state, closed_at)
                select gen_random_uuid(), case_id, person, kind, provider, starts_at + interval '9 days', ends_at + interval '9 days', {interpreter}, now(), booked_by_id, booked_at, {state}, {closed} from appointments where id = {id}
                """,
                "appointments_interpreter_may_not_come");
            await NotWrittenAsync($"update appointments set state = {state}, closed_at = {closed}, interpreter_id = {interpreter}, declared_at = now() where id = {id}", "appointments_interpreter_may_not_come");
        }
    }

    [Fact]
    public async Task Whoever_books_while_a_conflict_is_declared_brings_nobody_who_declared_one()
    {
        var filed = await InHandAsync();
        var interpreter = await InterpreterAsync();

        await Task.WhenAll(Enumerable.Range(1, 12).Select(async day =>
        {
            try
            {
                if (day != 6)
                {
                    await BookAsync(filed, interpreter, TimeSpan.FromDays(day));
                    return;
                }

                await using var db = host.Database.Open();
                await db.Database.ExecuteSqlAsync($"insert into interpreter_conflicts (id, interpreter_id, case_id, words, recorded_by_id, at) values ({Guid.NewGuid()}, {interpreter}, {filed.Id}, {new byte[] { 1 }}, {Caseworker.UserId}, now())");
            }
            catch (Exception no) when (no is RefusedException or DbUpdateConcurrencyException)
            {
                // somebody was faster
            }
        }));

        Assert.Empty(await host.StoredAsync(db => db.Set<Appointment>().Where(a => a.InterpreterId == interpreter && a.CaseId == filed.Id).ToListAsync()));
    }

    private async Task NotWrittenAsync(FormattableString sql, string? rule)
    {
        await using var db = host.Database.Open();
        var no = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync(sql));
        Assert.True(rule is null || no.ConstraintName == rule, no.Message);
    }

    private static Actor Person(FiledCase filed) => Actor.Filer(filed.Id, filed.CodeId);

    private async Task<FiledCase> InHandAsync()
    {
        var filed = await host.ASupportAsync();
        await host.TakenOnAsync(filed);
        return filed;
    }

    private Task<Guid> InterpreterAsync() => host.WithAsync(services => services.GetRequiredService<InterpreterDesk>().AddAsync(
        new() { Name = "통역인 " + Guid.NewGuid().ToString("N")[..6], Sex = OfficerWish.Woman, Languages = ["ar"] }, Caseworker, CancellationToken.None));

    private async Task<Guid> BookAsync(FiledCase filed, Guid interpreter, TimeSpan ahead)
    {
        var key = await host.StoredAsync(db => db.Set<HouseholdPerson>().Where(p => p.CaseId == filed.Id && p.IsApplicant).Select(p => p.Key).SingleAsync());
        var id = Guid.Empty;
        await host.DoAsync(filed, async (services, one) => id = await services.GetRequiredService<AppointmentDesk>().BookAsync(one, Form(key, interpreter, ahead), Caseworker, CancellationToken.None));
        return id;
    }

    private BookAppointment Form(Guid person, Guid interpreter, TimeSpan ahead) => new()
    {
        Person = person,
        Kind = AppointmentKind.Counselling,
        Provider = "family-centre",
        StartsAt = Seoul.WallClock(host.Clock.GetUtcNow() + ahead).DateTime,
        Minutes = 60,
        InterpreterId = interpreter,
        Declared = true,
    };

    private Task WithAsync(FiledCase filed, Func<AppointmentDesk, SupportApplication, Task> deed) => host.DoAsync(filed, (services, one) => deed(services.GetRequiredService<AppointmentDesk>(), one));
}
