using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MigrantServices.Portal.Web.TagHelpers;

/// <summary>What every question of a form shares: its label, its hint, its mistake beside it, and the link between the three.</summary>
public abstract class FormPart(TextCatalog texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required ModelExpression For { get; set; }

    /// <summary>The key of the question's text.</summary>
    public required string Label { get; set; }

    /// <summary>The key of a help text; null for none.</summary>
    public string? Hint { get; set; }

    /// <summary>Marks a question that may stay unanswered; required ones carry no mark.</summary>
    public bool Optional { get; set; }

    protected TextCatalog Texts => texts;

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => IdOf(Name);

    protected ModelStateEntry? State => ViewContext.ModelState.TryGetValue(Name, out var state) ? state : null;

    protected string? Mistake => State?.Errors.FirstOrDefault()?.ErrorMessage;

    /// <summary>The ids that describe the question to a screen reader; null when there is neither hint nor mistake.</summary>
    protected string? DescribedBy =>
        (Hint, Mistake) switch
        {
            (null, null) => null,
            (not null, null) => Id + "_hint",
            (null, not null) => Id + "_error",
            _ => $"{Id}_hint {Id}_error",
        };

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    protected IHtmlContent LabelText()
    {
        ViewContext.HttpContext.QuestionsShown()[Name] = texts[Label];
        var text = new HtmlContentBuilder().Append(texts[Label]);
        return Optional ? text.Append(" ").AppendHtml(Element("span", "form-optional", texts["form.optional"])) : text;
    }

    protected void AppendHint(TagHelperContent content)
    {
        if (Hint is not null)
        {
            content.AppendHtml(Element("p", "form-hint", texts[Hint], Id + "_hint"));
        }
    }

    protected void AppendMistake(TagHelperContent content)
    {
        if (Mistake is { } mistake)
        {
            content.AppendHtml(Element("p", "form-hint-invalid", mistake, Id + "_error"));
        }
    }

    protected static TagBuilder Element(string tag, string cssClass, string? text = null, string? id = null)
    {
        var element = new TagBuilder(tag);
        element.AddCssClass(cssClass);
        if (text is not null)
        {
            element.InnerHtml.Append(text);
        }

        if (id is not null)
        {
            element.Attributes["id"] = id;
        }

        return element;
    }

    /// <summary>Everything written on the tag that is not ours (maxlength, accept, data-...) goes to the control itself.</summary>
    protected static void HandOver(TagHelperOutput output, TagBuilder control)
    {
        foreach (var attribute in output.Attributes)
        {
            control.MergeAttribute(attribute.Name, attribute.Value?.ToString() ?? attribute.Name, replaceExisting: true);
        }

        output.Attributes.Clear();
    }
}
