using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.Matching;
using Xunit;

namespace MigrantServices.Core.Tests.Matching;

/// <summary>What holds of any two names.</summary>
public class NameFormsProperties
{
    private static readonly string[] Parts =
    [
        "Nguyễn", "Thị", "Hương", "응우옌", "티", "흐엉", "Kim", "Min-su", "김민수", "王", "秀英", "Каримов", "Шухрат", "محمد", "حسن", "राम", "थापा", "สมชาย", "မောင်", "O'ktam", "ß", "ﬁ", "İ", "1", "-",
        "Ан", "Đỗ", "\u0301", "ሰላም", "Jean‐Luc",
    ];

    private static readonly Arbitrary<string[]> Names = Gen.ArrayOf(Gen.Elements(Parts)).Where(parts => parts.Length <= 6).ToArbitrary();

    [Fact]
    public void It_matters_not_which_is_the_first() => Prop.ForAll(Names, Names, (a, b) =>
    {
        var (one, other) = (Of(a), Of(b));
        return NameForms.Compare(one, other) == NameForms.Compare(other, one);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_name_that_says_something_is_its_own() => Prop.ForAll(Names, a =>
    {
        var one = Of(a);
        return one.IsEmpty || NameForms.Compare(one, one) == MatchBand.Certain;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Capitals_blanks_and_order_tell_nothing() => Prop.ForAll(Names, a =>
    {
        // marks that stand alone would join another part when the order changes
        string[] parts = [.. a.Where(part => part != "\u0301")];
        var (one, other) = (Of(parts), NameForms.Of("  " + string.Join("   ", parts.Reverse()).ToUpperInvariant() + "\t"));
        return one.IsEmpty == other.IsEmpty && (one.IsEmpty || HasOddCapitals(parts) || (one.Skeleton == other.Skeleton && NameForms.Compare(one, other) == MatchBand.Certain));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_at_all_can_be_compared() => Prop.ForAll<string?, string?>((a, b) =>
    {
        var (one, other) = (NameForms.Of(a), NameForms.Of(b));
        return NameForms.Compare(one, other) == NameForms.Compare(other, one) && one.Skeleton == NameForms.Of(a).Skeleton;
    }).QuickCheckThrowOnFailure();

    private static NameForms Of(string[] parts) => NameForms.Of(string.Join(' ', parts));

    // the capital of ß is none or two
    private static bool HasOddCapitals(string[] parts) => parts.Contains("ß") || parts.Contains("İ");
}
