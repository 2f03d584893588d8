using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;
using MigrantServices.Portal.Web;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

/// <summary>Every code that people meet as a word has its sentence in every language.</summary>
public sealed class ListTextsTests
{
    private static readonly TextCatalog Texts = TextCatalog.Load(Path.Combine(AppContext.BaseDirectory, "Text"), refusesMissing: true);

    [Fact]
    public void Every_entry_of_the_code_lists_has_its_sentence() =>
        AssertSaid(ReferenceSeed.Shipped().Where(item => Lists.WithTexts.Contains(item.List)).Select(item => item.TextKey));

    [Fact]
    public void Every_entry_that_only_colleagues_read_has_its_sentence_in_their_languages() =>
        AssertSaid(ReferenceSeed.Shipped().Where(item => Lists.WithOfficeTexts.Contains(item.List)).Select(item => item.TextKey), Languages.Staff);

    [Fact]
    public void Every_outcome_of_a_file_has_its_sentence()
    {
        var codes = new[] { typeof(FileRefusals), typeof(FileVerdicts) }.SelectMany(type => type.GetFields()).Select(field => (string)field.GetRawConstantValue()!);
        AssertSaid(codes);
    }

    [Fact]
    public void Every_rule_of_a_form_has_its_sentence()
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton<ReferenceBook>().AddSingleton<NotificationGround>();
        services.AddTransient<IValidator<FileGrievance>, FileGrievance.Rules>();
        using var provider = services.BuildServiceProvider();
        var rules = typeof(CoreServices).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IValidator)) && type.Namespace!.StartsWith("MigrantServices.Core.Grievances", StringComparison.Ordinal))
            .Select(type => (IValidator)ActivatorUtilities.CreateInstance(provider, type));

        var keys = rules
            .SelectMany(validator => validator.CreateDescriptor().Rules)
            .SelectMany(rule => rule.Components)
            .Where(component => component.Validator is not FluentValidation.Validators.IChildValidatorAdaptor)
            .Select(component => component.GetUnformattedErrorMessage())
            .ToLookup(key => key.StartsWith("deed.", StringComparison.Ordinal));
        AssertSaid(keys[false]);
        AssertSaid(keys[true], Languages.Staff);
    }

    private static void AssertSaid(IEnumerable<string> keys, IEnumerable<Language>? languages = null)
    {
        var all = keys.Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(all);
        Assert.All(languages ?? Languages.All, language => Assert.All(all, key => Assert.NotEmpty(Texts.In(language.Tag, key))));
    }
}
