using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Grievances;

/// <summary>The page on which everything is looked over before it is sent.</summary>
public sealed class CheckTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Each_line_of_the_summary_names_its_question_and_leads_to_it()
    {
        var check = await CheckAsync(new());

        var refused = await check.SendAsync(check.Form("__RequestVerificationToken"), null);

        var links = refused.Document.QuerySelectorAll("#error-summary a");
        Assert.True(links.Length > 3);
        Assert.All(links, link => Assert.Equal("DT", refused.Document.GetElementById(link.GetAttribute("href")![1..])?.TagName));
        Assert.All(refused.Summary, line => Assert.Contains(" – ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_is_needed_is_marked_and_one_that_may_be_left_out_is_not()
    {
        var check = await CheckAsync(new());

        Assert.Equal("Answer needed", Beside(check, "Story_Account"));
        Assert.Equal("(nothing)", Beside(check, "WhenWhere_Place"));
        Assert.Null((await CheckAsync(Given.Answers())).Document.QuerySelector("dd .warn"));
    }

    [Fact]
    public async Task What_was_not_said_is_not_answered_with_no()
    {
        var answers = Given.Answers();
        (answers.WhenWhere.StillHappening, answers.Contact.WantsInterpreter) = (null, null);
        var check = await CheckAsync(answers);

        Assert.Equal(("(nothing)", "(nothing)"), (Beside(check, "WhenWhere_StillHappening"), Beside(check, "Contact_WantsInterpreter")));
        Assert.Null((await check.Browser.GetAsync("/en/grievances/new/when")).Document.QuerySelector("[name='Form.StillHappening'][checked]"));
        Assert.Null((await check.Browser.GetAsync("/en/grievances/new/you")).Document.QuerySelector("[name='Form.WantsInterpreter'][checked]"));
    }

    [Fact]
    public async Task Whoever_changes_the_files_comes_back_to_it_however_many_files_were_added_first()
    {
        var check = await CheckAsync(Given.Answers());
        var files = await check.FollowAsync("a[href*='/files']");

        files = await files.UploadAsync([("go", "more")], ("lease.pdf", Samples.Pdf()));
        files = await files.PressAsync("Remove");
        var after = await files.UploadAsync([("Form.Hope", "An apology."), ("go", "next")]);

        Assert.Equal("/en/grievances/new/check", after.Path);
        Assert.Equal("An apology.", Beside(after, "Hope_Hope"));
    }

    private static string? Beside(WebPage page, string question) =>
        page.Document.GetElementById("Form_" + question)?.NextElementSibling?.TextContent.Trim();

    private async Task<WebPage> CheckAsync(FileGrievance answers) =>
        await host.Given.ABrowserHolding(await host.Given.ADraftAsync(answers)).GetAsync("/en/grievances/new/check");
}
