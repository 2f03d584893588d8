using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MigrantServices.Portal.Web.TagHelpers;

/// <summary>One filter of a list: a drop-down whose first entry leaves everything in.</summary>
[HtmlTargetElement("field-filter", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldFilterTagHelper(TextCatalog texts) : TagHelper
{
    /// <summary>The name in the address.</summary>
    public required string Name { get; set; }

    /// <summary>The key of its label.</summary>
    public required string Label { get; set; }

    public string? Chosen { get; set; }

    public required IEnumerable<Choice> Items { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "filter");
        var label = new TagBuilder("label") { Attributes = { ["for"] = "filter-" + Name } };
        label.InnerHtml.Append(texts[Label]);
        var list = new TagBuilder("select") { Attributes = { ["id"] = "filter-" + Name, ["name"] = Name } };
        list.AddCssClass("krds-form-select large");
        list.InnerHtml.AppendHtml(Option(new("", texts["worklist.any"])));
        foreach (var item in Items)
        {
            list.InnerHtml.AppendHtml(Option(item));
        }

        output.Content.AppendHtml(label).AppendHtml(list);
    }

    private TagBuilder Option(Choice item)
    {
        var option = new TagBuilder("option") { Attributes = { ["value"] = item.Value } };
        option.InnerHtml.Append(item.Text);
        if (item.Value.Length > 0 && item.Value == Chosen)
        {
            option.Attributes["selected"] = "selected";
        }

        return option;
    }
}
