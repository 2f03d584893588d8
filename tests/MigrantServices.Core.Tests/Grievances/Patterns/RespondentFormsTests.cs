using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Tests.Privacy;
using Xunit;

namespace MigrantServices.Core.Tests.Grievances.Patterns;

/// <summary>When two names are those of the same respondent.</summary>
public sealed class RespondentFormsTests
{
    private static readonly Guid Case = Guid.CreateVersion7();
    private static readonly RespondentTokens Tokens = new(Keys.Ring);

    [Theory]
    [InlineData("대한식품")]
    [InlineData("대한식품(주)")]
    [InlineData("㈜대한식품")]
    [InlineData("주식회사 대한식품")]
    [InlineData("대한 식품 주식회사")]
    [InlineData(" 대한-식품, (주) ")]
    [InlineData("주)대한식품")]
    [InlineData("유한회사 대한식품")]
    public void Legal_forms_blanks_and_punctuation_make_no_difference_in_Hangul(string name) => Assert.Equal("대한식품", RespondentForms.Of(name));

    [Theory]
    [InlineData("Daehan Sikpum Co., Ltd.")]
    [InlineData("DAEHAN SIKPUM CO.,LTD")]
    [InlineData("ＤＡＥＨＡＮ　ＳＩＫＰＵＭ Inc.")]
    [InlineData("daehan-sikpum Corp")]
    [InlineData("Daehan Sikpum Limited Company")]
    public void Nor_in_Latin_letters(string name) => Assert.Equal("daehansikpum", RespondentForms.Of(name));

    [Theory]
    [InlineData("Công ty TNHH Ví Dụ", "vídụ")]
    [InlineData("Công ty Cổ phần Ví Dụ", "vídụ")]
    [InlineData("示例食品有限公司", "示例食品")]
    [InlineData("Company", "company")]
    [InlineData("Cobalt Ltd", "cobalt")]
    public void What_is_left_is_the_name(string name, string form) => Assert.Equal(form, RespondentForms.Of(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("김")]
    [InlineData("모름")]
    [InlineData("사장님")]
    [InlineData("Unknown")]
    [InlineData("I don’t know.")]
    public void Who_is_not_named_is_the_same_as_nobody(string? name)
    {
        Assert.Null(RespondentForms.Of(name));
        Assert.Empty(Tokens.Of(Case, name));
    }

    [Theory]
    [InlineData("대한식품(주)", "Daehan Sikpum Co., Ltd.")]
    [InlineData("예시산업물류", "Yesi Saneop Mullyu")]
    [InlineData("삼성전자", "Samsung Jeonja")]
    [InlineData("현대건설", "Hyundai Geonseol")]
    [InlineData("원곡부동산", "WONGOK BUDONGSAN")]
    [InlineData("Nguyễn Văn Đức", "NGUYEN VAN DUC")]
    public void A_name_in_two_scripts_sounds_alike(string one, string other) => Assert.Equal(Counted(one), Counted(other));

    [Theory]
    [InlineData("대한식품", "대한상사")]
    [InlineData("원곡부동산", "초지부동산")]
    [InlineData("Sample Realty", "Sample Bakery")]
    public void Different_names_do_not(string one, string other) => Assert.NotEqual(Counted(one), Counted(other));

    [Theory]
    [InlineData("대성", "태성")]
    [InlineData("示例食品", "示例食堂")]
    [InlineData("مقهى المثال", "مدرسة المثال")]
    public void A_short_name_and_one_whose_sound_is_not_known_count_only_as_written(string one, string other)
    {
        Assert.All(new[] { one, other }, name => Assert.Equal(RespondentForm.Written, Assert.Single(Tokens.Of(Case, name)).Form));
        Assert.NotEqual(Counted(one), Counted(other));
    }

    [Theory]
    [InlineData("대한식품", "daehansikpum")]
    [InlineData("한글", "hangeul")]
    [InlineData("값", "gap")]
    [InlineData("abc 가", "abc ga")]
    public void Hangul_is_written_by_the_revised_romanization(string form, string latin) => Assert.Equal(latin, RespondentSkeleton.Romanised(form));

    [Fact]
    public void Under_other_keys_the_same_name_has_another_token()
    {
        var others = new RespondentTokens(KeyRing.Parse(Keys.Json("k1", "k1").Replace(Keys.Key(200), Keys.Key(99), StringComparison.Ordinal)));

        Assert.NotEqual(Counted("대한식품"), others.Of(Case, "대한식품").Single(token => token.Counts).Token);
    }

    private static Guid Counted(string name) => Tokens.Of(Case, name).Single(token => token.Counts).Token;
}
