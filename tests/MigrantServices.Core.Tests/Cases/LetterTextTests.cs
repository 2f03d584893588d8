using MigrantServices.Core.Cases;
using Xunit;

namespace MigrantServices.Core.Tests.Cases;

public sealed class LetterTextTests
{
    private const string Text = "Our answer\n\nOffice: Gyeonggi Province\nDate: 23 November 2026\n\n■ Reason\n\nThe house: it was asked.\nTwice.";

    [Fact]
    public void Title_facts_headings_and_paragraphs_are_known_by_how_they_are_written() => Assert.Equal(
        [LetterPart.Title, LetterPart.Facts, LetterPart.Heading, LetterPart.Paragraph],
        LetterText.Pieces(Text).Select(piece => piece.Part));

    [Fact]
    public void Facts_are_pairs_of_a_name_and_a_value() =>
        Assert.Equal([("Office", "Gyeonggi Province"), ("Date", "23 November 2026")], LetterText.Pieces(Text)[1].Facts);

    [Fact]
    public void A_full_width_colon_parts_a_fact_too() =>
        Assert.Equal(("机关", "京畿道"), LetterText.Pieces("处理结果\n\n机关：京畿道\n日期：2026年11月23日")[1].Facts[0]);

    [Fact]
    public void What_somebody_wrote_keeps_its_lines_and_is_no_table() =>
        Assert.Equal("The house: it was asked.\nTwice.", LetterText.Pieces(Text)[3].Text);

    [Fact]
    public void A_letter_of_one_sentence_is_its_own_title() =>
        Assert.Equal(LetterPart.Title, Assert.Single(LetterText.Pieces("We need more time.")).Part);

    [Theory]
    [InlineData("decision.2", "가", "a")]
    [InlineData("decision.1", "나", "a")]
    [InlineData("decision.1", "가", "b")]
    [InlineData("decision.1", "가", null)]
    public void Any_other_word_gives_another_fingerprint(string template, string korean, string? theirs) =>
        Assert.NotEqual(new Letter("decision.1", "가", "a").Fingerprint, new Letter(template, korean, theirs).Fingerprint);
}
