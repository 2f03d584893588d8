using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using MigrantServices.Benchmarks.Data;
using MigrantServices.Benchmarks.Running;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>P1: the last press of the form, from the draft to the case, durable before the answer.</summary>
public sealed partial class Filing() : Goal("filing")
{
    private const double Wanted = 0.5;
    private const double MostP95 = 3;

    public override async Task MeasureAsync(Stage stage, Figures figures)
    {
        var office = await stage.OfficeAsync();
        await using var raw = await Stage.StartRawAsync(office);
        await using var portal = await stage.StartPortalAsync(office);
        var sender = await Sender.MeetAsync(portal, office);
        var rawSide = new Side(raw, new RawForms(raw.Url, office).Next, HttpStatusCode.OK);
        foreach (var browsers in new[] { 8, 32 })
        {
            await office.RestAsync();
            var (r, p) = await Duel.FightAsync(stage.Options, browsers, rawSide, new Side(portal, sender.Next, HttpStatusCode.Found), sender.PrepareAsync);
            Duel.Report(figures, "P1", $"filing, {browsers} at once", r, p, Wanted);
            var slower = p.P95 / r.P95;
            figures.Add("P1", $"filing p95, {browsers} at once", Figures.Number(r.P95) + " ms", Figures.Number(p.P95) + " ms", Figures.Times(slower), "≤ 3 ×", slower <= MostP95);
        }
    }

    /// <summary>Sends drafts that were finished before.</summary>
    public sealed partial class Sender
    {
        private readonly ConcurrentQueue<string> _cookies = new();
        private readonly Office _office;
        private readonly Uri _address;
        private string _token = "";
        private string _tokenCookie = "";

        private Sender(Server portal, Office office) => (_office, _address) = (office, new Uri(portal.Url + "/ko/grievances/new/check"));

        /// <summary>Fetches the antiforgery token of a browser once; it serves every draft.</summary>
        public static async Task<Sender> MeetAsync(Server portal, Office office)
        {
            var sender = new Sender(portal, office);
            await sender.PrepareAsync(1, TimeSpan.FromSeconds(1));
            sender._cookies.TryDequeue(out var draft);
            using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false });
            using var request = new HttpRequestMessage(HttpMethod.Get, sender._address);
            request.Headers.Add("Cookie", draft);
            using var answer = await client.SendAsync(request);
            var html = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
            sender._token = TokenInForm().Match(html).Groups[1].Value;
            sender._tokenCookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("__Host-af", StringComparison.Ordinal)).Split(';')[0];
            return sender;
        }

        /// <summary>Finishes as many drafts as a round may use up.</summary>
        public async Task PrepareAsync(double rate, TimeSpan time)
        {
            foreach (var cookie in await Drafts.MakeAsync(_office, (int)(rate * 1.5 * time.TotalSeconds) - _cookies.Count))
            {
                _cookies.Enqueue(cookie);
            }
        }

        public HttpRequestMessage? Next()
        {
            if (!_cookies.TryDequeue(out var draft))
            {
                return null;
            }

            var request = new HttpRequestMessage(HttpMethod.Post, _address)
            {
                Content = new FormUrlEncodedContent([new("__RequestVerificationToken", _token)]),
            };
            request.Headers.Add("Cookie", $"{draft}; {_tokenCookie}");
            return request;
        }

        [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
        private static partial Regex TokenInForm();
    }

    /// <summary>The same answers as plain forms, with their search tokens, since the raw endpoint makes none.</summary>
    private sealed class RawForms
    {
        private readonly Uri _address;
        private readonly byte[][] _forms;
        private int _next;

        public RawForms(string url, Office office)
        {
            var search = office.Services.GetRequiredService<SearchTokens>();
            _address = new Uri(url + "/raw/file");
            _forms = [.. Enumerable.Range(0, 500).Select(i => BodyOf(Words.Form(i, withName: true), search))];
        }

        public HttpRequestMessage Next() => new(HttpMethod.Post, _address)
        {
            Content = new ByteArrayContent(_forms[Interlocked.Increment(ref _next) % _forms.Length])
            {
                Headers = { ContentType = new("application/x-www-form-urlencoded") },
            },
        };

        private static byte[] BodyOf(Core.Grievances.Filing.FileGrievance form, SearchTokens search)
        {
            var tokens = search.OfText(form.Story.Account, form.WhenWhere.Place, form.Respondent.Name, form.Hope.Hope, form.Contact.Name);
            using var content = new FormUrlEncodedContent(
            [
                new("account", form.Story.Account), new("place", form.WhenWhere.Place), new("municipality", form.WhenWhere.Municipality),
                new("ground", form.Grounds.Grounds[0]), new("sector", form.Grounds.Sectors[0]), new("respondent-kind", form.Respondent.Kind),
                new("respondent", form.Respondent.Name), new("hope", form.Hope.Hope), new("language", form.Contact.Language),
                new("tokens", string.Join(',', tokens.Select(t => t.ToString(CultureInfo.InvariantCulture)))),
            ]);
            return content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
        }
    }
}
