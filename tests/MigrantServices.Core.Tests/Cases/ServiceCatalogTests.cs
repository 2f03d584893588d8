using System.Text.Json;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;
using MigrantServices.Portal.Web;
using Xunit;

namespace MigrantServices.Core.Tests.Cases;

/// <summary>Says in words what a service still lacks.</summary>
public class ServiceCatalogTests
{
    [Fact]
    public void Every_status_can_be_reached()
    {
        foreach (var service in ServiceCatalog.All)
        {
            var reached = service.Beginnings.Select(b => b.As).ToHashSet();
            while (service.Lifecycle.FirstOrDefault(l => reached.Contains(l.From) && !reached.Contains(l.To)) is { } line)
            {
                reached.Add(line.To);
            }

            Assert.Empty(service.Statuses.Except(reached).Select(s => $"{service.Prefix}: no way leads to {s}"));
        }
    }

    [Fact]
    public void Every_open_status_has_a_way_out_for_the_office()
    {
        foreach (var service in ServiceCatalog.All)
        {
            var stuck = service.Statuses.Where(CaseKind.IsOpen)
                .Where(s => !service.Lifecycle.Any(l => l.From == s && l.To != s && (l.Who & Role.CaseHandlers) != Role.None));

            Assert.Empty(stuck.Select(s => $"{service.Prefix}: nobody in the office can lead a case out of {s}"));
        }
    }

    [Fact]
    public void Every_line_rests_on_an_article_of_the_reference_data()
    {
        var articles = ReferenceSeed.Shipped().Where(i => i.List == Lists.Articles).Select(i => i.Code).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(ServiceCatalog.All.SelectMany(s => s.Lifecycle.Select(l => l.Article).Concat(s.Beginnings.Select(b => b.Article))).Distinct().Except(articles));
    }

    [Fact]
    public void Every_line_names_somebody_and_no_line_stands_twice()
    {
        foreach (var service in ServiceCatalog.All)
        {
            Assert.DoesNotContain(service.Lifecycle, l => l.Who == Role.None);
            Assert.DoesNotContain(service.Beginnings, b => b.Who == Role.None);
            Assert.Equal(service.Beginnings.Sum(b => b.Channels.Count), service.Beginnings.SelectMany(b => b.Channels, (b, channel) => (b.As, channel)).Distinct().Count());
            Assert.Equal(service.Lifecycle.Count, service.Lifecycle.DistinctBy(l => (l.From, l.Action, l.To)).Count());
        }
    }

    [Fact]
    public void Statuses_have_sentences_in_every_language_and_the_history_in_those_of_the_office()
    {
        foreach (var language in Languages.All)
        {
            Assert.Empty(ServiceCatalog.All.SelectMany(s => s.Statuses).Select(s => $"status.{s}").Except(Keys(language.Tag)).Select(k => $"{language.Tag}: {k}"));
        }

        foreach (var language in Languages.Staff)
        {
            Assert.Empty(ServiceCatalog.All.SelectMany(s => s.Actions).Select(a => $"event.{a}").Except(Keys(language.Tag)).Select(k => $"{language.Tag}: {k}"));
        }
    }

    [Fact]
    public void Every_deed_has_a_button_text_in_the_languages_of_the_office()
    {
        foreach (var language in Languages.Staff)
        {
            Assert.Empty(ServiceCatalog.All.SelectMany(s => s.Actions).Select(a => $"action.{a}").Except(Keys(language.Tag)));
        }
    }

    private static HashSet<string> Keys(string language) =>
    [
        .. Directory.GetFiles(Path.Combine(Repository.Root, "src", "MigrantServices.Portal", "Text"), "*.json", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) == language + ".json" || f.EndsWith($".{language}.json", StringComparison.Ordinal))
            .SelectMany(f => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(f))!.Keys),
    ];
}
