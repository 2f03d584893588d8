using System.Text;
using Microsoft.AspNetCore.Http;
using MigrantServices.Portal.Web.Problems;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

public sealed class KeptFormTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("same-origin", "https://portal.example")]
    [InlineData("same-origin", "HTTPS://PORTAL.EXAMPLE")]
    [InlineData("none", null)]
    [InlineData(null, "null")] // what browsers send under no-referrer
    public async Task What_was_typed_into_the_portals_own_page_is_kept(string? site, string? origin) =>
        Assert.Equal([KeyValuePair.Create("Form.Account", "He said no.")], (await KeptAsync(site, origin))!.Fields);

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("cross-site", "https://portal.example")]
    [InlineData("same-site", null)]
    [InlineData("nonsense", null)]
    [InlineData(null, "https://evil.example")]
    [InlineData(null, "https://portal.example.evil.example")]
    [InlineData(null, "https://portal.example:8443")]
    [InlineData(null, "https://other.portal.example")]
    [InlineData("same-origin", "https://evil.example")]
    [InlineData("none", "https://evil.example")]
    [InlineData(null, "portal.example")]
    public async Task What_another_site_made_a_browser_send_is_not_kept(string? site, string? origin) =>
        Assert.Null(await KeptAsync(site, origin));

    [Fact]
    public async Task Neither_passwords_nor_the_forms_token_are_kept()
    {
        var kept = await KeptAsync(null, null, "Form.Email=a&Form.Password=b&Form.NewPassword=c&Form.NewAgain=d&__RequestVerificationToken=e");

        Assert.Equal(["Form.Email"], kept!.Fields.Select(field => field.Key));
    }

    private static Task<KeptForm?> KeptAsync(string? site, string? origin, string body = "Form.Account=He+said+no.")
    {
        var context = new DefaultHttpContext();
        var request = context.Request;
        request.Method = HttpMethods.Post;
        request.Scheme = "https";
        request.Host = new("portal.example");
        request.Path = "/en/grievances/new";
        request.ContentType = "application/x-www-form-urlencoded";
        request.Body = new MemoryStream(Encoding.ASCII.GetBytes(body));
        request.Headers["Sec-Fetch-Site"] = site;
        request.Headers.Origin = origin;
        return KeptForm.OfAsync(context);
    }
}
