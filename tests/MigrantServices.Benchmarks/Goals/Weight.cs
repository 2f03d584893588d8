using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using MigrantServices.Benchmarks.Running;

namespace MigrantServices.Benchmarks.Goals;

/// <summary>P11: bytes over the wire and requests of a public page, at the first visit and again.</summary>
public sealed partial class Weight() : Goal("weight")
{
    private const double MostFirst = 60;
    private const double MostAgain = 15;
    private const int MostRequests = 6;

    public override async Task MeasureAsync(Stage stage, Figures figures)
    {
        await using var portal = await stage.StartPortalAsync(await stage.OfficeAsync());
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false });
        foreach (var page in new[] { "/ko", "/ko/grievances/new", "/ar/grievances/new" })
        {
            var kept = new Dictionary<string, EntityTagHeaderValue?>(StringComparer.Ordinal);
            var (first, requests) = await VisitAsync(client, portal.Url, page, kept);
            var (again, _) = await VisitAsync(client, portal.Url, page, kept);
            figures.Add("P11", page + ", first visit", "", Figures.Number(first) + " KB", "", "≤ 60 KB", first <= MostFirst);
            figures.Add("P11", page + ", again", "", Figures.Number(again) + " KB", "", "≤ 15 KB", again <= MostAgain);
            figures.Add("P11", page + ", requests", "", Figures.Number(requests), "", "≤ 6", requests <= MostRequests);
        }
    }

    /// <param name="kept">What the browser keeps: null for files it need not ask for again, else the mark to ask with.</param>
    private static async Task<(double Kilobytes, int Requests)> VisitAsync(HttpClient client, string url, string page, Dictionary<string, EntityTagHeaderValue?> kept)
    {
        var (bytes, html) = await FetchAsync(client, new Uri(url + page), kept);
        var requests = 1;
        foreach (var part in Part().Matches(Encoding.UTF8.GetString(html)).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal))
        {
            var address = new Uri(new Uri(url + page), part);
            if (!kept.TryGetValue(address.ToString(), out var mark) || mark is not null)
            {
                bytes += (await FetchAsync(client, address, kept)).Bytes;
                requests++;
            }
        }

        return (bytes / 1024d, requests);
    }

    private static async Task<(long Bytes, byte[] Content)> FetchAsync(HttpClient client, Uri address, Dictionary<string, EntityTagHeaderValue?> kept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        if (kept.GetValueOrDefault(address.ToString()) is { } mark)
        {
            request.Headers.IfNoneMatch.Add(mark);
        }

        using var answer = await client.SendAsync(request);
        var content = await answer.Content.ReadAsByteArrayAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers).Sum(h => h.Value.Sum(v => h.Key.Length + v.Length + 4));
        if (answer.Headers.CacheControl is { NoStore: false } cache)
        {
            kept[address.ToString()] = cache.MaxAge > TimeSpan.FromDays(1) ? null : answer.Headers.ETag;
        }

        return (content.Length + headers, await Unpacked.OfAsync(answer.Content.Headers.ContentEncoding, content));
    }

    [GeneratedRegex("<(?:link rel=\"(?:stylesheet|icon)\"[^>]*href|script[^>]*src|img[^>]*src)=\"([^\"]+)\"")]
    private static partial Regex Part();
}
