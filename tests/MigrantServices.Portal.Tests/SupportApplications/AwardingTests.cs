using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Money;
using MigrantServices.Portal.Tests.RefugeeSupport;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.RefugeeSupport.GivenMoney;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>What two people agree to is awarded in the same moment, or nothing of it takes effect. Each test has a line with its own money.</summary>
[Trait("Category", "Database")]
public sealed class AwardingTests : IAsyncLifetime
{
    private const long Granted = 2_460_000;

    private readonly PortalHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task An_approved_application_has_its_award_with_instalments_and_its_file_shows_them()
    {
        var line = await _host.ALineAsync("living", Granted);
        var filed = await _host.ASupportAsync();
        await _host.ProposedAsync(filed);

        var file = await ApproveAsync(filed);

        Assert.Equal((HttpStatusCode.OK, $"/office/support/{filed.Reference}"), (file.Status, file.Path));
        var award = await _host.StoredAsync(db => db.Set<Award>().Include(one => one.Instalments).SingleAsync(one => one.CaseId == filed.Id));
        Assert.Equal(("living-expense", "living", Granted, (Guid?)line, 2), (award.ProgrammeCode, award.Need, award.Won, award.LineId, award.Members.Length));
        Assert.Equal([(1, 820_000L), (2, 820_000L), (3, 820_000L)], award.Instalments.OrderBy(part => part.Number).Select(part => (part.Number, part.Won)));
        Assert.Equal((Granted, 0L), ((await _host.LineAsync(line)).CommittedWon, (await _host.LineAsync(line)).PaidWon));
        Assert.Contains(award.Number, file.Words, StringComparison.Ordinal);
        Assert.Equal("", await _host.WrongSumsAsync());
        using var other = await _host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/office/support/{filed.Reference}")).Status);
        using var officer = await _host.SignInAsAsync(Colleagues.BudgetOfficer);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync($"/office/support/{filed.Reference}")).Status);
        Assert.DoesNotContain("القرنفلة", (await officer.GetAsync("/office/support/budget/awards/" + award.Number)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_was_used_up_since_the_proposal_refuses_and_nothing_takes_effect()
    {
        await _host.ALineAsync("living", Granted + Granted - 1);
        var (first, second) = (await _host.ASupportAsync(), await _host.ASupportAsync());
        await _host.ProposedAsync(first);
        await _host.ProposedAsync(second);
        await ApproveAsync(first);

        await NothingTakesEffectAsync(second, "The budget line has not so much left. Nothing was saved.");
    }

    [Fact]
    public async Task The_same_need_of_the_same_people_is_awarded_once_even_if_it_was_proposed_twice()
    {
        await _host.ALineAsync("living", 100_000_000);
        var first = await _host.ASupportAsync();
        var keys = await _host.StoredAsync(db => db.Set<HouseholdPerson>().Where(p => p.CaseId == first.Id).OrderBy(p => p.Position).Select(p => p.Key).ToListAsync());
        var second = await _host.ASupportAsync(form => (form.Household.Members[0].Key, form.Household.Members[1].Key, form.Earlier) = (keys[0], keys[1], first.Id));
        await _host.ProposedAsync(first);
        await _host.ProposedAsync(second);
        await ApproveAsync(first);

        await NothingTakesEffectAsync(second, "One of these people is already given help for the same need on some of these days. Nothing was saved.");
    }

    [Fact]
    public async Task What_was_stopped_leaves_the_need_open_for_another_application()
    {
        await _host.ALineAsync("living", 100_000_000);
        var first = await _host.ASupportAsync();
        await _host.DecidedAsync(first);
        var keys = await _host.StoredAsync(db => db.Set<HouseholdPerson>().Where(p => p.CaseId == first.Id).OrderBy(p => p.Position).Select(p => p.Key).ToListAsync());
        var award = await _host.StoredAsync(db => db.Set<Award>().SingleAsync(one => one.CaseId == first.Id));
        await _host.EndedAsync(award, AwardEndingKind.Stopped, award.FromDay.AddDays(-1));

        var second = await _host.ASupportAsync(form => (form.Household.Members[0].Key, form.Household.Members[1].Key, form.Earlier) = (keys[0], keys[1], first.Id));
        await _host.DecidedAsync(second);

        Assert.Equal(Granted, (await _host.StoredAsync(db => db.Set<Award>().SingleAsync(one => one.CaseId == second.Id))).Won);
        Assert.Equal("", await _host.WrongSumsAsync());
    }

    private async Task<WebPage> ApproveAsync(FiledCase filed)
    {
        using var second = await _host.SignInAsAsync(Colleagues.Supervisor);
        return await (await second.GetAsync($"/office/support/{filed.Reference}/approve")).PressAsync();
    }

    private async Task NothingTakesEffectAsync(FiledCase filed, string because)
    {
        var (before, money) = (await StoredAsync(filed), await _host.MoneyAsync());

        var refused = await ApproveAsync(filed);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(because, refused.Words, StringComparison.Ordinal);
        Assert.Equal(before, await StoredAsync(filed));
        Assert.Equal((CaseStatus.Proposed, 0, 0), (before.Status, before.Granted, before.Letters));
        Assert.Equal(money, await _host.MoneyAsync());
    }

    private Task<Stands> StoredAsync(FiledCase filed) => _host.StoredAsync(db => db.SupportApplications.Where(one => one.Id == filed.Id).Select(one => new Stands(
        one.Status,
        one.Revision,
        one.ApprovedById,
        db.Events.Count(e => e.CaseId == one.Id),
        db.Set<GrantedLine>().Count(line => line.CaseId == one.Id),
        db.Messages.Count(m => m.CaseId == one.Id && m.Purpose == MessagePurpose.Decision))).SingleAsync());

    private sealed record Stands(CaseStatus Status, int Revision, Guid? ApprovedById, int Events, int Granted, int Letters);
}
