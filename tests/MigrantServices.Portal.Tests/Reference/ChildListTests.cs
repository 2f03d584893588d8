using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Reference;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;
using static MigrantServices.Portal.Tests.Reference.ListChanges;

namespace MigrantServices.Portal.Tests.Reference;

/// <summary>The lists for the confirmation of children are changed by two administrators from a day on, each with what it holds.</summary>
[Trait("Category", "Database")]
public sealed class ChildListTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("card-cities/change?kind=Replace&code=41280", "Form.Phase", "regular", "Regular")]
    [InlineData("childcare-cities/change?kind=Add&code=41480", "Form.Phase", "pilot", "Paju")]
    [InlineData("child-check-cities/change?kind=Add", "Form.Municipality", "41480", "Paju")]
    [InlineData("notification-grounds/change?kind=Replace&code=child-welfare", "Form.ConfirmedInWriting", "true", "Confirmation of children · confirmed in writing")]
    [InlineData("birth-evidence/change?kind=Replace&code=photographs", "Form.Points", "25", "25 points · picture")]
    [InlineData("birth-evidence-grades/change?kind=Replace&code=plausible", "Form.Points", "35", "35 points and 1 sorts at least")]
    [InlineData("child-criteria/change?kind=Replace&code=lives-here", "Form.AskedBy", "child:5", "article 5")]
    [InlineData("templates/change?kind=Replace&code=child-receipt", "Form.Version", "1", "Version 1")]
    [InlineData("city-days-off/change?kind=Add", "Form.Municipality", "41480", "Paju")]
    public async Task The_preview_says_what_becomes_different_and_keeps_nothing(string address, string field, string value, string said)
    {
        var before = await ChangesAsync();
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);

        var preview = await (await administrator.GetAsync("/office/reference/" + address)).SubmitAsync((field, value), ("Form.EffectiveOn", Iso(host.Today().AddDays(9))), ("Form.Source", "조례 시행규칙"));

        Assert.True(preview.Summary.Count == 0, string.Join(" | ", preview.Summary));
        Assert.Contains(said, preview.Words, StringComparison.Ordinal);
        Assert.Equal(before, await ChangesAsync());
    }

    [Theory]
    [InlineData("card-cities/change?kind=Add", "Form.Municipality", "", "Form.Phase=pilot")]
    [InlineData("card-cities/change?kind=Add", "Form.Phase", "soon", "Form.Municipality=41480")]
    [InlineData("entrusted-centres/change?kind=Add", "Form.Municipality", "", "Form.Code=paju&Form.Services=CC")]
    [InlineData("entrusted-centres/change?kind=Add", "Form.Services", "DG", "Form.Code=paju&Form.Municipality=41480")]
    [InlineData("notification-grounds/change?kind=Add", "Form.Services", "XX", "Form.Code=other")]
    [InlineData("notification-grounds/change?kind=Add", "Form.Readers", "police", "Form.Code=other&Form.Services=CC")]
    [InlineData("birth-evidence/change?kind=Add", "Form.Points", "0", "Form.Code=baptism&Form.Sort=paper")]
    [InlineData("birth-evidence/change?kind=Add", "Form.Points", "1001", "Form.Code=baptism&Form.Sort=paper")]
    [InlineData("birth-evidence/change?kind=Add", "Form.Sort", "rumour", "Form.Code=baptism&Form.Points=10")]
    [InlineData("birth-evidence/change?kind=Add", "Form.Code", "a-code-that-is-longer-than-a-case-has-room-for", "Form.Points=10&Form.Sort=paper")]
    [InlineData("birth-evidence-grades/change?kind=Replace&code=good", "Form.Kinds", "4", "Form.Points=50")]
    [InlineData("child-criteria/change?kind=Add", "Form.AskedBy", "", "Form.Code=young")]
    public async Task What_is_wrong_is_said_beside_the_field_and_changes_nothing(string address, string field, string wrong, string rest)
    {
        var before = await ChangesAsync();
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var page = await administrator.GetAsync("/office/reference/" + address);

        var refused = await page.SendAsync(
            page.Form("Form.Source"), null, [("Form.EffectiveOn", "2026-12-30"), ("Form.Source", "조례"), .. rest.Split('&').Select(one => (one.Split('=')[0], one.Split('=')[1])), (field, wrong)]);

        Assert.NotNull(refused.MistakeAt(field));
        Assert.Equal(before, await ChangesAsync());
    }

    [Theory]
    [InlineData("city-lines/change?kind=Add", "Form.Opens", "nine", "reference.rule.hour")]
    [InlineData("city-lines/change?kind=Add", "Form.Closes", "25:00", "reference.rule.hour")]
    [InlineData("city-lines/change?kind=Add", "Form.Closes", "08:30", "reference.rule.closes-first")]
    [InlineData("templates/change?kind=Replace&code=papers", "Form.Version", "99", "reference.rule.version", 2)]
    public async Task A_line_of_a_city_and_a_version_are_refused_by_the_sentence_beside_the_field(string address, string field, string wrong, string rule, params object[] details)
    {
        var before = await ChangesAsync();
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var page = await administrator.GetAsync("/office/reference/" + address);
        (string, string)[] line = address.StartsWith("city", StringComparison.Ordinal) ? [("Form.Municipality", Colleagues.Ansan), ("Form.Phone", "031-123-4567"), ("Form.Opens", "09:00"), ("Form.Closes", "18:00")] : [];

        var refused = await page.SendAsync(page.Form("Form.Source"), null, [("Form.EffectiveOn", "2026-12-30"), ("Form.Source", "조례"), .. line.Where(one => one.Item1 != field), (field, wrong)]);

        Assert.Equal(Shipped.Says(rule, details), refused.MistakeAt(field));
        Assert.Equal(before, await ChangesAsync());
    }

    [Theory]
    [InlineData("card-cities/change?kind=Add", "Form.Municipality=41280&Form.Phase=pilot", "used before")]
    [InlineData("birth-evidence-grades/change?kind=Replace&code=good", "Form.Points=60&Form.Kinds=1", "asks for the same")]
    [InlineData("child-criteria/change?kind=Replace&code=foreign", "Form.AskedBy=child:99", "no such article")]
    public async Task What_a_rule_forbids_is_refused_with_its_reason_and_changes_nothing(string address, string answers, string said)
    {
        var before = await ChangesAsync();
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var page = await administrator.GetAsync("/office/reference/" + address);

        var refused = await page.SendAsync(
            page.Form("Form.Source"), page.Address.AbsolutePath + "?handler=Propose",
            [("Form.EffectiveOn", "2026-12-30"), ("Form.Source", "조례"), .. answers.Split('&').Select(one => (one.Split('=')[0], one.Split('=')[1]))]);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(said, refused.Summary[0], StringComparison.Ordinal);
        Assert.Equal(before, await ChangesAsync());
    }

    [Fact]
    public async Task A_case_received_before_keeps_its_rules_of_evidence_and_a_later_one_has_the_new()
    {
        var (old, day) = (await host.ATakenChildAsync(), host.Today().AddDays(1));
        await host.ApproveAsync(await host.ProposeAsync("/office/reference/birth-evidence/change?kind=Replace&code=daycare-or-school", day, ("Form.Points", "70")));
        await host.ApproveAsync(await host.ProposeAsync("/office/reference/birth-evidence/change?kind=End&code=clinic-visits", day));
        host.Clock.Advance(TimeSpan.FromDays(1));
        var late = await host.ATakenChildAsync();

        Assert.Equal(("weak", new DateOnly(2026, 2, 1)), await GradedAsync(old));
        Assert.Equal(("strong", day), await GradedAsync(late));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Contains("value=\"clinic-visits\"", (await office.GetAsync(Of(old, "do/add-proof"))).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"clinic-visits\"", (await office.GetAsync(Of(late, "do/add-proof"))).Html, StringComparison.Ordinal);

        async Task<(string?, DateOnly?)> GradedAsync(FiledCase filed)
        {
            await host.DeedAsync(filed, new() { Deed = ChildConfirmation.AddProof.Code, Code = "daycare-or-school", On = host.Today() }, Colleagues.Caseworker.Actor);
            var one = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => new { c.Grade, c.GradedBy }).SingleAsync());
            return (one.Grade, one.GradedBy);
        }
    }

    [Fact]
    public async Task A_centre_whose_term_changes_has_the_old_one_again_when_that_is_taken_back()
    {
        var day = host.Today().AddDays(5);
        var id = await host.ProposeAsync("/office/reference/entrusted-centres/change?kind=Replace&code=example-ansan-2", day, ("Form.Until", Iso(day.AddYears(1))));
        await host.ApproveAsync(id);
        Assert.Equal([(day.AddDays(-1)), (day.AddYears(1))], (await host.RowsAsync(Lists.EntrustedCentres, "example-ansan-2")).Select(row => row.ValidTo!.Value));

        await host.TakeBackAsync(id);

        Assert.Null(Assert.Single(await host.RowsAsync(Lists.EntrustedCentres, "example-ansan-2")).ValidTo);
    }

    [Fact]
    public async Task A_city_leaves_and_comes_back_and_what_is_taken_back_opens_nothing_again()
    {
        const string Bucheon = "41190";
        var (left, back) = (host.Today().AddDays(5), host.Today().AddDays(50));
        await host.ApproveAsync(await host.ProposeAsync($"/office/reference/childcare-cities/change?kind=Add&code={Bucheon}", host.Today().AddDays(1), ("Form.Phase", "pilot")));
        await host.ApproveAsync(await host.ProposeAsync($"/office/reference/childcare-cities/change?kind=End&code={Bucheon}", left));
        var again = await host.ProposeAsync($"/office/reference/childcare-cities/change?kind=Add&code={Bucheon}", back, ("Form.Phase", "regular"));
        await host.ApproveAsync(again);
        Assert.Equal(2, (await host.RowsAsync(Lists.ChildcareCities, Bucheon)).Count);

        await host.TakeBackAsync(again);

        Assert.Equal(left.AddDays(-1), Assert.Single(await host.RowsAsync(Lists.ChildcareCities, Bucheon)).ValidTo);
        Assert.False(host.Services.GetRequiredService<ReferenceBook>().Has(Lists.ChildcareCities, Bucheon, back));
    }

    private Task<int> ChangesAsync() => host.StoredAsync(db => db.Set<ReferenceChange>().CountAsync());
}
