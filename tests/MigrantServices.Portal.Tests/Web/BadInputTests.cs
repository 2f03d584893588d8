using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

public sealed class BadInputTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const int Rounds = 60;

    private static readonly Dictionary<string, string[]> Forms = new(StringComparer.Ordinal)
    {
        ["/en/grievances/new"] = ["Form.Teller", "Form.Account"],
        ["/ar/grievances/new/when"] = ["Form.Year", "Form.Month", "Form.Day", "Form.StillHappening", "Form.Municipality", "Form.PlaceKind", "Form.Place", "Back"],
        ["/vi/grievances/new/why"] = ["Form.Grounds", "Form.Sectors", "Form.Forms", "Form.Aim", "Form.Grounds[0]"],
        ["/ko/grievances/new/who"] = ["Form.Kind", "Form.Sector", "Form.Name"],
        ["/zh-Hans/grievances/new/files"] = ["Form.Hope", "id"],
        ["/en/grievances/new/you"] = ["Form.WithName", "Form.Name", "Form.SecondName", "Form.Way", "Form.Contact", "Form.ContactNote", "Form.Language", "Form.WantsInterpreter", "Form.InterpreterNote"],
        ["/en/my-case"] = ["Code", "kept-address", "kept-encoding", "kept:Form.Body"],
        ["/office/sign-in"] = ["Form.Email", "Form.Password", "ReturnUrl"],
    };

    public static TheoryData<string> Addresses => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_value_breaks_a_form_or_comes_back_as_markup(string address)
    {
        // 60 rounds of 35 fields are 2,100 values
        var hostile = new Hostile(address.Length);
        var cases = await CasesAsync();
        using var browser = await BrowserAsync();
        var token = (await browser.GetAsync(address)).ValueOf("__RequestVerificationToken")!.Split(',')[0];
        for (var round = 0; round < Rounds; round++)
        {
            var sent = string.Join('&', Forms[address].Select(name => $"{Uri.EscapeDataString(name)}={hostile.Encoded(hostile.Next())}").Append("__RequestVerificationToken=" + Uri.EscapeDataString(token)));

            var answer = await browser.SendAsync(HttpMethod.Post, address, Browserless.Encoded(sent));

            Expect(answer, sent);
        }

        Assert.Equal(cases, await CasesAsync());
    }

    [Theory]
    [InlineData("/en?x={0}")]
    [InlineData("/en/grievances/new?back={0}&handler={0}")]
    [InlineData("/{0}/grievances/new")]
    [InlineData("/en/{0}")]
    [InlineData("/en/my-case/file/{0}")]
    [InlineData("/office/sign-in?returnUrl={0}")]
    [InlineData("/office/invitation/{0}")]
    [InlineData("/office/grievances/{0}")]
    public async Task No_address_breaks_the_portal(string pattern)
    {
        var hostile = new Hostile(pattern.Length);
        using var browser = host.Browser();
        for (var round = 0; round < 30; round++)
        {
            // the real server refuses a zero byte in a path by itself; the test server only throws
            var address = pattern.Replace("{0}", hostile.Encoded(hostile.Pick()).Replace("%00", "%01", StringComparison.Ordinal), StringComparison.Ordinal);

            Expect(await browser.SendAsync(HttpMethod.Get, address), address, host.Log.Lines);
        }
    }

    [Theory]
    [InlineData("search")]
    [InlineData("after")]
    [InlineData("tab")]
    [InlineData("status")]
    [InlineData("municipality")]
    [InlineData("channel")]
    public async Task No_question_breaks_the_list(string name)
    {
        var hostile = new Hostile(name.Length);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        for (var round = 0; round < 30; round++)
        {
            var address = $"/office/grievances?{name}={hostile.Encoded(hostile.Next())}";

            Expect(await office.SendAsync(HttpMethod.Get, address.Length > 4000 ? address[..4000] : address), address);
        }
    }

    [Fact]
    public async Task No_value_breaks_what_a_visitor_or_colleague_writes()
    {
        var hostile = new Hostile(7);
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var visitor = await host.ComeBackAsync(filed.CodeId);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        (Browserless Browser, string Address, string[] Fields)[] forms =
        [
            (visitor, "/en/my-case/status", ["Form.Body", "MessageId", "SawRequest", "Revision"]),
            (office, $"/office/grievances/{filed.Reference}/note", ["Form.Body", "Revision"]),
            (office, $"/office/grievances/{filed.Reference}/hand-over", ["ColleagueId", "Form.ColleagueId", "Revision"]),
            (office, "/office/grievances/new", ["Form.Channel", "Form.ReceivedAt", "Form.ReadBack", "Form.Token", "Form.Grievance.Story.Account", "Form.Grievance.Contact.Way"]),
        ];
        foreach (var (browser, address, fields) in forms)
        {
            var token = (await browser.GetAsync(address)).ValueOf("__RequestVerificationToken")!.Split(',')[0];
            for (var round = 0; round < 25; round++)
            {
                var sent = string.Join('&', fields.Select(name => $"{name}={hostile.Encoded(hostile.Next())}").Append("__RequestVerificationToken=" + Uri.EscapeDataString(token)));
                Expect(await browser.SendAsync(HttpMethod.Post, address, Browserless.Encoded(sent)), sent);
            }
        }
    }

    [Fact]
    public async Task No_value_breaks_a_message_with_files()
    {
        var hostile = new Hostile(11);
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var address = $"/office/grievances/{filed.Reference}/write";
        var token = (await office.GetAsync(address)).ValueOf("__RequestVerificationToken")!.Split(',')[0];
        for (var round = 0; round < 25; round++)
        {
            var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
            foreach (var name in (string[])["Form.Body", "Revision"])
            {
                var value = Encoding.ASCII.GetBytes(hostile.Encoded(hostile.Next()));
                form.Add(new ByteArrayContent(WebUtility.UrlDecodeToBytes(value, 0, value.Length)!), name);
            }

            Expect(await office.SendAsync(HttpMethod.Post, address, form), $"round {round}");
        }
    }

    [Fact]
    public async Task A_megabyte_of_text_is_told_to_be_too_long_and_is_still_there()
    {
        using var browser = host.Browser();
        var text = new string('x', 1_000_000);

        var again = await (await browser.GetAsync("/ko/grievances/new")).SubmitAsync(("Form.Teller", "Myself"), ("Form.Account", text));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.NotNull(again.MistakeAt("Form.Account"));
        Assert.Equal(text, again.ValueOf("Form.Account"));
    }

    [Theory]
    [InlineData(1_100, 1)]
    [InlineData(1, 5_000)]
    [InlineData(2_000, 300)]
    public async Task Too_many_fields_or_too_long_names_are_refused(int fields, int length)
    {
        using var browser = host.Browser();
        var sent = string.Join('&', Enumerable.Range(0, fields).Select(n => $"{new string('k', length)}{n}=v"));

        var answer = await browser.SendAsync(HttpMethod.Post, "/en/grievances/new", Browserless.Encoded(sent));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Expect(answer, $"{fields} fields");
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Dispos")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"Form.Account\"\r\n\r\nhalf")]
    [InlineData("multipart/form-data", "--x--")]
    [InlineData("multipart/form-data; boundary=\"\"", "--x--")]
    [InlineData("multipart/form-data; boundary=long:5000", "--x--")]
    [InlineData("application/json", "{\"Form.Account\":1}")]
    [InlineData("text/plain", "Form.Account=1")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "+AGEAYg-=+AGEAYg-")]
    [InlineData("application/x-www-form-urlencoded; charset=nonsense", "a=b")]
    [InlineData("application/x-www-form-urlencoded", "&&&==%&%zz=%u1234")]
    [InlineData("nonsense", "\0\0")]
    public async Task Broken_bodies_are_refused(string type, string body)
    {
        foreach (var address in Forms.Keys.Append("/en/grievances/new/files/add").Append("/en/grievances/new/check"))
        {
            using var browser = await BrowserAsync();
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type.Replace("long:5000", new string('b', 5000), StringComparison.Ordinal));

            var answer = await browser.OnceAsync(HttpMethod.Post, address, content);

            Expect(answer, $"{type} to {address}");
            Assert.True((int)answer.Status >= 400 || address.EndsWith("/add", StringComparison.Ordinal), $"{type} to {address}: {answer.Status}");
        }
    }

    private async Task<Browserless> BrowserAsync() => host.Given.ABrowserHolding(await host.Given.ADraftAsync(new()));

    private Task<int> CasesAsync() => host.StoredAsync(db => db.Grievances.CountAsync());

    private static void Expect(WebPage answer, string sent, IEnumerable<string>? log = null)
    {
        Assert.True((int)answer.Status < 500, $"{answer.Status} for {sent[..Math.Min(sent.Length, 600)]}\n{log?.LastOrDefault(line => line.StartsWith("Error", StringComparison.Ordinal))}");
        Assert.Null(answer.Document.QuerySelector($"[{Hostile.Mark}]"));
        Assert.DoesNotContain('\0', answer.Html);
    }
}
