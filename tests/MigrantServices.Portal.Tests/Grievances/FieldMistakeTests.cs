using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Grievances;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Grievances;

public sealed class FieldMistakeTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Hangul = @"\p{IsHangulSyllables}";

    [Theory]
    [InlineData("", "Form.Teller", "")]
    [InlineData("", "Form.Teller", "Nobody")]
    [InlineData("", "Form.Teller", "77")]
    [InlineData("", "Form.Account", "")]
    [InlineData("", "Form.Account", "long:8001")]
    [InlineData("/when", "Form.Year", "2027")]
    [InlineData("/when", "Form.Year", "1900")]
    [InlineData("/when", "Form.Year", "last year")]
    [InlineData("/when", "Form.Year", "99999999999999999999")]
    [InlineData("/when", "Form.Month", "", "Form.Month")]
    [InlineData("/when", "Form.Month", "13", "Form.Year")]
    [InlineData("/when", "Form.Day", "32", "Form.Year")]
    [InlineData("/when", "Form.Municipality", "")]
    [InlineData("/when", "Form.Municipality", "99999")]
    [InlineData("/when", "Form.PlaceKind", "castle")]
    [InlineData("/when", "Form.Place", "long:201")]
    [InlineData("/when", "Form.StillHappening", "perhaps")]
    [InlineData("/why", "Form.Grounds", "")]
    [InlineData("/why", "Form.Grounds", "zodiac")]
    [InlineData("/why", "Form.Sectors", "")]
    [InlineData("/why", "Form.Sectors", "zodiac")]
    [InlineData("/why", "Form.Forms", "zodiac")]
    [InlineData("/why", "Form.Aim", "zodiac")]
    [InlineData("/who", "Form.Kind", "")]
    [InlineData("/who", "Form.Kind", "zodiac")]
    [InlineData("/who", "Form.Sector", "9")]
    [InlineData("/who", "Form.Name", "long:201")]
    [InlineData("/files", "Form.Hope", "long:2001")]
    [InlineData("/you", "Form.WithName", "")]
    [InlineData("/you", "Form.WithName", "maybe")]
    [InlineData("/you", "Form.Name", "")]
    [InlineData("/you", "Form.Name", "long:201")]
    [InlineData("/you", "Form.SecondName", "long:201")]
    [InlineData("/you", "Form.Way", "")]
    [InlineData("/you", "Form.Way", "Pigeon")]
    [InlineData("/you", "Form.Contact", "long:201")]
    [InlineData("/you", "Form.ContactNote", "long:501")]
    [InlineData("/you", "Form.Language", "")]
    [InlineData("/you", "Form.WantsInterpreter", "perhaps")]
    [InlineData("/you", "Form.InterpreterNote", "long:501")]
    public async Task A_mistake_is_told_beside_its_field_and_above_and_nothing_typed_is_lost(string page, string field, string value, string? beside = null)
    {
        var typed = value.StartsWith("long:", StringComparison.Ordinal) ? new string('가', int.Parse(value[5..], null)) : value;
        var draft = await host.Given.ADraftAsync();
        using var browser = host.Given.ABrowserHolding(draft);
        var form = await browser.GetAsync("/ko/grievances/new" + page);

        var again = await form.SubmitAsync((field, typed));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(form.Path, again.Path);
        var mistake = again.MistakeAt(beside ?? field);
        Assert.NotNull(mistake);
        Assert.Matches(Hangul, mistake);
        var question = again.Document.GetElementById((beside ?? field).Replace('.', '_'))!.Closest(".form-group")!.QuerySelector("label, legend")!;
        Assert.Contains(again.Summary, line => line.EndsWith(" – " + mistake, StringComparison.Ordinal) && question.TextContent.StartsWith(line[..^(mistake.Length + 3)], StringComparison.Ordinal));
        Assert.All(again.Document.QuerySelectorAll("#error-summary a"), link => Assert.NotNull(again.Document.GetElementById(link.GetAttribute("href")![1..])));
        if (again.Document.QuerySelector($"[name='{field}']") is not (AngleSharp.Html.Dom.IHtmlInputElement { Type: "radio" or "checkbox" } or AngleSharp.Html.Dom.IHtmlSelectElement))
        {
            Assert.Equal(typed, again.ValueOf(field));
        }

        Assert.Equal(0, await host.StoredAsync(db => db.Grievances.CountAsync()));
    }

    [Theory]
    [InlineData(ContactWay.Email, "")]
    [InlineData(ContactWay.Email, "nobody at home")]
    [InlineData(ContactWay.Phone, "12")]
    [InlineData(ContactWay.TextMessage, "call me")]
    [InlineData(ContactWay.Letter, "")]
    public async Task A_way_to_be_reached_needs_what_is_reached(ContactWay way, string contact)
    {
        using var browser = host.Given.ABrowserHolding(await host.Given.ADraftAsync());

        var again = await (await browser.GetAsync("/ko/grievances/new/you")).SubmitAsync(("Form.Way", way.ToString()), ("Form.Contact", contact));

        Assert.Contains(again.Summary, line => line.EndsWith(again.MistakeAt("Form.Contact")!, StringComparison.Ordinal));
        Assert.Equal(contact, again.ValueOf("Form.Contact"));
    }

    [Fact]
    public async Task An_impossible_day_is_not_a_date()
    {
        using var browser = host.Given.ABrowserHolding(await host.Given.ADraftAsync());

        var again = await (await browser.GetAsync("/ko/grievances/new/when")).SubmitAsync(("Form.Year", "2026"), ("Form.Month", "2"), ("Form.Day", "30"));

        Assert.NotNull(again.MistakeAt("Form.Year"));
        Assert.Equal("30", again.ValueOf("Form.Day"));
    }

    [Theory]
    [InlineData("٢٠٢٦", "١٠", "٥")]
    [InlineData("2026", "", "")]
    [InlineData("", "", "")]
    public async Task A_date_may_be_written_in_any_digits_and_be_as_vague_as_it_is(string year, string month, string day)
    {
        using var browser = host.Given.ABrowserHolding(await host.Given.ADraftAsync());

        var next = await (await browser.GetAsync("/ko/grievances/new/when")).SubmitAsync(("Form.Year", year), ("Form.Month", month), ("Form.Day", day));

        Assert.Equal("/ko/grievances/new/why", next.Path);
    }
}
