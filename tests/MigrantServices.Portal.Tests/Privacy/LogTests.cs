using System.Net;
using MigrantServices.Core.Cases;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Privacy;

public sealed class LogTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Canary = "canary7391";

    [Fact]
    public async Task Nothing_that_people_write_is_in_the_log()
    {
        using var resident = host.Browser();
        var page = await (await resident.GetAsync("/en/grievances/new")).SubmitAsync(("Form.Teller", "Myself"), ("Form.Account", $"He said {Canary}."));
        page = await page.SubmitAsync(("Form.Municipality", "41270"), ("Form.Place", Canary), ("Form.Year", Canary));
        page = await page.SubmitAsync(("Form.Year", ""), ("Form.Month", ""));
        page = await page.SubmitAsync(("Form.Grounds", "race"), ("Form.Sectors", "housing"));
        page = await page.SubmitAsync(("Form.Kind", "landlord"), ("Form.Name", Canary));
        page = await page.UploadAsync(($"{Canary}.pdf", MigrantServices.Core.Tests.Documents.Samples.Pdf()), ($"{Canary}.exe", [1, 2, 3]));
        page = await page.SubmitAsync(("Form.Hope", Canary));
        page = await page.SubmitAsync(("Form.WithName", "true"), ("Form.Name", Canary), ("Form.Way", "Email"), ("Form.Contact", $"{Canary}@example.org"));
        page = await page.SendAsync(page.Document.Forms[^1], null);
        Assert.EndsWith("/sent", page.Path, StringComparison.Ordinal);
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/write")).SubmitAsync(("Form.Body", Canary));
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/note")).SubmitAsync(("Form.Body", Canary));
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync($"/office/grievances?search={Canary}")).Status);
        using var wrong = host.Browser();
        await (await wrong.GetAsync("/office/sign-in")).SubmitAsync(("Form.Email", $"{Canary}@test.invalid"), ("Form.Password", Canary));
        await (await wrong.GetAsync("/en/my-case")).SubmitAsync(("Code", Canary));
        await wrong.PostAsync("/en/grievances/new?handler=" + Canary, ("Form.Account", Canary));

        // what the settings leave out of the log in earnest
        var written = host.Log.Lines.Where(line => !line.StartsWith("Information Microsoft.", StringComparison.Ordinal));

        Assert.NotEmpty(host.Log.Lines);
        Assert.DoesNotContain(written, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase));
    }
}
