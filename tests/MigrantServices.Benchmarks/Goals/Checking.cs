using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Benchmarks.Data;
using MigrantServices.Benchmarks.Running;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>P19: whether papers hold, against a bare endpoint that does the same look-up and answers a page of the same size.</summary>
public sealed class Checking() : Goal("check")
{
    private const double Wanted = 0.7;
    private const int Cards = 500;

    public override async Task MeasureAsync(Stage stage, Figures figures)
    {
        var office = await stage.OfficeAsync();
        await using var raw = await Stage.StartRawAsync(office);
        await using var portal = await stage.StartPortalAsync(office, "/ko/check");
        var (tokens, next) = (await TokensAsync(stage, office), 0);
        HttpRequestMessage Ask(string address) => new(HttpMethod.Post, new Uri(address))
        {
            Content = new FormUrlEncodedContent([new("Token", tokens[Interlocked.Increment(ref next) % tokens.Count])]),
        };
        await office.RestAsync();
        foreach (var browsers in new[] { 8, 32 })
        {
            var (r, p) = await Duel.FightAsync(
                stage.Options, browsers, new(raw, () => Ask(raw.Url + "/raw/check"), HttpStatusCode.OK), new(portal, () => Ask(portal.Url + "/ko/check"), HttpStatusCode.OK));
            Duel.Report(figures, "P19", $"check a card, {browsers} at once", r, p, Wanted);
        }
    }

    /// <summary>Papers of as many cases, handed out under the portal's own keys.</summary>
    private static async Task<IReadOnlyList<string>> TokensAsync(Stage stage, Office office)
    {
        var hasher = new TokenHasher(office.Services.GetRequiredService<KeyRing>());
        var signer = new TokenSigner(stage.SigningKeys, hasher);
        await using (var clear = office.Source.CreateCommand("set session_replication_role = replica; delete from card_issues; set session_replication_role = origin"))
        {
            await clear.ExecuteNonQueryAsync();
        }

        var cases = new List<Guid>();
        await using (var some = office.Source.CreateCommand("select id from cases limit $1"))
        {
            some.Parameters.Add(new NpgsqlParameter { Value = Cards });
            await using var reader = await some.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                cases.Add(reader.GetGuid(0));
            }
        }

        var people = office.Handlers.Select(handler => handler.UserId!.Value).Distinct().ToList();
        var tokens = new List<string>();
        await using var scope = office.Scope();
        var register = new CardRegister(
            scope.ServiceProvider.GetRequiredService<PortalDb>(), signer, scope.ServiceProvider.GetRequiredService<Vault>(), TimeProvider.System);
        foreach (var one in cases)
        {
            tokens.Add((await register.IssueAsync(
                new() { CaseId = one, ChildId = Guid.CreateVersion7(), Municipality = "41270", Language = "vi", PreparedById = people[0], ApprovedById = people[1], IssuedById = people[2] },
                CancellationToken.None)).Token);
        }

        return tokens;
    }
}
