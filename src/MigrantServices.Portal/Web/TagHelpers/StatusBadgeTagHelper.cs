using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MigrantServices.Portal.Web.TagHelpers;

/// <summary>Where a case stands, as a word on a tint; the word says it all, the tint only helps the eye.</summary>
[HtmlTargetElement("status-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatusBadgeTagHelper : TagHelper
{
    /// <summary>The status itself, such as <c>UnderReview</c>.</summary>
    public required object Status { get; set; }

    /// <summary>Its words in the reader's language.</summary>
    public required string Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "krds-badge bg-light-" + Tint(Status.ToString()));
        output.Content.SetContent(Text);
    }

    private static string Tint(string? status) => status switch
    {
        "Submitted" => "information",
        "UnderReview" or "Proposed" or "Investigating" or "SiteInvestigation" or "Mediating" or "ObjectionReview" or "ObjectionProposed"
            or "ToIssue" or "ReissueProposed" or "RevocationProposed" => "primary",
        "Objected" or "Raised" or "ReissueAsked" => "information",
        "AwaitingSupplement" or "Asked" => "warning",
        "Answered" or "Decided" or "Confirmed" => "success",
        "Overdue" or "Refused" => "danger",
        _ => "gray",
    };
}
