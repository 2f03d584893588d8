using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.Reference;
using MigrantServices.Core.Storage.Seed;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Papers;
using MigrantServices.Testing.Papers;
using Xunit;

namespace MigrantServices.Core.Tests.ChildConfirmations;

/// <summary>A version of the papers that was once handed out keeps its words and its look; a new one begins on its day.</summary>
public sealed class PaperVersionTests
{
    private static readonly PaperPrinter Printer = new(TextCatalog.Load(Path.Combine(Text.Repository.Portal, "Text"), refusesMissing: true), new ConfigurationBuilder().Build());

    private static readonly Tokens Office = new();

    private readonly string _token = Office.Signer.Sign().Text;

    // never renew a mark: other words are another version
    [Theory]
    [InlineData(1, "31abeea51ca7306f")]
    [InlineData(2, "9b9328a7a020ad10")]
    public void The_words_of_a_version_stay_as_they_are(int version, string mark)
    {
        var words = ReferenceText.EverybodysLanguages.Select(language => Printer.Content(PaperSample.Facts("token", language) with { Template = version }, PaperSample.CheckAddress))
            .SelectMany(content => Said(content.InTheirLanguage ?? content.InKorean));

        Assert.Equal(mark, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words))))[..16]);
    }

    [PdfFact]
    public void An_older_version_is_the_same_file_each_time_and_a_newer_one_another()
    {
        var (first, again, newer) = (Print(1), Print(1), Print(2));

        Assert.Equal(first.Document, again.Document);
        Assert.Equal(first.Card, again.Card);
        Assert.NotEqual(first.Document, newer.Document);
        Assert.NotEqual(first.Card, newer.Card);
    }

    [NeedsPrograms("pdftotext")]
    public void The_document_says_what_its_date_is_from_the_second_version_on()
    {
        Assert.DoesNotContain("발급일", Read(Print(1).Document), StringComparison.Ordinal);
        Assert.Contains("발급일", Read(Print(2).Document), StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_begins_on_its_day_in_Seoul_and_the_list_names_none_that_cannot_be_made()
    {
        var book = new ReferenceBook();
        book.Fill(ReferenceSeed.Shipped());
        var templates = new Templates(book);
        var lastNight = new DateTimeOffset(2026, 11, 30, 14, 59, 59, TimeSpan.Zero);

        Assert.Equal((1, 2), (templates.VersionOf(Templates.Papers, lastNight), templates.VersionOf(Templates.Papers, lastNight.AddSeconds(1))));
        Assert.Equal(("child-receipt.1", "child-receipt.2"), (templates.Newest(Templates.ChildReceipt, lastNight), templates.Newest(Templates.ChildReceipt, lastNight.AddSeconds(1))));
        Assert.Equal("child-loss.1", templates.Newest("child-loss", lastNight));
        Assert.Equal(Papers.NewestTemplate, Templates.Made[Templates.Papers]);
        Assert.All(book.All(Lists.Templates), item => Assert.InRange(EntryDetails.Of(item.Details).Version!.Value, 1, Templates.Made[item.Code]));
    }

    private static IEnumerable<string?> Said(PaperWords words) =>
    [
        words.Province, words.Document, words.Card, words.Name, words.BornOn, words.Sex, words.SexIs, words.DocumentSerial, words.CardSerial, words.IssuedOn, words.IssuedBy,
        words.Municipality, words.Governor, words.Confirms, words.NoStatus, words.Found, words.Check, words.PhotoAlt, words.CodeAlt,
    ];

    private PrintedPapers Print(int version) => Printer.Print(PaperSample.Facts(_token) with { Template = version }, PaperSample.CheckAddress);

    private static string Read(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            return Tokens.Run("pdftotext", "-layout", file, "-");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
