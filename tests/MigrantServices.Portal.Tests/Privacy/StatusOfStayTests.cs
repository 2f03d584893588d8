using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core;
using MigrantServices.Core.ChildConfirmations.Export;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
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
    public Task The_vault_has_no_place_for_it() => host.WithAsync(services =>
    {
        var model = services.GetRequiredService<VaultDb>().Model;
        var names = model.GetEntityTypes().SelectMany(type => type.GetProperties().SelectMany(property => new[] { property.Name, property.GetColumnName() }).Append(type.GetTableName() ?? type.Name))
            .Concat(new[] { typeof(ChildIdentity), typeof(ParentIdentity), typeof(PersonName), typeof(BirthDay) }.SelectMany(type => type.GetProperties()).Select(property => property.Name));

        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, Forbidden().IsMatch);
        return Task.CompletedTask;
    });

    [Fact]
    public async Task No_paper_or_list_that_is_handed_out_names_it()
    {
        var filed = await host.Given.AChildAsync();
        var written = await host.WithAsync(async services =>
        {
            var (db, vault) = (services.GetRequiredService<PortalDb>(), services.GetRequiredService<Vault>());
            return (await db.Messages.AsNoTracking().Where(m => m.CaseId == filed.Id).ToListAsync()).Select(m => vault.Open(m.InKorean ?? m.Body, m.Id, m.InKorean is null ? SealedField.Message : SealedField.MessageInKorean)).ToList();
        });

        Assert.NotEmpty(written);
        Assert.DoesNotContain(written, text => text.Contains("여권", StringComparison.Ordinal) || text.Contains("등록번호", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/en/children/new/where")]
    [InlineData("/en/children/new/child")]
    [InlineData("/en/children/new/parents")]
    [InlineData("/en/children/new/files")]
    [InlineData("/en/children/new/contact")]
    [InlineData("/en/children/tell")]
    [InlineData("/office/children/new")]
    public async Task No_page_of_a_child_asks_for_it(string page)
    {
        using var browser = await host.SignInAsAsync(Colleagues.Caseworker);

        var form = await browser.GetAsync(page);

        var asked = form.Document.QuerySelectorAll("main input, main select, main textarea")
            .SelectMany(field => new[] { field.GetAttribute("name"), field.Id, field.GetAttribute("autocomplete") }).OfType<string>()
            .Concat(form.Document.QuerySelectorAll("main label, main legend").Select(label => label.TextContent)).ToList();
        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, Forbidden().IsMatch);
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

    [Fact]
    public void No_page_takes_it_whatever_a_form_sends()
    {
        var taken = typeof(TextCatalog).Assembly.GetTypes().Where(typeof(PageModel).IsAssignableFrom)
            .SelectMany(page => page.GetProperties().Where(property => property.IsDefined(typeof(BindPropertyAttribute), inherit: true)))
            .SelectMany(property => Named(property.PropertyType, []).Append(property.Name)).ToList();

        Assert.NotEmpty(taken);
        Assert.DoesNotContain(taken, Forbidden().IsMatch);
    }

    [Fact]
    public void No_export_has_a_place_for_it()
    {
        var exported = Named(typeof(ChildExport), []).Concat(Named(typeof(CaseExport), [])).ToList();

        Assert.Contains(nameof(ChildFacts.BornYear), exported);
        Assert.DoesNotContain(exported, Forbidden().IsMatch);
    }

    [Theory]
    [InlineData("passportNumber")]
    [InlineData("Form.VisaKind")]
    [InlineData("status_of_stay")]
    [InlineData("AlienRegistrationNumber")]
    [InlineData("foreigner_card_no")]
    public void The_words_that_are_looked_for_are_found(string name) => Assert.Matches(Forbidden(), name);

    /// <summary>The names of everything that a record holds, and of what its own records hold.</summary>
    private static IEnumerable<string> Named(Type type, HashSet<Type> seen)
    {
        var inside = type.IsArray ? type.GetElementType()! : type.IsGenericType ? type.GetGenericArguments()[^1] : type;
        return inside.Namespace?.StartsWith("MigrantServices", StringComparison.Ordinal) != true || !seen.Add(inside) ? []
            : inside.GetProperties().SelectMany(property => Named(property.PropertyType, seen).Append(property.Name)).ToList();
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

    /// <summary>All that can hold to which group of refugees somebody belongs. Nothing else may.</summary>
    private static readonly string[] Groups =
    [
        "AskWhatHelps.Category", "AskWhatHelps.AppliedOn",
        "HouseholdMember.Category", "HouseholdMember.RefugeeApplicationOn",
        // what a household told, sealed in the table and open only to those to whom the file is
        "TellMember.Category", "TellMember.AskedRefugeOn", "HouseholdPerson.Category", "HouseholdPerson.AskedRefugeOn", "KnownPerson.Category", "KnownPerson.AskedRefugeOn",
        // whether the chosen programmes ask for it at all
        "SupportAsks.Category",
        // of programmes, not of people
        "ProgrammeRules.Categories", "ProposeProgramme.Categories",
    ];

    [Fact]
    public void A_group_of_refugees_stands_only_where_a_rule_of_support_needs_it()
    {
        var found = typeof(CoreServices).Assembly.GetTypes().Concat(typeof(MigrantServices.Portal.Web.PortalPage).Assembly.GetTypes())
            .Where(type => !type.Name.StartsWith('<'))
            .SelectMany(type => type.GetProperties().Where(property => property.DeclaringType == type && OfRefugees().IsMatch(property.Name)), (type, property) => (type, Name: $"{type.Name}.{property.Name}"))
            .ToList();

        Assert.Equal(Groups.Order(StringComparer.Ordinal), found.Select(one => one.Name).Order(StringComparer.Ordinal));
        Assert.All(found, one => Assert.StartsWith("MigrantServices.Core.RefugeeSupport", one.type.Namespace, StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_for_a_group_is_one_of_refugee_support_and_sealed()
    {
        using var db = host.Database.Open();
        var columns = db.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => OfRefugees().IsMatch(property.Name));

        Assert.All(columns, column =>
        {
            Assert.StartsWith("MigrantServices.Core.RefugeeSupport", column.DeclaringType.ClrType.Namespace, StringComparison.Ordinal);
            Assert.Equal(typeof(SealedText), Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType);
        });
    }

    [Theory]
    [InlineData("/en/support")]
    [InlineData("/en/support/guide")]
    public async Task No_page_of_refugee_support_asks_for_a_number_or_an_end_of_stay(string page)
    {
        using var browser = host.Browser();
        var shown = await browser.GetAsync(page);
        if (page.EndsWith("guide", StringComparison.Ordinal))
        {
            shown = await shown.SubmitAsync(("Form.Needs", "living"), ("Form.Adults", "1"));
            Assert.NotNull(shown.ValueOf("Form.Category"));
        }

        var asked = shown.Document.QuerySelectorAll("main input, main select, main textarea")
            .SelectMany(field => new[] { field.GetAttribute("name"), field.Id, field.GetAttribute("autocomplete") }).OfType<string>()
            .Concat(shown.Document.QuerySelectorAll("main label, main legend").Select(label => label.TextContent));
        Assert.DoesNotContain(asked, Forbidden().IsMatch);
    }

    [GeneratedRegex("Categor(y|ies)$|RefugeeApplication|AskedRefuge|AppliedOn|StayCode", RegexOptions.ExplicitCapture)]
    private static partial Regex OfRefugees();

    [GeneratedRegex(@"visa|passport|(status|period)[\W_]*of[\W_]*stay|sojourn|(resident|alien|foreigner)[\W_]*(regist|number|card)|registration[\W_]*n|immigration", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Forbidden();
}
