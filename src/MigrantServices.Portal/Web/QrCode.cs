using Microsoft.AspNetCore.Html;
using QRCoder;

namespace MigrantServices.Portal.Web;

/// <summary>A code as a square that a telephone reads: digits only, so that it names neither office nor topic.</summary>
public static class QrCode
{
    private const int PixelsPerModule = 4;

    public static IHtmlContent Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return new HtmlString(code.GetGraphic(PixelsPerModule));
    }
}
