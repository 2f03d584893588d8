using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.Notices;
using MigrantServices.Portal.Tests.Documents;
using MigrantServices.Portal.Tests.Notices;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>A child with names that stand nowhere else is filed and led a long way; then every page, list, search, export, mail, line of the log and column outside the vault is asked for them.</summary>
[Trait("Category", "Database")]
public sealed class NoNameOutsideTheVaultTests : IAsyncLifetime
{
    private static readonly string[] Names = ["Zqxcanary", "카나리아새별", "ქანარია", "Zqxmother", "Zqxstreet", "Zqxland", "Zqxfile"];

    private readonly MailHost _host = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task No_page_of_any_role_no_export_no_mail_no_log_and_no_table_holds_one()
    {
        var confirmed = await _host.AConfirmedChildAsync(Canary);
        var (waiting, told) = (await _host.ATakenChildAsync(Canary), await _host.Given.AToldChildAsync(told => (told.ChildName, told.Place) = ("Zqxcanary", "Zqxstreet 77")));
        await CalledAfterTheChildAsync(confirmed);
        await _host.AgreedAsync(confirmed, "city-health-centre");
        await _host.AReferralOutAsync(confirmed);
        await _host.DeedAsync(waiting, new() { Deed = ChildConfirmation.OfferTransfer.Code, Code = Colleagues.Suwon }, Colleagues.Caseworker.Actor);
        await _host.FindSameAsync(confirmed, waiting, told);
        await _host.DeliverAsync();

        foreach (var colleague in Colleagues.All)
        {
            using var office = await _host.SignInAsAsync(colleague);
            foreach (var address in PagesOf(confirmed).Concat(PagesOf(waiting)).Concat(PagesOf(told)).Concat(Enum.GetNames<WorklistTab>().Select(tab => "/office/children?tab=" + tab)).Distinct())
            {
                HoldsNone(address, (await office.GetAsync(address)).Body);
            }
        }

        using var handler = await _host.SignInAsAsync(Colleagues.Caseworker);
        HoldsNone("export", await ExportAsync(handler, confirmed));
        Assert.NotEmpty(_host.Letterbox.Mails);
        Assert.All(_host.Letterbox.Mails, mail => HoldsNone("mail", Encoding.UTF8.GetBytes(mail.To + mail.Subject + mail.Body)));
        Assert.DoesNotContain(_host.Log.Lines, line => Names.Any(name => line.Contains(name, StringComparison.OrdinalIgnoreCase)));
        Assert.Empty(await _host.StoredAsync(db => PublicSchema.HoldingAsync(db, Names)));

        // looked for by name, nobody is found; the names stand in these addresses, and so in what the tests' own log keeps of them
        foreach (var name in Names)
        {
            var found = await handler.GetAsync("/office/children?tab=All&search=" + Uri.EscapeDataString(name));
            Assert.All(new[] { confirmed, waiting, told }, filed => Assert.DoesNotContain(filed.Reference, found.Html, StringComparison.Ordinal));
        }

        // and they are there, for who opens them with a purpose
        var opened = await (await handler.GetAsync(Of(confirmed, "identity"))).SubmitAsync(("Purpose", "verify-facts"));
        Assert.Contains("Zqxcanary", opened.Words, StringComparison.Ordinal);
    }

    private static void Canary(ApplyForChild form)
    {
        (form.About.OwnName, form.About.LatinName, form.About.KoreanName, form.About.Address) = ("ქანარია", "Zqxcanary", "카나리아새별", "Zqxstreet 77");
        (form.Parents.Name, form.Parents.Nationality) = ("Zqxmother", "Zqxland");
        (form.Reach.Notices, form.Reach.NoticeAddress) = (NoticeHours.AnyTime, MailHost.Hoa);
    }

    /// <summary>Every page of the office that can be opened by its address, with this case where it asks for one.</summary>
    private IEnumerable<string> PagesOf(FiledCase filed) => _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<PageActionDescriptor>() is not null)
        .Select(route => route.RoutePattern.RawText!)
        .Where(address => address.StartsWith("office", StringComparison.Ordinal))
        .Select(address => "/" + address.Replace("{reference}", filed.Reference, StringComparison.Ordinal).Replace("{deed}", "note", StringComparison.Ordinal).Replace("{code}", "take-on", StringComparison.Ordinal))
        .Where(address => !address.Contains('{', StringComparison.Ordinal));

    // papers are called after the child more often than not
    private Task CalledAfterTheChildAsync(FiledCase filed) => _host.WithAsync(async services =>
    {
        var kept = await services.GetRequiredService<FileStore>().ReceiveAsync(new MemoryStream(EvidenceSamples.Pdf()), "Zqxfile.pdf", FileOwner.Case(filed.Id), null, default);
        Assert.Null(kept.Refusal);
        await services.GetRequiredService<Core.Storage.PortalDb>().Set<CaseFile>().Where(f => f.CaseId == filed.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FileState.Ready));
    });

    private static void HoldsNone(string where, byte[] body)
    {
        var text = WebUtility.HtmlDecode(Encoding.UTF8.GetString(body));
        Assert.All(Names, name => Assert.False(text.Contains(name, StringComparison.OrdinalIgnoreCase), $"{where} holds {name}"));
    }

    private static async Task<byte[]> ExportAsync(Browserless office, FiledCase filed)
    {
        var page = await office.GetAsync(Of(filed, "export"));
        var parts = Enum.GetNames<ExportPart>().Where(part => part != nameof(ExportPart.People) && page.Html.Contains($"value=\"{part}\"", StringComparison.Ordinal)).Select(part => ("Form.Parts", part));
        var taken = await page.SendAsync(page.Form("Form.Purpose"), Of(filed, "export?handler=Json"), [("Form.Purpose", nameof(ExportPurpose.OtherBody)), ("Form.Words", "기관의 요청"), .. parts]);
        Assert.Equal(HttpStatusCode.OK, taken.Status);
        Assert.Contains(filed.Reference, Encoding.UTF8.GetString(taken.Body), StringComparison.Ordinal);
        return taken.Body;
    }
}
