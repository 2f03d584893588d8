using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Core.RefugeeSupport.Appointments;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>People meet with an interpreter whom they can have: who excluded one never has them again, and nobody is at two places at a time.</summary>
[Trait("Category", "Database")]
public sealed class AppointmentTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly Actor Caseworker = Colleagues.Caseworker.Actor;

    [Fact]
    public async Task Interpreters_are_offered_by_language_dialect_and_the_wish_of_the_person()
    {
        var filed = await InHandAsync();
        var (she, he) = (await InterpreterAsync(OfficerWish.Woman, "ar-yemeni"), await InterpreterAsync(OfficerWish.Man, "ar-sudanese"));
        var other = await InterpreterAsync(OfficerWish.Woman, "vi-southern", "vi");

        Assert.Equal((true, true, false), await OfferedAsync(new("ar", null, null)));
        Assert.Equal((true, false, false), await OfferedAsync(new("ar", "ar-yemeni", null)));
        Assert.Equal((false, true, false), await OfferedAsync(new("ar", null, OfficerWish.Man)));
        Assert.Equal((false, false, true), await OfferedAsync(new("vi", null, null)));
        await DoAsync<InterpreterDesk>(desk => desk.EndAsync(she, CancellationToken.None));
        Assert.Equal((false, true, false), await OfferedAsync(new("ar", null, null)));

        async Task<(bool, bool, bool)> OfferedAsync(InterpreterWish wish)
        {
            var found = await OfferAsync(filed, wish);
            return (found.Contains(she), found.Contains(he), found.Contains(other));
        }
    }

    [Fact]
    public async Task A_colleague_books_on_the_page_keeps_that_they_came_and_both_sides_say_how_it_was()
    {
        var filed = await InHandAsync();
        var interpreter = await InterpreterAsync();
        using (var office = await host.SignInAsAsync(Colleagues.Caseworker))
        {
            var page = await office.GetAsync(Of(filed));
            var person = page.Document.QuerySelector("select[name='Form.Person'] option[value]:not([value=''])")!.GetAttribute("value")!;
            (string, string)[] answers =
            [
                ("Form.Person", person), ("Form.Kind", "Counselling"), ("Form.Provider", "family-centre"), ("Form.StartsAt", LocalIn(TimeSpan.FromHours(1))), ("Form.Minutes", "50"), ("Form.InterpreterId", interpreter.ToString()),
            ];
            Assert.NotEmpty((await page.SubmitAsync(answers)).Summary);
            Assert.Equal(0, await host.StoredAsync(db => db.Set<Appointment>().CountAsync(a => a.CaseId == filed.Id)));
            var booked = await page.SubmitAsync([.. answers, ("Form.Declared", "true")]);
            Assert.Contains("Booked", booked.Words, StringComparison.Ordinal);
        }

        var id = await host.StoredAsync(db => db.Set<Appointment>().Where(a => a.CaseId == filed.Id).Select(a => a.Id).SingleAsync());
        await SaysAsync("appointment.not-begun", filed, (desk, one) => desk.CloseAsync(one, id, AppointmentState.Attended, Caseworker, CancellationToken.None));
        await SaysAsync("appointment.not-attended", filed, (desk, one) => desk.RateAsync(one, id, new() { Rating = 5 }, Person(filed), CancellationToken.None));
        host.Clock.Advance(TimeSpan.FromHours(2));
        await WithAsync(filed, (desk, one) => desk.CloseAsync(one, id, AppointmentState.Attended, Caseworker, CancellationToken.None));
        await SaysAsync("appointment.not-open", filed, (desk, one) => desk.CloseAsync(one, id, AppointmentState.Missed, Caseworker, CancellationToken.None));
        await WithAsync(filed, (desk, one) => desk.RateAsync(one, id, new() { Rating = 2, Words = "늦게 시작함." }, Caseworker, CancellationToken.None));
        using var household = await host.ComeBackAsync(filed.CodeId);
        var mine = await household.GetAsync("/en/my-case/support/appointments");
        Assert.DoesNotContain("늦게 시작함", mine.Html, StringComparison.Ordinal);
        await mine.SubmitAsync(("Rating.Rating", "5"), ("Rating.Words", "شكراً"));

        var kept = await host.StoredAsync(db => db.Set<Appointment>().SingleAsync(a => a.Id == id));
        Assert.Equal((AppointmentState.Attended, 5, 2), (kept.State, kept.PersonRating, kept.OfficeRating));
        await SaysAsync("appointment.rated-already", filed, (desk, one) => desk.RateAsync(one, id, new() { Rating = 1 }, Person(filed), CancellationToken.None));
    }

    [Fact]
    public async Task An_interpreter_whom_somebody_excluded_is_never_offered_or_booked_again_whoever_tries()
    {
        var filed = await InHandAsync();
        var interpreter = await InterpreterAsync();
        var first = await BookAsync(filed, interpreter, TimeSpan.FromDays(1));
        var second = await BookAsync(filed, interpreter, TimeSpan.FromDays(2), member: 1);
        using (var household = await host.ComeBackAsync(filed.CodeId))
        {
            var page = await household.GetAsync("/en/my-case/support/appointments");
            await page.SendAsync(page.Form("handler=Exclude"), null);
        }

        Assert.All(await host.StoredAsync(db => db.Set<Appointment>().Where(a => a.CaseId == filed.Id).ToListAsync()), a => Assert.Null(a.InterpreterId));
        Assert.DoesNotContain(interpreter, await OfferAsync(filed, new("ar", null, null)));
        await SaysAsync("appointment.interpreter-not-offered", filed, (_, _) => BookAsync(filed, interpreter, TimeSpan.FromDays(3)));
        await SaysAsync("appointment.no-interpreter", filed, (desk, one) => desk.ExcludeAsync(one, first, Person(filed), CancellationToken.None));
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => host.WithAsync(services => services.GetRequiredService<PortalDb>().Database.ExecuteSqlAsync(
            $"update appointments set interpreter_id = {interpreter}, declared_at = now() where id = {second}")));
        Assert.Contains("may not come", (failure as PostgresException ?? (PostgresException)failure.InnerException!).MessageText, StringComparison.Ordinal);

        var keys = await host.StoredAsync(db => db.Set<HouseholdPerson>().Where(p => p.CaseId == filed.Id).OrderBy(p => p.Position).Select(p => p.Key).ToListAsync());
        var again = await host.ASupportAsync(form => (form.Household.Members[0].Key, form.Household.Members[1].Key, form.Earlier) = (keys[0], keys[1], filed.Id));
        await host.TakenOnAsync(again);
        Assert.DoesNotContain(interpreter, await OfferAsync(again, new("ar", null, null)));
    }

    [Fact]
    public async Task Whoever_books_while_somebody_excludes_brings_nobody_who_was_excluded()
    {
        var filed = await InHandAsync();
        var interpreter = await InterpreterAsync();
        var first = await BookAsync(filed, interpreter, TimeSpan.FromDays(1));
        var person = Person(filed);

        await Task.WhenAll(Enumerable.Range(2, 12).Select(async day =>
        {
            try
            {
                await (day == 7 ? WithAsync(filed, (desk, one) => desk.ExcludeAsync(one, first, person, CancellationToken.None)) : BookAsync(filed, interpreter, TimeSpan.FromDays(day)));
            }
            catch (Exception no) when (no is RefusedException or DbUpdateConcurrencyException)
            {
                // somebody was faster
            }
        }));
        if (!await host.StoredAsync(db => db.Set<InterpreterExclusion>().AnyAsync(e => e.InterpreterId == interpreter)))
        {
            await WithAsync(filed, (desk, one) => desk.ExcludeAsync(one, first, person, CancellationToken.None));
        }

        Assert.Empty(await host.StoredAsync(db => db.Set<Appointment>().Where(a => a.InterpreterId == interpreter).ToListAsync()));
        await SaysAsync("appointment.interpreter-not-offered", filed, (_, _) => BookAsync(filed, interpreter, TimeSpan.FromDays(30)));
    }

    [Fact]
    public async Task Never_again_holds_for_who_joins_the_household_and_is_never_taken_back()
    {
        var filed = await InHandAsync();
        var interpreter = await InterpreterAsync();
        var id = await BookAsync(filed, interpreter, TimeSpan.FromDays(1));
        await WithAsync(filed, (desk, one) => desk.ExcludeAsync(one, id, Person(filed), CancellationToken.None));

        // somebody of the household who was not there when it was said
        await NotWrittenAsync($"update appointments set person = {Guid.NewGuid()}, interpreter_id = {interpreter}, declared_at = now() where id = {id}", "appointments_interpreter_may_not_come");
        await NotWrittenAsync($"delete from interpreter_exclusions where interpreter_id = {interpreter}", null);
        Assert.DoesNotContain(interpreter, await OfferAsync(filed, new("ar", null, null)));
    }

    [Fact]
    public async Task Who_declares_a_conflict_comes_to_nobody_of_the_case()
    {
        var filed = await InHandAsync();
        var interpreter = await InterpreterAsync();
        var id = await BookAsync(filed, interpreter, TimeSpan.FromDays(1));

        await WithAsync(filed, (desk, one) => desk.DeclareConflictAsync(one, id, new() { Words = "사촌입니다." }, Caseworker, CancellationToken.None));

        Assert.Null((await host.StoredAsync(db => db.Set<Appointment>().SingleAsync(a => a.Id == id))).InterpreterId);
        Assert.DoesNotContain(interpreter, await OfferAsync(filed, new("ar", null, null)));
        Assert.Contains(interpreter, await OfferAsync(await InHandAsync(), new("ar", null, null)));
        await SaysAsync("appointment.no-interpreter", filed, (desk, one) => desk.DeclareConflictAsync(one, id, new() { Words = "사촌입니다." }, Caseworker, CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_is_booked_twice_at_a_time_in_the_past_or_for_a_stranger()
    {
        var (filed, other) = (await InHandAsync(), await InHandAsync());
        var interpreter = await InterpreterAsync();
        await BookAsync(filed, interpreter, TimeSpan.FromDays(1));

        await SaysAsync("appointment.interpreter-busy", other, (_, _) => BookAsync(other, interpreter, TimeSpan.FromDays(1) + TimeSpan.FromMinutes(30)));
        await SaysAsync("appointment.in-the-past", filed, (_, _) => BookAsync(filed, interpreter, TimeSpan.FromHours(-1)));
        await SaysAsync("appointment.no-such-person", filed, (desk, one) => desk.BookAsync(one, Form(Guid.NewGuid(), interpreter, TimeSpan.FromDays(4)), Caseworker, CancellationToken.None));
        await SaysAsync("appointment.not-there", filed, (desk, one) => desk.CloseAsync(one, Guid.NewGuid(), AppointmentState.Cancelled, Caseworker, CancellationToken.None));
        var conflicted = await BookAsync(filed, interpreter, TimeSpan.FromHours(1));
        host.Clock.Advance(TimeSpan.FromHours(2));
        await WithAsync(filed, (desk, one) => desk.CloseAsync(one, conflicted, AppointmentState.Attended, Caseworker, CancellationToken.None));
        await WithAsync(filed, (desk, one) => desk.DeclareConflictAsync(one, conflicted, new() { Words = "사촌입니다." }, Caseworker, CancellationToken.None));
        await SaysAsync("appointment.conflict-declared", filed, (desk, one) => desk.DeclareConflictAsync(one, conflicted, new() { Words = "사촌입니다." }, Caseworker, CancellationToken.None));
    }

    [Fact]
    public async Task A_colleague_adds_an_interpreter_and_ends_one()
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync("/office/support/interpreters");

        Assert.Equal(3, (await page.SubmitAsync(("Form.Name", ""))).Summary.Count);
        var added = await page.SubmitAsync(("Form.Name", "Interpreter Of Tests"), ("Form.Sex", "Woman"), ("Form.Languages", "ar"));
        Assert.Contains("Interpreter Of Tests", added.Words, StringComparison.Ordinal);
        var id = await host.StoredAsync(db => db.Set<Interpreter>().Where(i => i.Name == "Interpreter Of Tests").Select(i => i.Id).SingleAsync());
        await added.SendAsync(added.Document.QuerySelector($"input[value='{id}']")!.Closest("form") as AngleSharp.Html.Dom.IHtmlFormElement ?? throw new InvalidOperationException(), null);
        Assert.NotNull(await host.StoredAsync(db => db.Set<Interpreter>().Where(i => i.Id == id).Select(i => i.LeftAt).SingleAsync()));
    }

    [Fact]
    public async Task Appointments_are_there_for_those_to_whom_the_file_is_open()
    {
        var filed = await InHandAsync();
        using var stranger = await host.SignInAsAsync(Colleagues.Caseworker2);

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Of(filed))).Status);
    }

    private async Task NotWrittenAsync(FormattableString sql, string? rule)
    {
        await using var db = host.Database.Open();
        var no = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync(sql));
        Assert.True(rule is null || no.ConstraintName == rule, no.Message);
    }

    private static string Of(FiledCase filed) => $"/office/support/{filed.Reference}/appointments";

    private static Actor Person(FiledCase filed) => Actor.Filer(filed.Id, filed.CodeId);

    private async Task<FiledCase> InHandAsync()
    {
        var filed = await host.ASupportAsync();
        await host.TakenOnAsync(filed);
        return filed;
    }

    private Task<Guid> InterpreterAsync(OfficerWish sex = OfficerWish.Woman, string dialect = "ar-levantine", string language = "ar") => host.WithAsync(services => services.GetRequiredService<InterpreterDesk>().AddAsync(
        new() { Name = "통역인 " + Guid.NewGuid().ToString("N")[..6], Sex = sex, Languages = [language], Dialects = [dialect] }, Caseworker, CancellationToken.None));

    private async Task<List<Guid>> OfferAsync(FiledCase filed, InterpreterWish wish)
    {
        List<Guid> found = [];
        await WithAsync(filed, async (desk, one) => found.AddRange((await desk.OfferAsync(one, wish, CancellationToken.None)).Select(i => i.Id)));
        return found;
    }

    private async Task<Guid> BookAsync(FiledCase filed, Guid interpreter, TimeSpan ahead, int member = 0)
    {
        var key = await host.StoredAsync(db => db.Set<HouseholdPerson>().Where(p => p.CaseId == filed.Id && p.Position == member).Select(p => p.Key).SingleAsync());
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

    private string LocalIn(TimeSpan ahead) => Seoul.WallClock(host.Clock.GetUtcNow() + ahead).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private Task WithAsync(FiledCase filed, Func<AppointmentDesk, SupportApplication, Task> deed) => host.DoAsync(filed, (services, one) => deed(services.GetRequiredService<AppointmentDesk>(), one));

    private Task DoAsync<TDesk>(Func<TDesk, Task> deed)
        where TDesk : notnull => host.WithAsync(services => deed(services.GetRequiredService<TDesk>()));

    private async Task SaysAsync(string code, FiledCase filed, Func<AppointmentDesk, SupportApplication, Task> deed)
    {
        var before = await StandsAsync();
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => WithAsync(filed, deed))).Refusal.Code);
        Assert.Equal(before, await StandsAsync());

        Task<string> StandsAsync() => host.StoredAsync(async db => string.Join(';', await db.Set<Appointment>().Where(a => a.CaseId == filed.Id).OrderBy(a => a.Id)
            .Select(a => a.State.ToString() + a.InterpreterId + a.PersonRating + a.OfficeRating).ToListAsync()) + await db.Events.CountAsync(e => e.CaseId == filed.Id));
    }
}
