using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MigrantServices.Portal.Web.TagHelpers;

/// <summary>A question answered by writing: label, hint, box and the mistake beside it; what was typed stays.</summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(TextCatalog texts) : FormPart(texts)
{
    private static readonly string[] NeverShownAgain = ["password", "file"];
    private static readonly string[] AnyScript = ["text", "textarea", "search"];

    /// <summary><c>text</c>, <c>textarea</c>, or any type of an HTML input.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Height of a textarea in lines.</summary>
    public int Rows { get; set; } = 6;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = Control();
        HandOver(output, control);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Mistake is null ? "form-group" : "form-group is-error");

        var label = new TagBuilder("label");
        label.Attributes["for"] = Id;
        label.InnerHtml.AppendHtml(LabelText());
        var title = Element("div", "form-tit");
        title.InnerHtml.AppendHtml(label);
        var box = Element("div", Mistake is null ? "form-conts" : "form-conts is-error");
        box.InnerHtml.AppendHtml(control);

        output.Content.AppendHtml(title);
        AppendHint(output.Content);
        AppendMistake(output.Content);
        output.Content.AppendHtml(box);
    }

    private TagBuilder Control()
    {
        var control = Element(Type == "textarea" ? "textarea" : "input", Type == "file" ? "file-input" : "krds-input", id: Id);
        control.Attributes["name"] = Name;
        if (DescribedBy is { } describedBy)
        {
            control.Attributes["aria-describedby"] = describedBy;
        }

        if (Mistake is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }

        if (AnyScript.Contains(Type, StringComparer.Ordinal))
        {
            control.Attributes["dir"] = "auto";
        }

        var value = NeverShownAgain.Contains(Type, StringComparer.Ordinal) ? null : State?.AttemptedValue ?? Written(For.Model);
        if (Type == "textarea")
        {
            control.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
            // a browser swallows the first line break of a textarea
            control.InnerHtml.AppendHtml("\n").Append(value ?? "");
            return control;
        }

        control.TagRenderMode = TagRenderMode.SelfClosing;
        control.Attributes["type"] = Type;
        if (value is not null)
        {
            control.Attributes["value"] = value;
        }

        return control;
    }

    private static string? Written(object? model) => model switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        _ => Convert.ToString(model, CultureInfo.InvariantCulture),
    };
}
