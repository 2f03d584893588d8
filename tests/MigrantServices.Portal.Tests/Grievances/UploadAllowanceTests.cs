using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Grievances;

public sealed class UploadAllowanceTests(UploadAllowanceTests.SmallHost host) : IClassFixture<UploadAllowanceTests.SmallHost>
{
    [Fact]
    public async Task From_one_address_come_only_so_many_bytes_a_day_and_the_words_go_on_without()
    {
        host.Address = System.Net.IPAddress.Parse("192.0.2.20");
        var draft = await host.Given.ADraftAsync();
        using var browser = host.Given.ABrowserHolding(draft);
        var page = await browser.GetAsync("/en/grievances/new/files");
        Assert.Empty((await page.UploadAsync(("first.pdf", Samples.Pdf()))).Summary);

        var second = await page.UploadAsync([("Form.Hope", "To be let in.")], ("second.pdf", Samples.Pdf()));

        Assert.Contains("second.pdf", Assert.Single(second.Summary), StringComparison.Ordinal);
        Assert.Contains("from this network today", Assert.Single(second.Summary), StringComparison.Ordinal);
        Assert.Equal("To be let in.", second.ValueOf("Form.Hope")?.Trim());
        Assert.Equal(1, await host.StoredAsync(db => db.Set<CaseFile>().CountAsync(f => f.DraftId == draft.Id)));

        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty((await page.UploadAsync(("next-day.pdf", Samples.Pdf()))).Summary);
    }

    [Fact]
    public async Task A_file_that_was_refused_uses_nothing_up_and_another_address_has_its_own()
    {
        host.Address = System.Net.IPAddress.Parse("192.0.2.21");
        using var browser = host.Given.ABrowserHolding(await host.Given.ADraftAsync());
        var page = await browser.GetAsync("/en/grievances/new/files");

        await page.UploadAsync(("empty.pdf", []));
        Assert.Empty((await page.UploadAsync(("good.pdf", Samples.Pdf()))).Summary);
        Assert.NotEmpty((await page.UploadAsync(("more.pdf", Samples.Pdf()))).Summary);

        host.Address = System.Net.IPAddress.Parse("192.0.2.22");
        Assert.Empty((await page.UploadAsync(("elsewhere.pdf", Samples.Pdf()))).Summary);
    }

    /// <summary>A portal that takes one file of full length a day from an address.</summary>
    public sealed class SmallHost : PortalHost
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting(DraftLimits.AddressSetting, "20");
        }
    }
}
