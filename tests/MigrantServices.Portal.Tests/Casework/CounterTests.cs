using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>What colleagues take down for somebody who called, came, wrote or was sent.</summary>
public sealed class CounterTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Account = "편지로 알려 온 일입니다.";

    [Fact]
    public async Task An_officer_takes_down_a_case_of_their_own_place()
    {
        var sent = await FileAsync(Colleagues.AnsanOfficer, Answers(Colleagues.Ansan));

        Assert.EndsWith("/receipt", sent.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Colleagues.Suwon)]
    [InlineData("elsewhere")]
    public async Task A_case_of_another_place_is_refused_and_nothing_is_kept(string place)
    {
        var refused = await FileAsync(Colleagues.AnsanOfficer, Answers(place));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("You have no right to take down cases of this place.", refused.Summary);
        Assert.Equal(Account, refused.ValueOf("Form.Grievance.Story.Account")?.Trim());
        Assert.False(await host.StoredAsync(db => db.Grievances.AnyAsync(g => g.Channel == Channel.Letter && g.Municipality != Colleagues.Ansan)));
    }

    private async Task<WebPage> FileAsync(Colleague colleague, (string Name, string Value)[] answers)
    {
        var office = await host.SignInAsAsync(colleague);
        return await (await office.GetAsync("/office/grievances/new")).SubmitAsync(answers);
    }

    private static (string Name, string Value)[] Answers(string place) =>
    [
        ("Form.Channel", nameof(Channel.Letter)),
        ("Form.Grievance.Story.Teller", "Myself"),
        ("Form.Grievance.Story.Account", Account),
        ("Form.Grievance.WhenWhere.Municipality", place),
        ("Form.Grievance.Grounds.Grounds", "race"),
        ("Form.Grievance.Grounds.Grounds", "nationality"),
        ("Form.Grievance.Grounds.Sectors", "housing"),
        ("Form.Grievance.Respondent.Kind", "landlord"),
        ("Form.Grievance.Contact.WithName", "true"),
        ("Form.Grievance.Contact.Name", "Grace Sample"),
        ("Form.Grievance.Contact.Way", "PortalOnly"),
        ("Form.Grievance.Contact.Language", "en"),
    ];
}
