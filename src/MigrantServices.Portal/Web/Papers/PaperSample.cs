using MigrantServices.Core.Storage.Seed.Demo;

namespace MigrantServices.Portal.Web.Papers;

/// <summary>A child that does not exist, for looking at the papers and for measuring them. The photograph is drawn.</summary>
public static class PaperSample
{
    public const string CheckAddress = "https://portal.gg.go.kr/check";

    public static byte[] Photo => DemoPhotograph.Jpeg;

    public static PaperFacts Facts(string token, string language = "vi") => new()
    {
        NativeName = "Nguyễn Ngọc Ánh Dương",
        LatinName = "NGUYEN NGOC ANH DUONG",
        KoreanName = "응우옌 응옥 아인 즈엉",
        BornOn = new(2021, 3, 5),
        Sex = "female",
        Photo = Photo,
        DocumentSerial = "7KQM-4XWT-DR",
        CardSerial = "7KQM-4XWT-C8",
        IssuedAt = new(2026, 11, 23, 3, 0, 0, TimeSpan.Zero),
        Municipality = "41270",
        Language = language,
        Token = token,
        Phone = "1661-0222",
    };
}
