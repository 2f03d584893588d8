using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Documents;
using MigrantServices.Core.People;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>All three ways in at a counter.</summary>
[Trait("Category", "Database")]
public sealed class ChildCounterTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_parent_at_the_counter_agrees_on_paper_and_gets_a_code()
    {
        using var office = await host.SignInAsAsync(Colleagues.AnsanOfficer);
        var page = await office.GetAsync("/office/children/new");

        var receipt = await page.UploadAsync([.. Answers("Parent")], ("동의서.pdf", Samples.Pdf()));

        var child = await StoredAsync(receipt);
        Assert.Equal((WayIn.Parent, "signed-paper", new DateOnly(2026, 11, 22)), (child.Way, child.ConsentWay, child.ConsentOn));
        Assert.NotNull(child.ReadBackAt);
        Assert.Equal(1, await host.StoredAsync(db => db.Set<CaseFile>().CountAsync(f => f.CaseId == child.Id)));
        using var resident = host.Browser();
        Assert.Equal("/en/my-case/child", (await (await resident.GetAsync("/en/my-case")).SubmitAsync(("Code", receipt.Document.GetElementById("code")!.TextContent))).Path);
    }

    [Theory]
    [InlineData("Request", Role.Requester)]
    [InlineData("ExOfficio", Role.None)]
    public async Task Others_than_parents_leave_no_letter_and_only_who_told_gets_a_code(string way, Role holder)
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync("/office/children/new");

        var receipt = await page.SubmitAsync([.. Answers(way).Where(answer => !answer.Name.StartsWith("Form.About", StringComparison.Ordinal) && !answer.Name.StartsWith("Form.Parents", StringComparison.Ordinal) && !answer.Name.StartsWith("Form.Consent", StringComparison.Ordinal))]);

        var child = await StoredAsync(receipt);
        Assert.Equal(holder, await host.StoredAsync(db => db.Codes.Where(c => c.CaseId == child.Id).Select(c => c.Holder).FirstOrDefaultAsync()));
        Assert.False(await host.StoredAsync(db => db.Messages.AnyAsync(m => m.CaseId == child.Id)));
        Assert.Equal("?", child.Initials);
    }

    [Fact]
    public async Task An_officer_of_another_city_is_refused_and_nothing_is_kept()
    {
        using var office = await host.SignInAsAsync(Colleagues.SuwonOfficer);
        var page = await office.GetAsync("/office/children/new");
        var before = await PeopleAsync();

        var refused = await page.SubmitAsync([.. Answers("Parent")]);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("سلمى", refused.ValueOf("Form.About.OwnName"));
        Assert.Equal(before, await PeopleAsync());
    }

    [Fact]
    public async Task The_same_form_sent_twice_at_once_makes_one_child()
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync("/office/children/new");
        var before = await PeopleAsync();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.SubmitAsync([.. Answers("Parent")])));

        Assert.All(receipts, receipt => Assert.EndsWith("/receipt", receipt.Path, StringComparison.Ordinal));
        Assert.Single(receipts.Select(receipt => receipt.Path).Distinct());
        Assert.Equal(before + 2, await PeopleAsync());
    }

    private static IEnumerable<(string Name, string Value)> Answers(string way) =>
    [
        ("Form.Way", way), ("Form.Channel", "Visit"), ("Form.City", Colleagues.Ansan), ("Form.ReadBack", "true"), ("Form.Known", "아이가 있다고 함."), ("Form.Relation", "school"),
        ("Form.About.OwnName", "سلمى"), ("Form.About.Year", "2020"), ("Form.About.Address", "시장 뒤"), ("Form.About.Consent", "signed-paper"), ("Form.ConsentOn", "2026-11-22"), ("Form.ConsentNote", "어머니가 창구에서 서명함"),
        ("Form.Parents.Relation", "Mother"), ("Form.Parents.Name", "هدى"), ("Form.Reach.Way", "PortalOnly"), ("Form.Reach.Language", "ar"),
    ];

    private Task<ChildConfirmation> StoredAsync(WebPage receipt)
    {
        Assert.EndsWith("/receipt", receipt.Path, StringComparison.Ordinal);
        var reference = receipt.Path.Split('/')[^2];
        return host.StoredAsync(db => db.ChildConfirmations.SingleAsync(c => c.Reference == reference));
    }

    private Task<int> PeopleAsync() => host.StoredAsync(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from vault.people").SingleAsync());
}
