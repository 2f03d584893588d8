using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>Two people decide an application by what the rules say; those to whom the file is not open see nothing of it.</summary>
[Trait("Category", "Database")]
public sealed class DecidingTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_list_shows_number_programmes_language_and_urgency_and_no_name()
    {
        var filed = await host.ASupportAsync(form => form.Programmes.Chosen = ["emergency-living"]);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);

        var list = await office.GetAsync("/office/support?tab=Unassigned");

        Assert.Contains(filed.Reference, list.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("القرنفلة", list.Html, StringComparison.Ordinal);
        Assert.Null(list.Document.QuerySelector($"a[href='/office/support/{filed.Reference}']"));
    }

    [Fact]
    public async Task A_file_is_there_for_its_handler_and_for_nobody_else_who_has_the_role()
    {
        var filed = await host.ASupportAsync();
        using (var waiting = await host.SignInAsAsync(Colleagues.Caseworker))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await waiting.GetAsync($"/office/support/{filed.Reference}")).Status);
        }

        await host.TakenOnAsync(filed);

        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        Assert.Contains(GivenApplications.Name, (await handler.GetAsync($"/office/support/{filed.Reference}")).Words, StringComparison.Ordinal);
        foreach (var rest in new[] { "", "/do/note", "/readers", "/approve", "/extend" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/office/support/{filed.Reference}{rest}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync($"/office/support/{filed.Reference}")).Status);
        Assert.DoesNotContain("القرنفلة", (await supervisor.GetAsync($"/office/support/{filed.Reference}/readers")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_opened_with_a_reason_is_there_until_it_is_closed_again()
    {
        var filed = await host.ASupportAsync();
        await host.TakenOnAsync(filed);
        var open = new DoSupportDeed { Deed = "open-file-to", ColleagueId = Colleagues.Caseworker2.Id, Words = "통역을 함께 봅니다." };

        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDesk>().OpenFileToAsync(one, open, Colleagues.Caseworker.Actor, CancellationToken.None));

        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync($"/office/support/{filed.Reference}")).Status);
        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.DoAsync(filed, (services, one) =>
            services.GetRequiredService<SupportDesk>().OpenFileToAsync(one, open with { ColleagueId = Colleagues.AnsanOfficer.Id }, Colleagues.Caseworker2.Actor, CancellationToken.None)));
        Assert.Equal("case.not-yours", refused.Refusal.Code);
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDesk>().CloseFileToAsync(one, open, Colleagues.Caseworker.Actor, CancellationToken.None));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/office/support/{filed.Reference}")).Status);
    }

    [Fact]
    public async Task What_two_people_agree_to_takes_effect_and_the_person_reads_it_item_by_item()
    {
        var filed = await host.ASupportAsync();
        await host.ProposedAsync(filed);
        var alone = await Assert.ThrowsAsync<RefusedException>(() => host.ApprovedAsync(filed, Colleagues.Supervisor2.Actor));
        Assert.Equal("case.wrong-role", alone.Refusal.Code);

        using (var second = await host.SignInAsAsync(Colleagues.Supervisor))
        {
            var letter = await second.GetAsync($"/office/support/{filed.Reference}/approve");
            Assert.DoesNotContain("القرنفلة", letter.Words, StringComparison.Ordinal);
            Assert.Equal($"/office/support/{filed.Reference}", (await letter.PressAsync()).Path);
        }

        var granted = await host.StoredAsync(db => db.Set<GrantedLine>().SingleAsync(g => g.CaseId == filed.Id));
        Assert.Equal(("living-expense", "living", 2, Colleagues.Caseworker.Id, Colleagues.Supervisor.Id), (granted.Programme, granted.Need, granted.Members.Length, granted.ProposedById, granted.ApprovedById));
        Assert.Equal(3 * 820_000, granted.Won);
        using var person = await host.ComeBackAsync(filed.CodeId);
        var status = await person.GetAsync("/en/my-case/support");
        Assert.Contains("Granted", status.Words, StringComparison.Ordinal);
        Assert.Contains("2,460,000 won", status.Words, StringComparison.Ordinal);
        Assert.Contains("It is for this group", status.Words, StringComparison.Ordinal);
        var message = await host.StoredAsync(db => db.Messages.SingleAsync(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.Decision));
        Assert.Equal(("ar", "support-decision.1"), (message.Language, message.Template));
        Assert.NotNull(message.InKorean);
    }

    [Fact]
    public async Task Nothing_above_the_rules_and_no_departure_without_a_reason_is_proposed()
    {
        var filed = await host.ASupportAsync();
        await host.TakenOnAsync(filed);

        Assert.Equal("application.above-the-ceiling", await RefusedAsync(form => form.Won = "99000000"));
        Assert.Equal("application.outside-the-period", await RefusedAsync(form => form.To = form.To!.Value.AddMonths(1)));
        Assert.Equal("application.nobody-covered", await RefusedAsync(form => form.Members = [Guid.NewGuid()]));
        Assert.Equal(LineState.Asked, (await host.StoredAsync(db => db.Set<SupportLine>().SingleAsync(l => l.CaseId == filed.Id && l.Programme == "living-expense"))).State);

        async Task<string> RefusedAsync(Action<PrepareLine> but) =>
            (await Assert.ThrowsAsync<RefusedException>(() => host.PreparedAsync(filed, "living-expense", grants: true, Colleagues.Caseworker.Actor, but))).Refusal.Code;
    }

    [Fact]
    public async Task A_missing_paper_is_departed_from_with_a_reason_only()
    {
        var filed = await host.ASupportAsync();
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDesk>().TakeOnAsync(one, Colleagues.Caseworker.Actor, CancellationToken.None));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.PreparedAsync(filed, "living-expense", grants: true, Colleagues.Caseworker.Actor));
        await host.PreparedAsync(filed, "living-expense", grants: true, Colleagues.Caseworker.Actor, form => (form.Departure, form.Words) = ("paper-cannot-be-had", "임대차 계약서를 받을 수 없습니다."));

        Assert.Equal("application.departure-needs-a-reason", refused.Refusal.Code);
        Assert.Equal("paper-cannot-be-had", (await host.StoredAsync(db => db.Set<SupportLine>().SingleAsync(l => l.CaseId == filed.Id && l.Programme == "living-expense"))).Departure);
    }

    [Fact]
    public async Task The_same_need_is_not_granted_twice_to_the_same_people()
    {
        var filed = await host.ASupportAsync();
        await host.DecidedAsync(filed);
        var keys = (await host.StoredAsync(db => db.Set<HouseholdPerson>().Where(p => p.CaseId == filed.Id).OrderBy(p => p.Position).Select(p => p.Key).ToListAsync()));
        var again = await host.ASupportAsync(form =>
        {
            form.Programmes.Chosen = ["living-expense"];
            (form.Household.Members[0].Key, form.Household.Members[1].Key, form.Earlier) = (keys[0], keys[1], filed.Id);
        });
        await host.TakenOnAsync(again);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.DoAsync(again, (services, one) => services.GetRequiredService<SupportDecisionDesk>().PrepareAsync(
            one, one.Lines[0].Id, new() { Grants = true, Members = keys, From = new(2026, 12, 1), To = new(2026, 12, 31), Won = "1000", Departure = "hardship", Words = "사정" }, Colleagues.Caseworker.Actor, CancellationToken.None)));

        Assert.Equal("application.nobody-covered", refused.Refusal.Code);
    }

    [Fact]
    public async Task An_objection_is_decided_by_people_who_had_no_part_in_the_decision()
    {
        var filed = await host.ASupportAsync();
        await host.DecidedAsync(filed);
        using (var person = await host.ComeBackAsync(filed.CodeId))
        {
            Assert.Equal("/en/my-case/support", (await (await person.GetAsync("/en/my-case/support/object")).SubmitAsync(("Form.Body", "أرجو النظر مرة أخرى"))).Path);
        }

        var own = await Assert.ThrowsAsync<RefusedException>(() => host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDesk>().TakeOnAsync(one, Colleagues.Caseworker.Actor, CancellationToken.None)));
        Assert.Equal("case.needs-a-newcomer", own.Refusal.Code);
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDesk>().TakeOnAsync(one, Colleagues.Caseworker2.Actor, CancellationToken.None));
        await host.PreparedAsync(filed, "korean-class", grants: true, Colleagues.Caseworker2.Actor);
        var same = await Assert.ThrowsAsync<RefusedException>(() => host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDecisionDesk>().ProposeAsync(one, Colleagues.Supervisor.Id, Colleagues.Caseworker2.Actor, CancellationToken.None)));
        Assert.Equal("case.no-such-colleague", same.Refusal.Code);
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDecisionDesk>().ProposeAsync(one, Colleagues.Supervisor2.Id, Colleagues.Caseworker2.Actor, CancellationToken.None));
        await host.ApprovedAsync(filed, Colleagues.Supervisor2.Actor);

        var one = await host.StoredAsync(db => db.SupportApplications.SingleAsync(c => c.Id == filed.Id));
        Assert.Equal((CaseStatus.ObjectionAnswered, Colleagues.Caseworker2.Id, Colleagues.Supervisor2.Id), (one.Status, one.ObjectionProposedById!.Value, one.ObjectionApprovedById!.Value));
        Assert.All(one.Lines, line => Assert.Equal(LineState.Granted, line.State));
        Assert.Equal(2, await host.StoredAsync(db => db.Set<GrantedLine>().CountAsync(g => g.CaseId == filed.Id)));
        var course = await host.StoredAsync(db => db.Set<Award>().Include(award => award.Instalments).SingleAsync(award => award.CaseId == filed.Id && award.ProgrammeCode == "korean-class"));
        Assert.True(course is { Won: 0, LineId: null, Instalments.Count: 0 }, "a course costs no money of a line");
        Assert.Equal((Colleagues.Caseworker2.Id, Colleagues.Supervisor2.Id), (course.ProposedById, course.ApprovedById));
    }

    [Fact]
    public async Task Help_that_cannot_wait_is_due_on_the_same_working_day()
    {
        var filed = await host.ASupportAsync(form => form.Programmes.Chosen = ["emergency-living"]);
        var calm = await host.ASupportAsync();

        var (urgent, other) = (await host.StoredAsync(db => db.SupportApplications.SingleAsync(c => c.Id == filed.Id)), await host.StoredAsync(db => db.SupportApplications.SingleAsync(c => c.Id == calm.Id)));

        Assert.True(urgent.IsUrgent && !other.IsUrgent);
        // received within working hours: the last moment is the end of the same working day
        var (received, due) = (Core.Calendar.Seoul.WallClock(urgent.ReceivedAt), Core.Calendar.Seoul.WallClock(urgent.DueAt!.Value));
        Assert.Equal((DateOnly.FromDateTime(received.DateTime), DateOnly.FromDateTime(received.DateTime)), (urgent.DueOn!.Value, DateOnly.FromDateTime(due.DateTime)));
        Assert.True(due > received && other.DueAt is null && other.DueOn > urgent.DueOn, $"{received} {due} {other.DueOn}");
    }

    [Fact]
    public async Task A_grant_is_never_changed_by_the_portal_s_own_database_user()
    {
        var filed = await host.ASupportAsync();
        await host.DecidedAsync(filed);

        await Assert.ThrowsAnyAsync<Exception>(() => host.WithAsync(services => services.GetRequiredService<Core.Storage.PortalDb>().Set<GrantedLine>().Where(g => g.CaseId == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(g => g.Won, 1L))));
        Assert.NotEqual(1L, (await host.StoredAsync(db => db.Set<GrantedLine>().SingleAsync(g => g.CaseId == filed.Id))).Won);
    }

    [Fact]
    public async Task An_application_taken_down_at_the_counter_has_its_code_and_its_reading()
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync("/office/support/new");

        var receipt = await page.SubmitAsync(
            ("Form.Channel", "Visit"), ("Form.Application.Household.City", Colleagues.Ansan), ("Form.Application.Programmes.Chosen", "legal-help"),
            ("Form.Application.Household.Members[0].Name", "Amina Testova"), ("Form.Application.Reach.Way", "PortalOnly"), ("Form.Application.Reach.Language", "en"), ("Form.ReadBack", "true"));

        Assert.EndsWith("/receipt", receipt.Path, StringComparison.Ordinal);
        Assert.NotNull(receipt.Document.GetElementById("code"));
        var reference = receipt.Path.Split('/')[^2];
        var filed = await host.StoredAsync(db => db.SupportApplications.Include(c => c.Household).SingleAsync(c => c.Reference == reference));
        Assert.Single(filed.Household);
        Assert.Equal(1, await host.StoredAsync(db => db.Set<ReadBack>().CountAsync(r => r.CaseId == filed.Id)));
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync($"/office/support/{reference}")).Status);
    }
}
