using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Documents.Kinds;

namespace MigrantServices.Portal.Web.TagHelpers;

/// <summary>A question answered by choosing files: as many, as large and of such kinds as are taken, with those that were refused beside it.</summary>
[HtmlTargetElement("files", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FilesTagHelper(TextCatalog texts) : TagHelper
{
    /// <summary>The name of the field, and of the mistakes that belong to it.</summary>
    public const string Name = "Files";

    private const int Megabyte = 1024 * 1024;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The key of the question's text.</summary>
    public required string Label { get; set; }

    /// <summary>The key of a help text that names how many files of how many megabytes are taken.</summary>
    public required string Hint { get; set; }

    /// <summary>The key of what to say when files were sent and not kept; null or empty when none were.</summary>
    public string? Lost { get; set; }

    /// <summary>What stands between the help text and the chooser, such as the files that are there already.</summary>
    public IHtmlContent? Above { get; set; }

    /// <summary>Why a file was not taken. Its name stands apart: names are often in another script than the sentence.</summary>
    public static string NotTaken(string name, string why) => $"\u2068{name}\u2069: {why}";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.HttpContext.QuestionsShown()[Name] = texts[Label];
        var below = await output.GetChildContentAsync();
        var refused = ViewContext.ModelState[Name]?.Errors.Select(error => error.ErrorMessage).ToList() ?? [];
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", refused.Count > 0 ? "form-group is-error" : "form-group");

        var label = new TagBuilder("label") { Attributes = { ["for"] = Name } };
        label.InnerHtml.Append(texts[Label] + " ").AppendHtml(Element("span", "form-optional", texts["form.optional"]));
        var title = Element("div", "form-tit");
        title.InnerHtml.AppendHtml(label);
        var hint = Element("p", "form-hint", texts[Hint, CaseFile.MaxPerFiling, CaseFile.MaxLength / Megabyte]);
        hint.Attributes["id"] = Name + "_hint";
        output.Content.AppendHtml(title).AppendHtml(hint);
        if (refused.Count > 0)
        {
            output.Content.AppendHtml(Refused(refused));
        }

        if (!string.IsNullOrEmpty(Lost))
        {
            output.Content.AppendHtml(Element("p", "notice", texts[Lost]));
        }

        var box = Element("div", "form-conts");
        box.InnerHtml.AppendHtml(Input(refused.Count > 0));
        output.Content.AppendHtml(Above ?? HtmlString.Empty).AppendHtml(box).AppendHtml(below);
    }

    private static TagBuilder Refused(List<string> refused)
    {
        var all = new TagBuilder("div") { Attributes = { ["id"] = Name + "_error" } };
        foreach (var why in refused)
        {
            all.InnerHtml.AppendHtml(Element("p", "form-hint-invalid", why));
        }

        return all;
    }

    private static TagBuilder Input(bool isRefused)
    {
        var input = new TagBuilder("input")
        {
            TagRenderMode = TagRenderMode.SelfClosing,
            Attributes =
            {
                ["type"] = "file",
                ["id"] = Name,
                ["name"] = Name,
                ["multiple"] = "multiple",
                ["accept"] = FileKinds.Accept,
                ["aria-describedby"] = isRefused ? $"{Name}_hint {Name}_error" : Name + "_hint",
            },
        };
        input.AddCssClass("file-input");
        if (isRefused)
        {
            input.Attributes["aria-invalid"] = "true";
        }

        return input;
    }

    private static TagBuilder Element(string tag, string cssClass, string? text = null)
    {
        var element = new TagBuilder(tag);
        element.AddCssClass(cssClass);
        if (text is not null)
        {
            element.InnerHtml.Append(text);
        }

        return element;
    }
}
