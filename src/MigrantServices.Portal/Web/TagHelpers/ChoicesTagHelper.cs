using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MigrantServices.Portal.Web.TagHelpers;

/// <summary>A question answered by picking: one of a few, several of a few, or one of a long list.</summary>
[HtmlTargetElement("choices", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoicesTagHelper(TextCatalog texts) : FormPart(texts)
{
    public required IEnumerable<Choice> Items { get; set; }

    /// <summary>Several answers may be picked.</summary>
    public bool Multiple { get; set; }

    /// <summary>A drop-down list, for more answers than a screen should show at once.</summary>
    public bool Select { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = Select ? "div" : "fieldset";
        var control = Select ? DropDown() : Buttons(output);
        if (Select)
        {
            HandOver(output, control);
        }

        output.Attributes.SetAttribute("class", Mistake is null ? "form-group" : "form-group is-error");
        var label = new TagBuilder(Select ? "label" : "legend");
        label.InnerHtml.AppendHtml(LabelText());
        var title = label;
        if (Select)
        {
            label.Attributes["for"] = Id;
            title = Element("div", "form-tit");
            title.InnerHtml.AppendHtml(label);
        }
        else
        {
            label.AddCssClass("form-tit");
            Describe(output.Attributes);
        }

        output.Content.AppendHtml(title);
        AppendHint(output.Content);
        AppendMistake(output.Content);
        output.Content.AppendHtml(control);
    }

    private void Describe(TagHelperAttributeList attributes)
    {
        if (DescribedBy is { } describedBy)
        {
            attributes.SetAttribute("aria-describedby", describedBy);
        }
    }

    private TagBuilder DropDown()
    {
        var list = Element("select", "krds-form-select large", id: Id);
        list.Attributes["name"] = Name;
        if (DescribedBy is { } describedBy)
        {
            list.Attributes["aria-describedby"] = describedBy;
        }

        if (Mistake is not null)
        {
            list.Attributes["aria-invalid"] = "true";
        }

        var nothing = new TagBuilder("option") { Attributes = { ["value"] = "" } };
        nothing.InnerHtml.Append(Texts["form.choose"]);
        list.InnerHtml.AppendHtml(nothing);
        var picked = Picked();
        foreach (var item in Items)
        {
            var option = new TagBuilder("option") { Attributes = { ["value"] = item.Value } };
            option.InnerHtml.Append(item.Text);
            if (picked.Contains(item.Value))
            {
                option.Attributes["selected"] = "selected";
            }

            list.InnerHtml.AppendHtml(option);
        }

        return list;
    }

    private TagBuilder Buttons(TagHelperOutput output)
    {
        var area = Element("div", "krds-check-area chk-column");
        var picked = Picked();
        var number = 0;
        foreach (var item in Items)
        {
            // the first carries the question's own id, so that the error summary leads to it
            var id = number++ == 0 ? Id : Id + "_" + number.ToString(CultureInfo.InvariantCulture);
            area.InnerHtml.AppendHtml(Button(item, id, picked.Contains(item.Value), output));
        }

        return area;
    }

    private TagBuilder Button(Choice item, string id, bool isPicked, TagHelperOutput output)
    {
        var button = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        foreach (var attribute in output.Attributes.Where(attribute => attribute.Name.StartsWith("data-", StringComparison.Ordinal)))
        {
            button.Attributes[attribute.Name] = attribute.Value?.ToString();
        }

        button.Attributes["type"] = Multiple ? "checkbox" : "radio";
        button.Attributes["id"] = id;
        button.Attributes["name"] = Name;
        button.Attributes["value"] = item.Value;
        if (isPicked)
        {
            button.Attributes["checked"] = "checked";
        }

        var label = new TagBuilder("label") { Attributes = { ["for"] = id } };
        label.InnerHtml.Append(item.Text);
        var whole = Element("div", "krds-form-check large");
        whole.InnerHtml.AppendHtml(button).AppendHtml(label);
        if (item.Hint is { } hint)
        {
            button.Attributes["aria-describedby"] = id + "_hint";
            whole.InnerHtml.AppendHtml(Element("p", "form-hint", hint, id + "_hint"));
        }

        return whole;
    }

    private HashSet<string> Picked()
    {
        if (State?.RawValue is { } sent)
        {
            return sent is string[] several ? [.. several] : [sent.ToString() ?? ""];
        }

        return For.Model switch
        {
            null => [],
            string one => [one],
            bool yes => [yes ? "true" : "false"],
            IEnumerable several => [.. several.Cast<object>().Select(value => value.ToString() ?? "")],
            var one => [one.ToString() ?? ""],
        };
    }
}
