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

    /// <summary>The very moment, for a period that runs by the hour.</summary>
    public DateTimeOffset? At { get; set; }

    public DateOnly? Paused { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "due");
        var now = time.GetUtcNow();
        // a day that had passed before the clock was stopped is said first
        if (Due is { } due)
        {
            output.Content.AppendHtml(Date(At is { } moment ? moment.ForPeopleWithTime() : due.ForPeople()));
            if (At is { } last ? now > last : due < Seoul.DateOf(now))
            {
                Badge(output, "danger", texts["due.overdue"]);
            }
            else if (due <= clocks.SoonUntil(now))
            {
                Badge(output, "warning", texts["due.soon"]);
            }
        }

        if (Paused is { } since)
        {
            Badge(output, "warning", texts["due.paused"]);
            output.Content.AppendHtml(Small(texts["due.paused.since", since.ForPeople()]));
        }
        else if (Due is null)
        {
            output.Content.AppendHtml(Small(texts["due.none"]));
        }
    }

    private static TagBuilder Date(string due)
    {
        var date = new TagBuilder("span");
        date.InnerHtml.Append(due);
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
