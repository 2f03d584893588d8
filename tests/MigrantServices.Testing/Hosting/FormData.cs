using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace MigrantServices.Testing.Hosting;

/// <summary>What a browser would send for a form as it stands.</summary>
internal sealed class FormData
{
    private readonly List<KeyValuePair<string, string>> _fields;
    private readonly string? _fileField;
    private readonly bool _isMultipart;

    public FormData(IHtmlFormElement form)
    {
        _fields = [.. form.QuerySelectorAll("input[name], textarea[name], select[name]")
            .SelectMany(field => ValuesOf(field).Select(value => KeyValuePair.Create(field.GetAttribute("name")!, value)))];
        _fileField = form.QuerySelector("input[type=file]")?.GetAttribute("name");
        _isMultipart = form.GetAttribute("enctype") == "multipart/form-data";
    }

    public static IEnumerable<string> ValuesOf(IElement field) => field switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked ? [box.Value is { Length: > 0 } value ? value : "on"] : [],
        IHtmlInputElement { Type: "file" or "submit" or "button" } => [],
        IHtmlInputElement input => [input.Value],
        IHtmlTextAreaElement area => [area.Value],
        IHtmlSelectElement list => [list.Value ?? ""],
        _ => [],
    };

    /// <summary>Takes the place of whatever stood under the same names.</summary>
    public void Answer((string Name, string Value)[] answers)
    {
        var named = answers.Select(answer => answer.Name).ToHashSet(StringComparer.Ordinal);
        _fields.RemoveAll(field => named.Contains(field.Key));
        _fields.AddRange(answers.Select(answer => KeyValuePair.Create(answer.Name, answer.Value)));
    }

    public HttpContent Content() => _isMultipart ? Content([]) : Browserless.Encode(_fields);

    public HttpContent Content((string Name, byte[] Content)[] files)
    {
        var parts = new MultipartFormDataContent();
        foreach (var field in _fields)
        {
            parts.Add(new StringContent(field.Value), field.Key);
        }

        foreach (var file in files)
        {
            var part = new ByteArrayContent(file.Content);
            // as browsers write names that are not ASCII: raw bytes
            var name = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(file.Name.Replace("\"", "%22", StringComparison.Ordinal)));
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{_fileField}\"; filename=\"{name}\"");
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            parts.Add(part);
        }

        return parts;
    }
}
