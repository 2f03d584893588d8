using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.Privacy;
using Xunit;

namespace MigrantServices.Core.Tests.Privacy;

public sealed class SearchTokensTests
{
    private readonly SearchTokens _search = new(Keys.Ring);

    [Theory]
    [InlineData("산재", "공장에서 산재를 당했습니다")]
    [InlineData("임금", "임금체불")]
    [InlineData("임금체불", "임금 체불이 있었습니다")]
    [InlineData("임금 체불", "임금체불이 있었습니다")]
    [InlineData("김 철수", "김철수")]
    [InlineData("nguyen", "Nguyễn Văn An")]
    [InlineData("Nguyễn", "NGUYỄN VĂN AN")]
    [InlineData("ngu", "Nguyễn")]
    [InlineData("duong", "Đường")]
    [InlineData("an", "Nguyễn Văn An")]
    [InlineData("discrimin", "discrimination")]
    [InlineData("工资", "拖欠工资三个月")]
    [InlineData("ค่าจ้าง", "ไม่ได้รับค่าจ้างสามเดือน")]
    [InlineData("ប្រាក់", "មិនបានទទួលប្រាក់ខែ")]
    [InlineData("လုပ်ခ", "အလုပ်လုပ်ခမရ")]
    [InlineData("カタカナ", "ｶﾀｶﾅ")]
    [InlineData("محمد", "مُحَمَّد علي")]
    [InlineData("احمد", "أحمد")]
    [InlineData("ahmed", "ＡＨＭＥＤ")]
    [InlineData("зарплата", "Зарплата")]
    [InlineData("2025", "٢٠٢٥")]
    [InlineData("한국", "한국")]
    [InlineData("istanbul", "İstanbul")]
    public void A_text_is_found_by(string query, string text)
    {
        var tokens = _search.OfQuery(query);

        Assert.NotEmpty(tokens);
        Assert.Subset(_search.OfText(text).ToHashSet(), tokens.ToHashSet());
    }

    [Theory]
    [InlineData("산재", "산과 재")]
    [InlineData("임금", "금임")]
    [InlineData("guyen", "Nguyễn")]
    [InlineData("Nguyên", "Nguyễn")]
    [InlineData("duong", "dung")]
    public void A_text_is_not_found_by(string query, string text)
    {
        Assert.False(Finds(query, text));
    }

    [Theory]
    [InlineData("산")]
    [InlineData("a")]
    [InlineData("!? ...")]
    [InlineData("")]
    public void A_single_letter_is_nothing_to_search_for(string query)
    {
        Assert.Empty(_search.OfQuery(query));
    }

    [Theory]
    [InlineData(0xAC00, 0xD7A3)]
    [InlineData(0x4E00, 0x9FFF)]
    [InlineData(0x3041, 0x3096)]
    [InlineData(0x0E01, 0x0E4E)]
    [InlineData(0x0E81, 0x0EC6)]
    [InlineData(0x1780, 0x17D3)]
    [InlineData(0x1000, 0x103F)]
    [InlineData(0x20000, 0x2A6DF)]
    public void Any_piece_of_two_letters_or_more_finds_its_text_where_there_are_no_spaces(int first, int last)
    {
        var texts = from letters in Any.Rune(first, last).ArrayOf()
                    where letters.Length >= 2
                    from start in Gen.Choose(0, letters.Length - 2)
                    from length in Gen.Choose(2, letters.Length - start)
                    let text = string.Concat(letters)
                    let piece = string.Concat(letters.Skip(start).Take(length))
                    where text.Normalize().Contains(piece.Normalize(), StringComparison.Ordinal) // not cut within a composed letter
                    select (Text: text, Piece: piece);

        Prop.ForAll(texts.ToArbitrary(), found => Finds(found.Piece, found.Text)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_word_and_any_beginning_from_three_letters_finds_its_text()
    {
        var texts = from words in Any.LatinWord.NonEmptyListOf()
                    from word in Gen.Elements(words.ToArray())
                    from length in Gen.Choose(Math.Min(3, word.Length), word.Length)
                    select (Text: string.Join(' ', words), Word: word, Beginning: word[..length]);

        Prop.ForAll(texts.ToArbitrary(), found => Finds(found.Word, found.Text) && Finds(found.Beginning, found.Text))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_text_at_all_can_be_cut()
    {
        Prop.ForAll(Any.Utf16.ToArbitrary(), text => Finds(text.Trim(), text)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Tokens_are_distinct_keyed_and_tell_nothing_of_the_order_of_words()
    {
        var stranger = new SearchTokens(KeyRing.Parse(Keys.Json("k1", "k1").Replace(Keys.Key(200), Keys.Key(99), StringComparison.Ordinal)));

        var tokens = _search.OfText("임금 체불 임금", null, "체불");

        Assert.Equal(tokens.Distinct().Order(), tokens);
        Assert.Equal(_search.OfText("하나", "둘둘"), _search.OfText("둘둘", "하나"));
        Assert.Empty(tokens.Intersect(stranger.OfText("임금 체불 임금")));
    }

    [Fact]
    public void Separate_texts_do_not_run_into_each_other()
    {
        Assert.Empty(_search.OfText("가", "나").Intersect(_search.OfQuery("가나")));
    }

    [Fact]
    public void A_very_long_text_keeps_its_first_words_findable()
    {
        var story = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"w{i:x6}"));

        var tokens = _search.OfText("Nguyễn", story);

        Assert.Equal(SearchTokens.MaxPerText, tokens.Length);
        Assert.Subset(tokens.ToHashSet(), _search.OfQuery("nguyen").ToHashSet());
    }

    private bool Finds(string query, string text) => _search.OfQuery(query).All(_search.OfText(text).ToHashSet().Contains);
}
