using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace MigrantServices.Portal.Web.TagHelpers;

/// <summary>A code as a picture that a telephone can read. It is drawn in the page itself, so that it stands in no address.</summary>
[HtmlTargetElement("qr-code", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class QrCodeTagHelper : TagHelper
{
    public required string Content { get; set; }

    /// <summary>What the picture is, for those who do not see it; in the reader's language.</summary>
    public required string Alt { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        using var maker = new QRCodeGenerator();
        using var code = maker.CreateQrCode(Content, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (!output.Attributes.ContainsName("class"))
        {
            output.Attributes.SetAttribute("class", "qr-code");
        }

        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Alt);
        output.Attributes.SetAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {size} {size}"));
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        output.Content.SetHtmlContent($"<path fill=\"#fff\" d=\"M0 0h{size}v{size}H0z\"/><path fill=\"#000\" d=\"{Squares(code.ModuleMatrix)}\"/>");
    }

    private static string Squares(List<System.Collections.BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return path.ToString();
    }
}
