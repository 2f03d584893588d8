using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MigrantServices.Portal.Web.TagHelpers;

/// <summary>How far one has come in a form of several pages; on a phone a thin bar and "2 of 6".</summary>
[HtmlTargetElement("steps", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StepsTagHelper(TextCatalog texts) : TagHelper
{
    /// <summary>Counted from 1.</summary>
    public int Current { get; set; }

    /// <summary>The keys of the steps' titles, in order.</summary>
    public required IReadOnlyList<string> Titles { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "steps");

        var now = new TagBuilder("p");
        now.AddCssClass("steps-now");
        now.InnerHtml.Append(texts["form.step", Current, Titles.Count]);
        var list = new TagBuilder("ol");
        for (var number = 1; number <= Titles.Count; number++)
        {
            list.InnerHtml.AppendHtml(Step(number, texts[Titles[number - 1]]));
        }

        output.Content.AppendHtml(now).AppendHtml(list);
    }

    private TagBuilder Step(int number, string title)
    {
        var step = new TagBuilder("li");
        var words = new TagBuilder("span");
        words.InnerHtml.Append(title);
        step.InnerHtml.AppendHtml(words);
        if (number < Current)
        {
            step.AddCssClass("done");
            var done = new TagBuilder("span");
            done.AddCssClass("sr-only");
            done.InnerHtml.Append(texts["form.step-done"]);
            step.InnerHtml.AppendHtml(done);
        }
        else if (number == Current)
        {
            step.AddCssClass("current");
            step.Attributes["aria-current"] = "step";
        }

        return step;
    }
}
