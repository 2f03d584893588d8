using System.Net;
using MigrantServices.Benchmarks.Data;
using MigrantServices.Benchmarks.Running;
using Npgsql;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>P5: one case with its history.</summary>
public sealed class Opening() : Goal("open")
{
    private const double Wanted = 0.35;
    private const int DifferentCases = 1_000;

    public override async Task MeasureAsync(Stage stage, Figures figures)
    {
        var office = await stage.OfficeAsync();
        await using var raw = await Stage.StartRawAsync(office);
        await using var portal = await stage.StartPortalAsync(office);
        var (references, next) = (await ReferencesAsync(office), 0);
        string Next() => references[Interlocked.Increment(ref next) % references.Count];
        var colleagues = await office.AllSignedInAsync();
        await office.RestAsync();
        foreach (var browsers in new[] { 8, 32 })
        {
            var (r, p) = await Duel.FightAsync(
                stage.Options,
                browsers,
                new(raw, () => Get.Of($"{raw.Url}/raw/open/{Next()}"), HttpStatusCode.OK),
                new(portal, () => Get.Of($"{portal.Url}/office/grievances/{Next()}", colleagues[next % colleagues.Count]), HttpStatusCode.OK));
            Duel.Report(figures, "P5", $"open a case, {browsers} at once", r, p, Wanted);
        }
    }

    /// <summary>Cases with a whole history from all over the table, each opened before: the first opening also notes what was read.</summary>
    public static async Task<IReadOnlyList<string>> ReferencesAsync(Office office)
    {
        await using var command = office.Source.CreateCommand(
            """
            with chosen as materialized (
                select id from cases where status = 'Closed' order by md5(reference) limit $1),
            read as (
                update case_messages set read_at = now() where case_id in (select id from chosen) and not from_office and read_at is null)
            update cases set has_unread = false where id in (select id from chosen)
            returning reference
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = DifferentCases });
        await using var reader = await command.ExecuteReaderAsync();
        List<string> references = [];
        while (await reader.ReadAsync())
        {
            references.Add(reader.GetString(0));
        }

        return references;
    }
}
