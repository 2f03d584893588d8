using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Matching;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.RefugeeSupport.Appointments;
using MigrantServices.Core.RefugeeSupport.Households;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Tests.RefugeeSupport;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>The same people in a second application are found and joined by two colleagues; then nothing is given twice, and whom they excluded stays away.</summary>
[Trait("Category", "Database")]
public sealed partial class SameHouseholdTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly Actor Caseworker = Colleagues.Caseworker.Actor, Caseworker2 = Colleagues.Caseworker2.Actor;

    [Fact]
    public async Task The_same_people_under_new_keys_are_found_and_hold_every_award_until_somebody_has_judged_them()
    {
        var (first, second) = await TwiceAsync(isFirstDecided: true);

        var pair = await PairAsync(first, second);
        Assert.True(pair is { Band: >= MatchBand.Likely, IsOpen: true });
        Assert.Contains(PairReason.SeveralPeople, pair.Reasons);
        await host.TakenOnAsync(second);
        await host.PreparedAsync(second, "living-expense", grants: true, Caseworker);
        Assert.Equal("support.pairs-open", await RefusedAsync(() => ProposedAsync(second)));
        Assert.Equal(CaseStatus.UnderReview, await StatusAsync(second));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<Award>().CountAsync(award => award.CaseId == second.Id)));
    }

    [Fact]
    public async Task What_was_proposed_before_the_pair_was_found_is_not_awarded_either()
    {
        var family = GivenApplications.FamilyName();
        var first = await FiledAsync(family);
        await AllProposedAsync(first);
        await FiledAsync(family);
        var before = await host.MoneyAsync();

        Assert.Equal("support.pairs-open", await RefusedAsync(() => host.ApprovedAsync(first, Colleagues.Supervisor.Actor)));

        Assert.Equal((CaseStatus.Proposed, before), (await StatusAsync(first), await host.MoneyAsync()));
    }

    [Fact]
    public async Task Joined_by_two_people_the_same_need_is_met_once_whoever_tries()
    {
        var (first, second) = await TwiceAsync(isFirstDecided: true);
        await JoinedAsync(first, second);

        var (result, keys) = await WorkedOutAsync(second);

        Assert.Empty(result.Members);
        Assert.Contains(result.Findings, finding => finding.Reason == "support.reason.need-met");
        var award = await host.StoredAsync(db => db.Set<Award>().AsNoTracking().SingleAsync(one => one.CaseId == first.Id));
        await using var db = host.Database.Open();
        db.Add(new Award
        {
            Number = "SA-TEST-" + Guid.NewGuid().ToString("N")[..8],
            CaseId = second.Id,
            ProgrammeCode = award.ProgrammeCode,
            TermsId = award.TermsId,
            Members = keys,
            Need = award.Need,
            FromDay = award.FromDay.AddDays(3),
            ToDay = award.ToDay,
            Won = 0,
            ProposedById = award.ProposedById,
            ApprovedById = award.ApprovedById,
            GrantedAt = award.GrantedAt,
        });
        var no = (PostgresException)(await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync())).InnerException!;
        Assert.Equal("award_members_same_need_once", no.ConstraintName);
    }

    [Fact]
    public async Task One_person_alone_joins_nothing_and_parts_nothing()
    {
        var (first, second) = await TwiceAsync();
        await BothOpenAsync(first, second);
        var join = await ProposedJoinAsync(first, second);

        Assert.Equal("household.needs-a-second-person", await RefusedAsync(() => SayAsync(second, (desk, one) => desk.AgreeAsync(one, join, Caseworker, CancellationToken.None))));
        Assert.Equal("household.proposed-already", await RefusedAsync(() => ProposedJoinAsync(second, first)));
        var pair = await PairAsync(first, second);
        Assert.Equal("household.proposed-already", await RefusedAsync(() => SayAsync(first, (desk, one) => desk.TellApartAsync(one, pair.Id, Because, Caseworker2, CancellationToken.None))));
        await using (var db = host.Database.Open())
        {
            var no = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update household_joins set state = 'Joined', decided_by_id = proposed_by_id, decided_at = now() where id = {join}"));
            Assert.Equal("household_joins_by_two_people", no.ConstraintName);
        }

        Assert.Empty(await SameAsync(first));
        await SayAsync(second, (desk, one) => desk.AgreeAsync(one, join, Caseworker2, CancellationToken.None));
        Assert.Equal(2, (await SameAsync(first)).Count);
        Assert.Equal("household.decided-already", await RefusedAsync(() => SayAsync(second, (desk, one) => desk.DeclineAsync(one, join, Caseworker2, CancellationToken.None))));

        await SayAsync(first, (desk, one) => desk.ProposePartAsync(one, join, Because, Caseworker, CancellationToken.None));
        Assert.Equal("household.needs-a-second-person", await RefusedAsync(() => SayAsync(first, (desk, one) => desk.DecidePartAsync(one, join, true, Caseworker, CancellationToken.None))));
        Assert.Equal(2, (await SameAsync(first)).Count);
        await SayAsync(first, (desk, one) => desk.DecidePartAsync(one, join, true, Caseworker2, CancellationToken.None));
        Assert.Empty(await SameAsync(first));
        Assert.False((await PairAsync(first, second)).IsOpen);
    }

    [Fact]
    public async Task Not_the_same_is_remembered_and_holds_nothing_any_more()
    {
        var (first, second) = await TwiceAsync();
        await BothOpenAsync(first, second);
        var pair = await PairAsync(first, second);

        await SayAsync(first, (desk, one) => desk.TellApartAsync(one, pair.Id, Because, Caseworker2, CancellationToken.None));

        await host.WithAsync(async services =>
        {
            await using var all = await services.GetRequiredService<PortalDb>().Database.BeginTransactionAsync();
            await services.GetRequiredService<HouseholdFinder>().FindAsync(second.Id, CancellationToken.None);
            await all.CommitAsync();
        });
        Assert.False((await PairAsync(first, second)).IsOpen);
        Assert.Equal("duplicates.told-apart-already", await RefusedAsync(() => ProposedJoinAsync(first, second)));
        await host.PreparedAsync(second, "living-expense", grants: true, Caseworker);
        await ProposedAsync(second);
        Assert.Equal(CaseStatus.Proposed, await StatusAsync(second));
    }

    [Fact]
    public async Task Two_households_without_anybody_alike_are_not_joined()
    {
        var (first, second) = (await FiledAsync(GivenApplications.FamilyName()), await host.ASupportAsync(form =>
            (form.Programmes.Chosen, form.Household.Members) = (["living-expense"], [new() { Key = Guid.CreateVersion7(), IsApplicant = true, Name = "Tesfaye Bekele", Category = "g-1-6" }])));
        await host.StoredAsync(async db =>
        {
            db.Add(CasePair.Of(first.Id, second.Id, host.Clock.GetUtcNow()));
            return await db.SaveChangesAsync();
        });
        await BothOpenAsync(first, second);

        Assert.Equal("household.nobody-alike", await RefusedAsync(() => ProposedJoinAsync(first, second)));

        Assert.Equal(0, await host.StoredAsync(db => db.Set<HouseholdJoin>().CountAsync(j => db.Set<CasePair>().Any(p => p.Id == j.PairId && (p.LowerId == first.Id || p.HigherId == first.Id)))));
    }

    [Fact]
    public async Task Whom_the_people_of_one_application_excluded_comes_to_none_of_the_joined_ones()
    {
        var (first, second) = await TwiceAsync();
        await BothOpenAsync(first, second);
        var interpreter = await host.WithAsync(services => services.GetRequiredService<InterpreterDesk>().AddAsync(
            new() { Name = "통역인 " + Guid.NewGuid().ToString("N")[..6], Sex = Core.RefugeeSupport.Applications.Filing.OfficerWish.Woman, Languages = ["ar"] }, Caseworker, CancellationToken.None));
        var met = await BookAsync(first, interpreter, 1);
        await host.DoAsync(first, (services, one) => services.GetRequiredService<AppointmentDesk>().ExcludeAsync(one, met, Actor.Filer(first.Id, first.CodeId), CancellationToken.None));
        var booked = await BookAsync(second, interpreter, 2);

        await JoinedAsync(first, second, open: false);

        Assert.Null((await host.StoredAsync(db => db.Set<Appointment>().SingleAsync(a => a.Id == booked))).InterpreterId);
        Assert.Equal("appointment.interpreter-not-offered", await RefusedAsync(() => BookAsync(second, interpreter, 3)));
        await using var db = host.Database.Open();
        var no = await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"update appointments set interpreter_id = {interpreter}, declared_at = now() where id = {booked}"));
        Assert.Equal("appointments_interpreter_may_not_come", no.ConstraintName);
    }

    [Fact]
    public async Task Pairs_are_there_for_those_who_may_open_both_files_and_say_no_name()
    {
        var (first, second) = await TwiceAsync();
        await host.TakenOnAsync(first);
        await host.DoAsync(second, (services, one) => services.GetRequiredService<SupportDesk>().TakeOnAsync(one, Caseworker2, CancellationToken.None));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);

        var (file, page) = (await office.GetAsync($"/office/support/{first.Reference}"), await office.GetAsync($"/office/support/{first.Reference}/households"));
        Assert.Contains("Perhaps the same household", file.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(second.Reference, file.Html + page.Html, StringComparison.Ordinal);
        var pair = await PairAsync(first, second);
        Assert.Equal("duplicates.no-such-pair", await RefusedAsync(() => SayAsync(first, (desk, one) => desk.TellApartAsync(one, pair.Id, Because, Caseworker, CancellationToken.None))));
        using (var supervisor = await host.SignInAsAsync(Colleagues.Supervisor))
        {
            Assert.Contains(second.Reference, (await supervisor.GetAsync($"/office/support/{first.Reference}/readers")).Words, StringComparison.Ordinal);
        }

        await OpenAsync(second, Caseworker2, Colleagues.Caseworker.Id);
        page = await office.GetAsync($"/office/support/{first.Reference}/households");
        Assert.Contains(second.Reference, page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("القرنفلة", page.Html, StringComparison.Ordinal);
        var wrong = await page.SendAsync(page.Form("handler=Apart"), null, ("Form.Words", ""));
        Assert.NotEmpty(wrong.Summary);
        await page.SendAsync(page.Form("handler=Apart"), null, ("Form.Words", "두 어머니가 함께 왔습니다."));
        Assert.False((await PairAsync(first, second)).IsOpen);
    }
}
