using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.Tests.Privacy;
using Xunit;

namespace MigrantServices.Core.Tests.Grievances.Patterns;

/// <summary>However a name is spelled, its tokens are the same.</summary>
public sealed class RespondentFormsProperties
{
    private static readonly Guid Case = Guid.CreateVersion7();
    private static readonly RespondentTokens Tokens = new(Keys.Ring);

    // no letters of which a legal form could happen to be made
    private static readonly Gen<string> Names = Gen.OneOf(Letters("대한식품원곡산업부동물류"), Letters("abdekmsuđẹá"), Letters("示例食堂")).Where(name => RespondentForms.Of(name) is not null);
    private static readonly Gen<string> Gaps = Gen.Elements("", "", " ", "  ", "-", ", ", " · ", "'", "\u3000", "\u200B");
    private static readonly Gen<string> Before = Gen.Elements("", "㈜", "(주) ", "주식회사 ", "유한회사 ", "주식회사", " Công ty TNHH ");
    private static readonly Gen<string> After = Gen.Elements("", "(주)", " 주식회사", " Co., Ltd.", " CO LTD", ", Inc.", " corp", " Company Limited", "유한회사", "有限公司");

    [Fact]
    public void Case_blanks_punctuation_and_legal_form_never_change_a_token() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from name in Names
         from gaps in Gaps.ArrayOf(name.Length)
         from isLoud in Gen.Elements(true, false)
         from before in Before
         from after in After
         let spread = string.Concat(name.Select((letter, i) => i == 0 ? letter.ToString() : gaps[i] + letter))
         select (name, Other: before + (isLoud ? spread.ToUpperInvariant() : spread) + after)).ToArbitrary(),
        pair => Of(pair.name).SequenceEqual(Of(pair.Other))));

    [Fact]
    public void Any_text_at_all_gives_at_most_two_tokens_and_one_that_counts() => Check.QuickThrowOnFailure(Prop.ForAll(
        Any.Utf16.ToArbitrary(),
        text => Of(text) is var tokens && tokens.Count <= 2 && (tokens.Count == 0 || tokens.Count(token => token.Counts) == 1)));

    private static List<(RespondentForm Form, Guid Token, bool Counts)> Of(string name) => [.. Tokens.Of(Case, name).Select(token => (token.Form, token.Token, token.Counts))];

    private static Gen<string> Letters(string letters) => Gen.Elements(letters.ToCharArray()).ArrayOf().Where(some => some.Length is > 1 and < 12).Select(some => new string(some));
}
