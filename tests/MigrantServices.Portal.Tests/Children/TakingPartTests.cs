using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Reference;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Nobody is proposed or issued papers while the city takes no part, and the days begin when the case is taken on or the city joins.</summary>
[Trait("Category", "Database")]
public sealed class TakingPartTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Paju = "41480";
    private const string Sentence = "This city does not take part today";

    [Fact]
    public async Task While_the_city_takes_no_part_nothing_is_proposed_or_issued_and_nothing_changes()
    {
        var filed = await host.Given.AChildAsync(answers => answers.Place = new() { City = Paju, DangerNow = true });
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        using var issuer = await host.SignInAsAsync(Colleagues.Caseworker2);
        await host.ReadyAsync(handler, filed);
        Assert.NotNull(await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.DueOn).SingleAsync()));
        Assert.Contains("count from this day", (await handler.GetAsync(Of(filed))).Words, StringComparison.Ordinal);
        await RefusedAsync(handler, filed, "propose-confirmation", CaseStatus.UnderReview);

        await TakesPartAsync(true);
        await host.PressAsync(handler, filed, "propose-confirmation");
        await host.PressAsync(supervisor, filed, "approve-confirmation");
        Assert.Equal(CaseStatus.ToIssue, await host.StatusAsync(filed));
        await TakesPartAsync(false);
        await RefusedAsync(issuer, filed, "issue", CaseStatus.ToIssue);
        Assert.Equal(0, await host.StoredAsync(db => db.Set<CardIssue>().CountAsync(c => c.CaseId == filed.Id)));

        await TakesPartAsync(true);
        await host.PressAsync(issuer, filed, "issue");
        Assert.Equal(CaseStatus.Confirmed, await host.StatusAsync(filed));
        using var family = await host.ComeBackAsync(filed.CodeId);
        await (await family.GetAsync("/en/my-case/child/reissue")).SubmitAsync(("Because", nameof(IssueReason.Changed)));
        await TakesPartAsync(false);
        // papers that were issued are replaced wherever the city stands: what was found of the child follows it
        await host.PressAsync(handler, filed, "propose-reissue");
        Assert.Equal(CaseStatus.ReissueProposed, await host.StatusAsync(filed));
    }

    [Fact]
    public async Task Where_no_clock_ran_the_days_begin_when_the_city_joins_and_once_only()
    {
        var filed = await host.Given.AToldChildAsync(told => (told.City, told.DangerNow) = (Paju, true));
        await TakesPartAsync(false);
        var waiting = await host.Given.AChildAsync(answers => answers.Place = new() { City = Paju, Waits = true });
        await JoinAsync();
        Assert.Null(await DueAsync(filed));

        await TakesPartAsync(true);
        await JoinAsync();
        await JoinAsync();

        Assert.NotNull(await DueAsync(filed));
        Assert.Equal(CaseStatus.Submitted, await host.StatusAsync(filed));
        Assert.Equal(1, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.JoinCity.Code)));
        // a family that waited reads so; whoever told of a child reads nothing of it
        Assert.Equal((1, 0), (await ToldAsync(waiting), await ToldAsync(filed)));
        await TakesPartAsync(false);
    }

    private Task<int> ToldAsync(FiledCase filed) => host.StoredAsync(db => db.Messages.CountAsync(m => m.CaseId == filed.Id && m.Template == "child-joined.1"));

    private Task<DateOnly?> DueAsync(FiledCase filed) => host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.DueOn).SingleAsync());

    private Task JoinAsync() => host.WithAsync(services => services.GetRequiredService<JoinCityDesk>().NextAsync(CancellationToken.None));

    private async Task RefusedAsync(Browserless office, FiledCase filed, string deed, CaseStatus still)
    {
        var events = await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id));
        Assert.DoesNotContain($"deeds/{deed}", (await office.GetAsync(Of(filed))).Html, StringComparison.Ordinal);

        var refused = await host.PressAsync(office, filed, deed);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(refused.Summary, line => line.StartsWith(Sentence, StringComparison.Ordinal));
        Assert.Equal(still, await host.StatusAsync(filed));
        Assert.Equal(events, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id)));
    }

    private Task TakesPartAsync(bool takesPart) => host.WithAsync(async services =>
    {
        await using var db = host.Database.Open();
        var ends = takesPart ? (DateOnly?)null : new DateOnly(2026, 11, 1);
        if (await db.Set<ReferenceItem>().Where(item => item.List == Lists.CardCities && item.Code == Paju).ExecuteUpdateAsync(set => set.SetProperty(item => item.ValidTo, ends)) == 0 && takesPart)
        {
            db.Add(new ReferenceItem { List = Lists.CardCities, Code = Paju, Position = 90, ValidFrom = new(2026, 11, 1), Details = "{}", Source = "test" });
            await db.SaveChangesAsync();
        }

        await services.GetRequiredService<ReferenceBook>().ReadAsync(db, CancellationToken.None);
    });
}
