using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MigrantServices.Portal.Web.TagHelpers;

/// <summary>All mistakes of a form in one place at the top, each naming its question and leading to it; nothing when there are none.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(TextCatalog texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("id", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Attributes.SetAttribute("data-focus", "");

        var title = new TagBuilder("h2") { Attributes = { ["id"] = "error-summary-title" } };
        title.InnerHtml.Append(texts["form.mistakes"]);
        var list = new TagBuilder("ul");
        foreach (var (name, state) in ViewContext.ModelState.OrderBy(entry => Place(entry.Key), StringComparer.Ordinal))
        {
            foreach (var error in state!.Errors)
            {
                list.InnerHtml.AppendHtml(Line(name, error.ErrorMessage));
            }
        }

        output.Content.AppendHtml(title).AppendHtml(list);
    }

    /// <summary>Sorts mistakes in the order of the input record, which is that of the page; the model state keeps none.</summary>
    private string Place(string name)
    {
        var place = "";
        var metadata = ViewContext.ViewData.ModelMetadata;
        foreach (var part in name.Split('.').Select(part => part.Split('[')[0]))
        {
            var owner = metadata.ElementMetadata ?? metadata;
            var number = owner.Properties.TakeWhile(property => property.Name != part).Count();
            place += $"{number:D3}.";
            metadata = number < owner.Properties.Count ? owner.Properties[number] : owner;
        }

        return place;
    }

    private TagBuilder Line(string name, string message)
    {
        var line = new TagBuilder("li");
        if (name.Length == 0)
        {
            line.InnerHtml.Append(message);
            return line;
        }

        // a mistake in one of several answers leads to their question
        var question = name.EndsWith(']') ? name[..name.LastIndexOf('[')] : name;
        var link = new TagBuilder("a") { Attributes = { ["href"] = "#" + FormPart.IdOf(question) } };
        link.InnerHtml.AppendHtml(new NameOf(question, ViewContext.HttpContext.QuestionsShown())).Append(message);
        line.InnerHtml.AppendHtml(link);
        return line;
    }

    /// <summary>The question's own words. They are looked up when the page is written out: the questions stand below the summary and are drawn after it.</summary>
    private sealed class NameOf(string question, IDictionary<string, string> shown) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            if (shown.TryGetValue(question, out var text))
            {
                encoder.Encode(writer, text);
                writer.Write(" – ");
            }
        }
    }
}
