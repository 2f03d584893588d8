using System.Net;
using MigrantServices.Core.People;
using MigrantServices.Portal.Web.Access;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Web.Access;

/// <summary>What the office offers to whom: nobody meets a link that then refuses them.</summary>
[Trait("Category", "Database")]
public sealed class OfficeMenuTests(PortalHost host) : IClassFixture<PortalHost>
{
    public static TheoryData<string> Everybody => [.. Colleagues.All.Select(one => one.Name), "노은채"];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Every_link_of_the_menu_and_the_first_page_opens_for_whom_it_is_shown_to(string name)
    {
        var colleague = name == "노은채" ? await host.Given.ACentreWorkerAsync() : Colleagues.All.Single(one => one.Name == name);
        using var office = await host.SignInAsAsync(colleague);

        foreach (var address in new[] { "/office", "/office/children" })
        {
            var page = await office.GetAsync(address);
            foreach (var link in page.Document.QuerySelectorAll("a[href^='/office']").Select(a => a.GetAttribute("href")!).Distinct())
            {
                Assert.Equal((link, HttpStatusCode.OK), (link, (await office.GetAsync(link)).Status));
            }
        }
    }

    [Theory]
    [InlineData(Role.Caseworker, true)]
    [InlineData(Role.Supervisor, true)]
    [InlineData(Role.MunicipalOfficer, true)]
    [InlineData(Role.CentreWorker, true)]
    [InlineData(Role.CommitteeMember, false)]
    [InlineData(Role.PrivacyOfficer, false)]
    [InlineData(Role.Administrator, false)]
    public void Children_stand_in_the_menu_of_those_who_handle_their_cases(Role role, bool stands)
    {
        var somebody = new Actor(Guid.NewGuid(), "", [new(role, null, null)]);

        Assert.Equal(stands, OfficeMenu.For(somebody).Any(entry => entry.Address == "/office/children"));
    }

    [Fact]
    public async Task The_counter_is_reached_from_the_list_by_a_centre_and_offers_and_daycare_only_by_the_office()
    {
        using var centre = await host.SignInAsAsync(await host.Given.ACentreWorkerAsync());
        using var officer = await host.SignInAsAsync(Colleagues.AnsanOfficer);

        var (theirs, ours) = (await centre.GetAsync("/office/children"), await officer.GetAsync("/office/children"));

        Assert.NotNull(theirs.Document.QuerySelector("main a[href='/office/children/new']"));
        Assert.NotNull(ours.Document.QuerySelector("main a[href='/office/children/new']"));
        Assert.Null(theirs.Document.QuerySelector("a[href='/office/children/offers'], a[href='/office/children/childcare']"));
        Assert.NotNull(ours.Document.QuerySelector("a[href='/office/children/offers']"));
    }
}
