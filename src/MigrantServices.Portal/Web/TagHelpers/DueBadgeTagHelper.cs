using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;

namespace MigrantServices.Portal.Web.TagHelpers;

/// <summary>By when the office answers, with a word when that is near, past, or when the clock stands still.</summary>
[HtmlTargetElement("due-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DueBadgeTagHelper(TextCatalog texts, Clocks clocks, TimeProvider time) : TagHelper
{
    public DateOnly? Due { get; set; }

    public DateOnly? Paused { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "due");
        var now = time.GetUtcNow();
        if (Paused is { } since)
        {
            Badge(output, "warning", texts["due.paused"]);
            output.Content.AppendHtml(Small(texts["due.paused.since", since.ForPeople()]));
        }
        else if (Due is { } due)
        {
            output.Content.AppendHtml(Date(due));
            if (due < Seoul.DateOf(now))
            {
                Badge(output, "danger", texts["due.overdue"]);
            }
            else if (due <= clocks.SoonUntil(now))
            {
                Badge(output, "warning", texts["due.soon"]);
            }
        }
        else
        {
            output.Content.AppendHtml(Small(texts["due.none"]));
        }
    }

    private static TagBuilder Date(DateOnly due)
    {
        var date = new TagBuilder("span");
        date.InnerHtml.Append(due.ForPeople());
        return date;
    }

    private static void Badge(TagHelperOutput output, string tint, string text)
    {
        var badge = new TagBuilder("span");
        badge.AddCssClass("krds-badge bg-light-" + tint);
        badge.InnerHtml.Append(text);
        output.Content.AppendHtml(badge);
    }

    private static TagBuilder Small(string text)
    {
        var small = new TagBuilder("span");
        small.AddCssClass("row-small");
        small.InnerHtml.Append(text);
        return small;
    }
}
