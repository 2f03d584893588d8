using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Documents.Pdf;
using MigrantServices.Core.Grievances;

namespace MigrantServices.Portal.Web.Papers;

/// <summary>What a desk knows when it prints papers; the sentences are added here.</summary>
public sealed record PaperFacts
{
    public required string? NativeName { get; init; }

    public required string? LatinName { get; init; }

    public required string? KoreanName { get; init; }

    /// <summary>The language of the name in its own script; null takes the family's.</summary>
    public string? NativeLanguage { get; init; }

    public required DateOnly BornOn { get; init; }

    public DatePrecision BornPrecision { get; init; } = DatePrecision.Day;

    /// <summary>"female", "male", or null where it is not to stand on the papers.</summary>
    public string? Sex { get; init; }

    /// <summary>As <see cref="Photograph"/> draws it.</summary>
    public required byte[] Photo { get; init; }

    public required string DocumentSerial { get; init; }

    public required string CardSerial { get; init; }

    public int Template { get; init; } = Core.ChildConfirmations.Papers.Papers.NewestTemplate;

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The code of the municipality.</summary>
    public required string Municipality { get; init; }

    /// <summary>The family's language; one that the portal does not speak is answered in English beside Korean.</summary>
    public required string Language { get; init; }

    public required string Token { get; init; }

    /// <summary>Of the office that takes found papers.</summary>
    public required string Phone { get; init; }
}

/// <summary>Puts the sentences of both languages to the facts and prints document and card.</summary>
/// <remarks><c>Check:Address</c> is the address of the check page that the QR codes open, such as <c>https://portal.example/check</c>.</remarks>
public sealed class PaperPrinter(TextCatalog texts, IConfiguration settings)
{
    private static readonly string[] RightToLeft = ["ar", "ur", "fa", "ps", "he"];

    public PrintedPapers Print(PaperFacts facts, HttpRequest request) => Print(facts, settings["Check:Address"] ?? $"{request.Scheme}://{request.Host}/check");

    public PrintedPapers Print(PaperFacts facts, string checkAddress) => Core.ChildConfirmations.Papers.Papers.Print(Content(facts, checkAddress));

    public PaperContent Content(PaperFacts facts, string checkAddress)
    {
        var theirs = Languages.Find(facts.Language) ?? Languages.English;
        var native = facts.NativeLanguage ?? facts.Language;
        return new()
        {
            Template = facts.Template,
            Names = new(facts.NativeName, facts.LatinName, facts.KoreanName, new(native, RightToLeft.Contains(native, StringComparer.Ordinal))),
            BornOn = facts.BornOn,
            BornPrecision = facts.BornPrecision,
            Photo = facts.Photo,
            DocumentSerial = facts.DocumentSerial,
            CardSerial = facts.CardSerial,
            IssuedOn = Seoul.DateOf(facts.IssuedAt),
            IssuedAt = facts.IssuedAt,
            CheckUrl = $"{checkAddress}#{facts.Token}",
            Phone = facts.Phone,
            InKorean = Words(Languages.Korean, facts),
            InTheirLanguage = theirs == Languages.Korean ? null : Words(theirs, facts),
        };
    }

    private PaperWords Words(Language language, PaperFacts facts)
    {
        // the words of a version stay as they are: where a later one says it otherwise, it has a key of its own
        string Say(string key) => texts.In(
            language.Tag, Enumerable.Range(2, facts.Template - 1).Reverse().Select(version => $"{key}.{version}").FirstOrDefault(newer => texts.HasIn(language.Tag, newer)) ?? key);
        return new()
        {
            Language = new PdfLanguage(language.Tag, language.IsRightToLeft),
            Province = Say("papers.province"),
            Document = Say("papers.document"),
            Card = Say("papers.card"),
            Name = Say("papers.name"),
            BornOn = Say("papers.born-on"),
            Sex = Say("papers.sex"),
            SexIs = facts.Sex is { } sex ? Say("papers.sex." + sex) : null,
            DocumentSerial = Say("papers.document-serial"),
            CardSerial = Say("papers.card-serial"),
            IssuedOn = Say("papers.issued-on"),
            IssuedBy = Say("papers.issued-by"),
            Municipality = Say("municipalities." + facts.Municipality),
            Governor = Say("papers.governor"),
            Confirms = Say("papers.confirms"),
            NoStatus = Say("papers.no-status"),
            Found = Say("papers.found"),
            Check = Say("papers.check"),
            PhotoAlt = Say("papers.photo.alt"),
            CodeAlt = Say("papers.code.alt"),
        };
    }
}
