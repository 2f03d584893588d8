using System.Net;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace MigrantServices.Testing.Hosting;

/// <summary>A browser without a window: keeps cookies, follows redirects, fills in forms.</summary>
public sealed class Browserless : IDisposable
{
    private const int MostRedirects = 8;

    private readonly PortalHost _host;
    private readonly HttpClient _client;

    internal Browserless(PortalHost host)
    {
        _host = host;
        _client = host.CreateDefaultClient(new Uri("https://localhost"));
        _client.Timeout = TimeSpan.FromSeconds(60);
    }

    /// <summary>What the portal has laid down in this browser, by name.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public Task<WebPage> GetAsync(string address) => SendAsync(HttpMethod.Get, address);

    /// <summary>Sends fields as they are, for requests that no form would make.</summary>
    public Task<WebPage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, address, Encode(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    public async Task<WebPage> SendAsync(HttpMethod method, string address, HttpContent? content = null)
    {
        var answer = await OnceAsync(method, address, content);
        var history = new List<Uri>();
        while (answer.RedirectsTo is { } next && history.Count < MostRedirects)
        {
            history.Add(answer.Address);
            answer = await OnceAsync(HttpMethod.Get, next.ToString(), null);
        }

        return answer with { History = history };
    }

    /// <summary>One request and its answer, redirects not followed.</summary>
    public async Task<WebPage> OnceAsync(HttpMethod method, string address, HttpContent? content = null)
    {
        var number = Guid.NewGuid().ToString("N");
        using var request = new HttpRequestMessage(method, new Uri(_client.BaseAddress!, address)) { Content = content };
        request.Headers.TryAddWithoutValidation(StatementCounter.Header, number);
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var response = await _client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        Keep(response);
        return new(this, request.RequestUri!, response.StatusCode, Headers(response), body) { Statements = _host.Statements.Of(number) };
    }

    /// <summary>Unlike the framework's own it takes texts that are too long for an address.</summary>
    public static HttpContent Encode(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var text = string.Join('&', fields.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}"));
        return Encoded(text);
    }

    /// <summary>As browsers send it: without naming a charset, which the framework would read it by.</summary>
    public static HttpContent Encoded(string text) => new StringContent(text, Encoding.ASCII, new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"));

    public void Dispose() => _client.Dispose();

    private void Keep(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues(HeaderNames.SetCookie, out var lines))
        {
            return;
        }

        foreach (var cookie in SetCookieHeaderValue.ParseList([.. lines]))
        {
            if (cookie.Value.Length == 0 || cookie.MaxAge <= TimeSpan.Zero)
            {
                Cookies.Remove(cookie.Name.Value!);
            }
            else
            {
                Cookies[cookie.Name.Value!] = cookie.Value.Value!;
            }
        }
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage response) => response.Headers.Concat(response.Content.Headers)
        .ToDictionary(header => header.Key, header => string.Join('\n', header.Value), StringComparer.OrdinalIgnoreCase);
}
