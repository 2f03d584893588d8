using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace MigrantServices.Testing;

/// <summary>Somebody with a browser without script: opens pages, fills in forms and sends them as they stand.</summary>
public sealed class Visitor(HttpMessageHandler portal) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http = new(portal) { BaseAddress = new("https://localhost") };

    public HttpResponseMessage Answer { get; private set; } = null!;

    public IHtmlDocument Page { get; private set; } = null!;

    public HttpStatusCode Status => Answer.StatusCode;

    public string Text => Page.Body!.TextContent;

    public Uri Address { get; private set; } = new("https://localhost");

    /// <summary>Follows redirects, as a browser does.</summary>
    public Task OpenAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    /// <summary>Sends the form that stands in the page, with what a test fills in.</summary>
    public Task SubmitAsync(string selector, params (string Name, string Value)[] filled) => SubmitAsync(selector, [], filled);

    public Task SubmitAsync(string selector, (string Name, byte[] Content)[] files, params (string Name, string Value)[] filled)
    {
        var form = Page.QuerySelector(selector) as IHtmlFormElement ?? throw new InvalidOperationException($"There is no form {selector} in:\n{Text}");
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(field => field.Type is not ("submit" or "file" or "checkbox" or "radio"))
            .Select(field => KeyValuePair.Create(field.Name ?? "", field.Value))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(field => KeyValuePair.Create(field.Name ?? "", field.Value)))
            .Where(field => !filled.Any(f => f.Name == field.Key))
            .Concat(filled.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Address, form.GetAttribute("action") ?? "")) { Content = Body(form.Enctype, fields, files) });
    }

    public void Forget(string cookie) => _cookies.GetCookies(Address).Where(kept => kept.Name == cookie).ToList().ForEach(kept => kept.Expired = true);

    public void Dispose() => _http.Dispose();

    private static HttpContent Body(string? encoding, IEnumerable<KeyValuePair<string, string>> fields, (string Name, byte[] Content)[] files)
    {
        if (encoding != "multipart/form-data")
        {
            return new FormUrlEncodedContent(fields);
        }

        var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            body.Add(new StringContent(value), $"\"{name}\"");
        }

        foreach (var (name, content) in files)
        {
            body.Add(new ByteArrayContent(content), "\"Files\"", $"\"{name}\"");
        }

        return body;
    }

    private async Task SendAsync(HttpRequestMessage request)
    {
        var address = new Uri(_http.BaseAddress!, request.RequestUri!);
        if (_cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
        {
            request.Headers.Add("Cookie", cookies);
        }

        Answer = await _http.SendAsync(request);
        foreach (var cookie in Answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            _cookies.SetCookies(address, cookie);
        }

        if (Answer.Headers.Location is { } next)
        {
            await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, next)));
            return;
        }

        Address = address;
        Page = await Parser.ParseDocumentAsync(await Answer.Content.ReadAsStringAsync());
    }
}
