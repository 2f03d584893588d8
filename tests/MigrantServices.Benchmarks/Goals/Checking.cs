using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Benchmarks.Data;
using MigrantServices.Benchmarks.Running;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using Npgsql;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>P19: whether papers hold, against a bare endpoint that does the same look-up and answers a page of the same size; and that no answer takes longer than another.</summary>
public sealed class Checking() : Goal("check")
{
    private const double Wanted = 0.7;
    private const int Cards = 500;
    private const double MostApart = 1.1;
    private const int Turns = 4_000;

    public override async Task MeasureAsync(Stage stage, Figures figures)
    {
        var office = await stage.OfficeAsync();
        await using var raw = await Stage.StartRawAsync(office);
        await using var portal = await stage.StartPortalAsync(office, "/ko/check");
        var (tokens, next) = (await TokensAsync(stage, office), 0);
        static HttpRequestMessage Asking(string address, string token) => new(HttpMethod.Post, new Uri(address)) { Content = new FormUrlEncodedContent([new("Token", token)]) };
        HttpRequestMessage Ask(string address) => Asking(address, tokens[2 + (Interlocked.Increment(ref next) % (tokens.Count - 2))]);
        await office.RestAsync();
        foreach (var browsers in new[] { 8, 32 })
        {
            var (r, p) = await Duel.FightAsync(
                stage.Options, browsers, new(raw, () => Ask(raw.Url + "/raw/check"), HttpStatusCode.OK), new(portal, () => Ask(portal.Url + "/ko/check"), HttpStatusCode.OK));
            Duel.Report(figures, "P19", $"check a card, {browsers} at once", r, p, Wanted);
        }

        await CompareAsync(
            figures,
            [.. new[] { ("valid", tokens[2]), ("replaced", tokens[0]), ("expired", tokens[1]), ("forged", tokens[2][..^2] + "AA"), ("unknown", "nothing") }
                .Select(kind => (kind.Item1, new Func<HttpRequestMessage>(() => Asking(portal.Url + "/ko/check", kind.Item2))))]);
    }

    /// <summary>One question of each kind after the other, many times: what else the machine does meets all of them alike.</summary>
    private static async Task CompareAsync(Figures figures, IReadOnlyList<(string Answer, Func<HttpRequestMessage> Ask)> kinds)
    {
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, UseProxy = false, ActivityHeadersPropagator = null });
        var times = kinds.ToDictionary(kind => kind.Answer, _ => new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            foreach (var (answer, ask) in kinds)
            {
                using var question = ask();
                var watch = Stopwatch.StartNew();
                using var page = await client.SendAsync(question, CancellationToken.None);
                await page.Content.CopyToAsync(Stream.Null);
                times[answer].Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        var medians = times.Select(kind => (kind.Key, Median: Round.Median(kind.Value))).ToList();
        var apart = medians.Max(one => one.Median) / medians.Min(one => one.Median);
        figures.Add("P19", "check a card, median of each answer", "", string.Join(", ", medians.Select(one => $"{one.Key} {one.Median.ToString("0.000", CultureInfo.InvariantCulture)} ms")), Figures.Times(apart), "≤ 1.1 ×", apart <= MostApart);
    }

    /// <summary>Papers of as many cases, handed out under the portal's own keys; the cases are any, and nobody decided anything in them. The first were replaced, the second lost, the others hold.</summary>
    private static async Task<IReadOnlyList<string>> TokensAsync(Stage stage, Office office)
    {
        var hasher = new TokenHasher(office.Services.GetRequiredService<KeyRing>());
        var signer = new TokenSigner(stage.SigningKeys, hasher, new(stage.SigningKeys));
        await using (var clear = office.Source.CreateCommand("set session_replication_role = replica; delete from card_issues; set session_replication_role = origin; alter table card_issues disable trigger card_issues_rest_on_a_decision"))
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
            scope.ServiceProvider.GetRequiredService<PortalDb>(), signer, scope.ServiceProvider.GetRequiredService<Vault>(), scope.ServiceProvider.GetRequiredService<Core.Reference.Templates>(), TimeProvider.System);
        var issued = new List<(NewCard What, Guid Id)>();
        foreach (var one in cases)
        {
            var what = new NewCard { CaseId = one, ChildId = Guid.CreateVersion7(), Municipality = "41270", Language = "vi", PreparedById = people[0], ApprovedById = people[1], IssuedById = people[2] };
            var card = await register.IssueAsync(what, CancellationToken.None);
            tokens.Add(card.Token);
            issued.Add((what, card.Id));
        }

        await register.IssueAsync(issued[0].What with { Old = new(issued[0].Id, CardState.Replaced) }, CancellationToken.None);
        await register.EndAsync(issued[1].Id, CardState.Lost, office.Handlers[0], CancellationToken.None);
        return tokens;
    }
}
