using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace MigrantServices.Testing.Hosting;

/// <summary>What a browser was shown.</summary>
public sealed record WebPage(Browserless Browser, Uri Address, HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private readonly Lazy<IHtmlDocument> _document = new(() => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(Body)));

    /// <summary>The addresses that led here, the first one first.</summary>
    public IReadOnlyList<Uri> History { get; init; } = [];

    /// <summary>What the last request asked the database.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    public string Path => Address.AbsolutePath;

    public string Html => Encoding.UTF8.GetString(Body);

    public IHtmlDocument Document => _document.Value;

    /// <summary>The words of the page's main part, blanks drawn together.</summary>
    public string Words => Squeezed(Document.QuerySelector("main") ?? Document.Body);

    public string Title => Squeezed(Document.QuerySelector("h1"));

    /// <summary>The lines of the error summary; empty when there is none.</summary>
    public IReadOnlyList<string> Summary => [.. Document.QuerySelectorAll("#error-summary li").Select(Squeezed)];

    internal Uri? RedirectsTo => (int)Status is >= 300 and < 400 && Headers.TryGetValue("Location", out var to) ? new(Address, to) : null;

    /// <summary>The sentence beside a field; null when there is none.</summary>
    public string? MistakeAt(string name) =>
        Document.GetElementById(name.Replace('.', '_') + "_error") is { } found ? Squeezed(found) : null;

    /// <summary>What stands in a field now; several values are joined by a comma.</summary>
    public string? ValueOf(string name)
    {
        var fields = Document.QuerySelectorAll($"[name='{name}']");
        return fields.Length == 0 ? null : string.Join(',', fields.SelectMany(FormData.ValuesOf));
    }

    /// <summary>The form that holds this field or leads to this address.</summary>
    public IHtmlFormElement Form(string fieldOrAddress) =>
        Document.Forms.FirstOrDefault(form => form.QuerySelector($"[name='{fieldOrAddress}']") is not null)
        ?? Document.Forms.FirstOrDefault(form => (form.GetAttribute("action") ?? "").Contains(fieldOrAddress, StringComparison.OrdinalIgnoreCase))
        ?? throw new InvalidOperationException($"{Address} has no form with {fieldOrAddress}. It says: {(int)Status} {Words}");

    /// <summary>Fills in fields and sends the form they stand in. Several values for one name are separate lines.</summary>
    public Task<WebPage> SubmitAsync(params (string Name, string Value)[] answers) => SendAsync(Form(answers[0].Name), null, answers);

    /// <summary>Sends the form in which a button leads to this handler, as a press on it would.</summary>
    public Task<WebPage> PressAsync(string handler, params (string Name, string Value)[] answers)
    {
        var button = Document.QuerySelectorAll("button").FirstOrDefault(b => (b.GetAttribute("formaction") ?? "").Contains($"handler={handler}", StringComparison.Ordinal));
        return button is null ? SendAsync(Form($"handler={handler}"), null, answers) : SendAsync((IHtmlFormElement)button.Closest("form")!, button.GetAttribute("formaction"), answers);
    }

    public Task<WebPage> SendAsync(IHtmlFormElement form, string? action, params (string Name, string Value)[] answers)
    {
        var data = new FormData(form);
        data.Answer(answers);
        var to = action ?? form.GetAttribute("action");
        return Browser.SendAsync(HttpMethod.Post, string.IsNullOrEmpty(to) ? Address.ToString() : new Uri(Address, to).ToString(), data.Content());
    }

    /// <summary>Hands in files through the form that takes them.</summary>
    public Task<WebPage> UploadAsync(params (string Name, byte[] Content)[] files) => UploadAsync([], files);

    /// <summary>Hands in files with the answers that stand in the same form.</summary>
    public Task<WebPage> UploadAsync((string Name, string Value)[] answers, params (string Name, byte[] Content)[] files)
    {
        var form = (IHtmlFormElement)Document.QuerySelector("input[type=file]")!.Closest("form")!;
        var data = new FormData(form);
        data.Answer(answers);
        return Browser.SendAsync(HttpMethod.Post, new Uri(Address, form.GetAttribute("action") ?? "").ToString(), data.Content(files));
    }

    public Task<WebPage> FollowAsync(string link) =>
        Browser.GetAsync(new Uri(Address, Document.QuerySelector(link)?.GetAttribute("href") ?? throw new InvalidOperationException($"{Address} has no {link}.")).ToString());

    private static string Squeezed(INode? node) => string.Join(' ', (node?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
