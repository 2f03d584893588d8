using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.RefugeeSupport.Programmes;

namespace MigrantServices.Core.Storage.Seed;

/// <summary>Puts the example programmes into the database. What is there already, or was changed there, is left as it is.</summary>
public static class ProgrammeSeed
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static async Task SowAsync(PortalDb db, CancellationToken cancel)
    {
        var known = await db.Set<SupportProgramme>().Select(p => p.Code).ToListAsync(cancel);
        foreach (var (programme, terms) in Shipped().Where(one => !known.Contains(one.Programme.Code)))
        {
            db.AddRange(programme, terms);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The examples that come with the portal. Their amounts are made up.</summary>
    public static IEnumerable<(SupportProgramme Programme, ProgrammeTerms Terms)> Shipped()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("MigrantServices.Core.Storage.Seed.Programmes.programmes.json")!;
        var all = JsonSerializer.Deserialize<ShippedProgrammes>(stream, Json)!;
        var position = 0;
        foreach (var one in all.Programmes)
        {
            yield return (
                new()
                {
                    Code = one.Code,
                    Heading = one.Heading,
                    Kind = one.Kind,
                    Article = all.Article,
                    Position = ++position * 10,
                    IsExample = true,
                    Texts = [.. one.Texts.Select(text => new ProgrammeText { ProgrammeCode = one.Code, Language = text.Key, Name = text.Value[0], About = text.Value[1] })],
                },
                new() { ProgrammeCode = one.Code, ValidFrom = all.ValidFrom, Rules = one.Rules, Source = all.Source });
        }
    }

    private sealed record ShippedProgrammes(DateOnly ValidFrom, string Source, string Article, IReadOnlyList<ShippedProgramme> Programmes);

    private sealed record ShippedProgramme(string Code, string Heading, SupportKind Kind, Dictionary<string, string[]> Texts, ProgrammeRules Rules);
}
