using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations.Papers;

namespace MigrantServices.Portal.Web.Checks;

/// <summary>A page to be kept as a file, which checks signatures without the network: script, style and public keys are in it, and it may call nobody.</summary>
public sealed class OfflinePage(SigningKeys keys, TextCatalog texts, TimeProvider time)
{
    private static readonly string Page = Resource("html");
    private static readonly string Script = Resource("js");
    private static readonly string Style = Resource("css");

    private readonly ConcurrentDictionary<(string Language, DateOnly Day), byte[]> _pages = new();

    public IResult Give(HttpResponse response)
    {
        response.Headers["Content-Disposition"] = "attachment; filename=\"check-offline.html\"";
        return Results.Bytes(_pages.GetOrAdd((CultureInfo.CurrentUICulture.Name, Seoul.DateOf(time.GetUtcNow())), made => Make(made.Language, made.Day)), "text/html; charset=utf-8");
    }

    private byte[] Make(string tag, DateOnly day)
    {
        var language = Languages.Find(tag)!;
        var page = Page
            .Replace("{{lang}}", language.Tag, StringComparison.Ordinal)
            .Replace("{{dir}}", language.Direction, StringComparison.Ordinal)
            .Replace("{{script-hash}}", Hash(Script), StringComparison.Ordinal)
            .Replace("{{style-hash}}", Hash(Style), StringComparison.Ordinal)
            .Replace("{{script}}", Script, StringComparison.Ordinal)
            .Replace("{{style}}", Style, StringComparison.Ordinal)
            .Replace("{{keys}}", keys.PublicKeys, StringComparison.Ordinal)
            .Replace("{{says}}", Say("check.offline.says", day.ForPeople(tag)), StringComparison.Ordinal);
        foreach (var (place, key) in Places)
        {
            page = page.Replace($"{{{{{place}}}}}", Say(key), StringComparison.Ordinal);
        }

        return Encoding.UTF8.GetBytes(page);

        string Say(string key, params object[] details) => HtmlEncode(texts.In(tag, key, details));
    }

    private static readonly (string Place, string Key)[] Places =
    [
        ("title", "check.offline.title"), ("limit", "check.offline.limit"), ("code", "check.code"), ("hint", "check.offline.hint"), ("check", "check.ask"),
        ("camera", "check.offline.camera"), ("stop", "check.offline.stop"), ("genuine", "check.offline.genuine"), ("genuine-what", "check.offline.genuine.what"),
        ("wrong", "check.offline.wrong"), ("wrong-what", "check.offline.wrong.what"), ("unable", "check.offline.unable"), ("script-needed", "check.offline.script"),
        ("no-status", "papers.no-status"),
    ];

    private static string HtmlEncode(string text) => WebUtility.HtmlEncode(text);

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Resource(string kind)
    {
        using var stream = typeof(OfflinePage).Assembly.GetManifestResourceStream($"MigrantServices.Portal.Web.Checks.offline.{kind}")
            ?? throw new InvalidOperationException("The page for checks without the network is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
