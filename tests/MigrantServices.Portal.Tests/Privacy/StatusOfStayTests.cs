using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Privacy;

/// <summary>Nothing asks for status of stay, registration or passport number, so nothing can be handed on.</summary>
public sealed partial class StatusOfStayTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public void No_table_has_a_place_for_it()
    {
        using var db = host.Database.Open();
        var names = db.Model.GetEntityTypes().SelectMany(type => type.GetProperties()
            .SelectMany(property => new[] { property.Name, property.GetColumnName() })
            .Append(type.GetTableName() ?? type.Name));

        Assert.DoesNotContain(names, Forbidden().IsMatch);
    }

    [Fact]
    public void No_form_has_a_field_for_it()
    {
        var names = typeof(CoreServices).Assembly.GetTypes()
            .Where(type => type.GetNestedType("Rules") is not null)
            .SelectMany(type => type.GetProperties().Select(property => property.Name));

        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, Forbidden().IsMatch);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/when")]
    [InlineData("/why")]
    [InlineData("/who")]
    [InlineData("/files")]
    [InlineData("/you")]
    public async Task No_page_asks_for_it(string page)
    {
        using var browser = host.Given.ABrowserHolding(await host.Given.ADraftAsync());

        var form = await browser.GetAsync("/en/grievances/new" + page);

        var asked = form.Document.QuerySelectorAll("input, select, textarea")
            .SelectMany(field => new[] { field.GetAttribute("name"), field.Id, field.GetAttribute("autocomplete") }).OfType<string>()
            .Concat(form.Document.QuerySelectorAll("label, legend").Select(label => label.TextContent));
        Assert.DoesNotContain(asked, Forbidden().IsMatch);
    }

    [GeneratedRegex(@"visa|passport|(status|period)\W*of\W*stay|sojourn|(resident|alien|foreigner)\W*(regist|number|card)|registration\W*n|immigration", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Forbidden();
}
