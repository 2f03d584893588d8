namespace MigrantServices.Core.Documents.Pdf;

/// <summary>The letters in which papers are set. What the first family lacks comes from the next one, so that no script of the portal shows boxes.</summary>
internal static class PdfFont
{
    private const string Families = "Pretendard,Noto Sans,Noto Sans CJK KR,Noto Naskh Arabic,sans-serif";

    public const string Small = Families + " 9";

    public static string Of(string tag) => tag switch
    {
        "H1" => Families + " bold 18",
        "H2" => Families + " bold 13",
        "H3" or "TH" => Families + " bold 11",
        _ => Families + " 11",
    };
}
