using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Casework;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>What cannot be done with an application is refused with its reason, and the application stays as it was.</summary>
[Trait("Category", "Database")]
public sealed class ApplicationRefusalTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly Actor Caseworker = Colleagues.Caseworker.Actor;

    [Fact]
    public async Task A_household_takes_back_a_programme_that_is_there_and_not_the_last_one()
    {
        var filed = await host.ASupportAsync();
        var person = Actor.Filer(filed.Id, filed.CodeId);

        await SaysAsync("application.no-such-line", filed, (services, one) => services.GetRequiredService<ApplicantDesk>().WithdrawLineAsync(one, Guid.NewGuid(), person, CancellationToken.None));
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<ApplicantDesk>().WithdrawLineAsync(one, one.Lines[0].Id, person, CancellationToken.None));
        await SaysAsync("application.last-line", filed, (services, one) => services.GetRequiredService<ApplicantDesk>()
            .WithdrawLineAsync(one, one.Lines.Single(line => line.State == LineState.Asked).Id, person, CancellationToken.None));
    }

    [Fact]
    public async Task What_is_proposed_fits_the_kind_of_help_and_nothing_stays_open()
    {
        var filed = await host.ASupportAsync();
        await host.TakenOnAsync(filed);

        await SaysAsync("application.no-money", filed, () => host.PreparedAsync(filed, "korean-class", grants: true, Caseworker, form => form.Won = "1000"));
        await SaysAsync("application.won-missing", filed, () => host.PreparedAsync(filed, "living-expense", grants: true, Caseworker, form => form.Won = ""));
        await SaysAsync("application.won-not-positive", filed, () => host.PreparedAsync(filed, "living-expense", grants: true, Caseworker, form => form.Won = "0"));
        await SaysAsync("application.lines-open", filed, (services, one) => services.GetRequiredService<SupportDecisionDesk>().ProposeAsync(one, Colleagues.Supervisor.Id, Caseworker, CancellationToken.None));
    }

    [Fact]
    public async Task A_letter_that_nobody_read_is_not_approved()
    {
        var filed = await host.ASupportAsync();
        await host.ProposedAsync(filed);

        await SaysAsync("application.letter-changed", filed, (services, one) => services.GetRequiredService<SupportDecisionDesk>().ApproveAsync(one, "another", Colleagues.Supervisor.Actor, CancellationToken.None));
    }

    [Fact]
    public async Task A_file_is_opened_once_and_closed_only_to_somebody_to_whom_it_is_open()
    {
        var filed = await host.ASupportAsync();
        await host.TakenOnAsync(filed);
        var form = new DoSupportDeed { Deed = "open-file-to", ColleagueId = Colleagues.Caseworker2.Id, Words = "통역을 함께 봅니다." };

        await SaysAsync("application.not-open", filed, (services, one) => services.GetRequiredService<SupportDesk>().CloseFileToAsync(one, form, Caseworker, CancellationToken.None));
        await host.DoAsync(filed, (services, one) => services.GetRequiredService<SupportDesk>().OpenFileToAsync(one, form, Caseworker, CancellationToken.None));
        await SaysAsync("application.open-already", filed, (services, one) => services.GetRequiredService<SupportDesk>().OpenFileToAsync(one, form, Caseworker, CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_was_read_back_on_a_day_to_come()
    {
        var filed = await host.ASupportAsync();
        await host.TakenOnAsync(filed);
        var form = new DoSupportDeed { Deed = "record-read-back", On = Core.Calendar.Seoul.DateOf(host.Clock.GetUtcNow()).AddDays(1), Language = "ar", People = "가온" };

        await SaysAsync("application.read-back-in-future", filed, (services, one) => services.GetRequiredService<SupportDesk>().RecordReadBackAsync(one, form, Caseworker, CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_objects_to_what_was_granted_whole_or_after_the_last_day()
    {
        var granted = await host.ASupportAsync(form => form.Programmes.Chosen = ["korean-class"]);
        await host.TakenOnAsync(granted);
        await host.PreparedAsync(granted, "korean-class", grants: true, Caseworker);
        await host.DoAsync(granted, (services, one) => services.GetRequiredService<SupportDecisionDesk>().ProposeAsync(one, Colleagues.Supervisor.Id, Caseworker, CancellationToken.None));
        await host.ApprovedAsync(granted, Colleagues.Supervisor.Actor);
        var refused = await host.ASupportAsync();
        await host.DecidedAsync(refused);

        await SaysAsync("application.nothing-to-object", granted, (services, one) => ObjectAsync(services, one, granted));
        await SaysAsync("application.objection-late", refused, (services, one) =>
        {
            var clock = services.GetRequiredService<SupportOffice>().Clocks.Of(SupportApplication.ObjectionPeriod, host.Clock.GetUtcNow());
            one.ObjectBy(Actor.Filer(refused.Id, refused.CodeId), one.Messages.FirstOrDefault()!, clock, host.Clock.GetUtcNow().AddDays(40));
            return Task.CompletedTask;
        });

        static Task ObjectAsync(IServiceProvider services, SupportApplication one, FiledCase filed) =>
            services.GetRequiredService<ApplicantDesk>().ObjectAsync(one, new() { Body = "أرجو النظر مرة أخرى" }, "ar", Actor.Filer(filed.Id, filed.CodeId), CancellationToken.None);
    }

    [Fact]
    public async Task Notices_go_to_no_embassy()
    {
        var filed = await host.ASupportAsync();
        using var person = await host.ComeBackAsync(filed.CodeId);
        var page = await person.GetAsync("/en/my-case/support/notices");
        var before = await StandsAsync(filed);

        var refused = await page.SubmitAsync(("Form.Hours", "Evenings"), ("Form.Address", "info@seoul.embassy.example"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Shipped.Says("refusal.application.embassy"), refused.Words, StringComparison.Ordinal);
        Assert.Equal(before, await StandsAsync(filed));
    }

    private Task SaysAsync(string code, FiledCase filed, Func<IServiceProvider, SupportApplication, Task> deed) => SaysAsync(code, filed, () => host.DoAsync(filed, deed));

    private async Task SaysAsync(string code, FiledCase filed, Func<Task> deed)
    {
        var before = await StandsAsync(filed);
        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(deed)).Refusal.Code);
        Assert.Equal(before, await StandsAsync(filed));
    }

    private Task<string> StandsAsync(FiledCase filed) => host.StoredAsync(async db =>
    {
        var one = await db.SupportApplications.SingleAsync(c => c.Id == filed.Id);
        return $"{one.Status} {one.Revision} {string.Join(',', one.Lines.OrderBy(line => line.Position).Select(line => line.State))} {string.Join(',', one.OpenTo)} {one.NoticeWish is null} "
            + $"{await db.Events.CountAsync(e => e.CaseId == one.Id)} {await db.Messages.CountAsync(m => m.CaseId == one.Id)} {await db.Set<GrantedLine>().CountAsync(g => g.CaseId == one.Id)} {await db.Set<ReadBack>().CountAsync(r => r.CaseId == one.Id)}";
    });
}

/// <summary>While no ground is on record why an officer who reads of a household tells nobody, none is taken in.</summary>
[Trait("Category", "Database")]
public sealed class NoGroundForSupportTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Nothing_is_taken_in_without_a_ground()
    {
        await host.WithAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDb>();
            await db.Set<ReferenceItem>().Where(i => i.List == Lists.NotificationGrounds).ExecuteUpdateAsync(set => set.SetProperty(i => i.ValidTo, i => i.ValidFrom));
            await services.GetRequiredService<ReferenceBook>().ReadAsync(db, CancellationToken.None);
        });

        var refused = await Assert.ThrowsAsync<RefusedException>(() => host.ASupportAsync());

        Assert.Equal("application.no-ground", refused.Refusal.Code);
        Assert.Equal(0, await host.StoredAsync(db => db.SupportApplications.CountAsync()));
    }
}
