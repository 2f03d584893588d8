using System.Net;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Oversight;

[Trait("Category", "Database")]
public sealed class ConfirmationsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Password = "mountain bicycle teapot nine";

    [Fact]
    public async Task An_invited_colleague_reaches_cases_only_after_a_privacy_officer_confirmed_them()
    {
        var filed = await host.Given.AGrievanceAsync();
        var link = await InviteAsync("new.colleague@example.kr");
        using var invited = host.Browser();
        await (await invited.GetAsync(link)).SubmitAsync(("Form.Password", Password), ("Form.Again", Password));
        var home = await (await invited.GetAsync("/office/sign-in")).SubmitAsync(("Form.Email", "new.colleague@example.kr"), ("Form.Password", Password));

        Assert.Contains("Caseworker", home.Words, StringComparison.Ordinal);
        Assert.Contains("privacy officer", home.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await invited.GetAsync("/office/grievances")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await invited.GetAsync($"/office/grievances/{filed.Reference}")).Status);

        using var officer = await host.SignInAsAsync(Colleagues.PrivacyOfficer);
        var waiting = await officer.GetAsync("/office/confirmations");
        Assert.Contains("new.colleague@example.kr", waiting.Words, StringComparison.Ordinal);
        Assert.Contains("1 right waits", (await officer.GetAsync("/office")).Words, StringComparison.Ordinal);
        var after = await waiting.PressAsync("Confirm");

        Assert.DoesNotContain("new.colleague@example.kr", after.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await invited.GetAsync($"/office/grievances/{filed.Reference}")).Status);
    }

    [Fact]
    public async Task A_right_that_another_officer_has_confirmed_is_said_to_be_gone()
    {
        var link = await InviteAsync("second.colleague@example.kr");
        using var invited = host.Browser();
        await (await invited.GetAsync(link)).SubmitAsync(("Form.Password", Password), ("Form.Again", Password));
        using var officer = await host.SignInAsAsync(Colleagues.PrivacyOfficer);
        var seen = await officer.GetAsync("/office/confirmations");
        await seen.PressAsync("Confirm");

        var late = await seen.PressAsync("Refuse");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.NotEmpty(late.Summary);
    }

    private async Task<string> InviteAsync(string email)
    {
        using var administrator = await host.SignInAsAsync(Colleagues.Administrator);
        var form = await administrator.GetAsync("/office/people/invite");
        var made = await form.SubmitAsync(("Form.Name", "서지안"), ("Form.Email", email), ("Form.Language", "en"), ("Form.Right.Role", "Caseworker"));
        return new Uri(made.Document.QuerySelector("code")!.TextContent).PathAndQuery;
    }
}
