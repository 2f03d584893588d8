using System.Net;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

public sealed class DatabaseAwayTests(DatabaseAwayTests.Host host) : IClassFixture<DatabaseAwayTests.Host>
{
    private const int MostPresses = 5;
    private const string Typed = "A long text that somebody wrote on a small telephone, word by word.";

    [Fact]
    public async Task What_was_typed_comes_back_and_the_portal_goes_on_by_itself()
    {
        using var browser = host.Browser();
        var form = await browser.GetAsync("/en/grievances/new");
        WebPage away;
        host.Line.Cut();
        try
        {
            away = await form.SubmitAsync(("Form.Teller", "Myself"), ("Form.Account", Typed));
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/en")).Status);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/live")).Status);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync("/health/ready")).Status);
        }
        finally
        {
            host.Line.Mend();
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.Status);
        Assert.Equal((Typed, "Myself"), (away.ValueOf("Form.Account"), away.ValueOf("Form.Teller")));
        Assert.NotEmpty(away.Headers["Retry-After"]);
        // another language would be another page, without what was typed
        Assert.Null(away.Document.QuerySelector(".language-menu"));
        // each connection that was open when the line was cut may refuse once more, and the kept form carries no token
        var page = away;
        for (var presses = 0; presses < MostPresses && page.Path == away.Path; presses++)
        {
            Assert.Equal(Typed, page.ValueOf("Form.Account"));
            page = await page.SubmitAsync(("Form.Teller", "Myself"));
        }

        Assert.Equal("/en/grievances/new/when", page.Path);
        var ready = await browser.GetAsync("/health/ready");
        for (var asked = 1; asked < MostPresses && ready.Status != HttpStatusCode.OK; asked++)
        {
            ready = await browser.GetAsync("/health/ready");
        }

        Assert.Equal(HttpStatusCode.OK, ready.Status);
    }

    /// <summary>A portal whose line to the database can be cut.</summary>
    public sealed class Host : PortalHost
    {
        private Wire? _line;

        public Wire Line => _line ??= new(Database.ConnectionString);

        protected override string ConnectionString => Line.ConnectionString;

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            _line?.Dispose();
        }
    }
}
