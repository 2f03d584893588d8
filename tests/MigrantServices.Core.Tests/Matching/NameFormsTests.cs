using MigrantServices.Core.Matching;
using Xunit;

namespace MigrantServices.Core.Tests.Matching;

/// <summary>Names as people bring them: in their own script, as their passport spells them, as a neighbour wrote them in Hangul.</summary>
public class NameFormsTests
{
    [Fact]
    public void Names_of_all_scripts_can_be_compared_here() => Assert.True(NameForms.KnowsAllScripts);

    [Theory]
    // Vietnamese
    [InlineData("Nguyễn Thị Hương", "NGUYEN THI HUONG", MatchBand.Certain)]
    [InlineData("Nguyễn Thị Hương", "Huong Nguyen Thi", MatchBand.Certain)]
    [InlineData("Nguyễn Thị Hương", "응우옌 티 흐엉", MatchBand.Likely)]
    [InlineData("Nguyễn Thị Hương", "응웬티흐엉", MatchBand.Likely)]
    [InlineData("Trần Văn Minh", "쩐 반 민", MatchBand.Likely)]
    [InlineData("Trần Văn Minh", "트란 반 민", MatchBand.Likely)]
    [InlineData("Phạm Thị Lan", "팜 티 란", MatchBand.Likely)]
    [InlineData("Lê Quốc Bảo", "레 꾸옥 바오", MatchBand.Likely)]
    [InlineData("Nguyễn Thị Hương", "Nguyễn Hương", MatchBand.Possible)]
    // Chinese
    [InlineData("张秀英", "Zhang Xiuying", MatchBand.Likely)]
    [InlineData("张秀英", "장슈잉", MatchBand.Likely)]
    [InlineData("刘德明", "Liu Deming", MatchBand.Likely)]
    [InlineData("陈国强", "Chen Guoqiang", MatchBand.Likely)]
    [InlineData("陈国强", "천궈창", MatchBand.Likely)]
    [InlineData("王伟", "Wang Wei", MatchBand.Possible)]
    [InlineData("王伟", "王维", MatchBand.Possible)]
    [InlineData("王伟", "왕웨이", MatchBand.Possible)]
    // Russian and Uzbek
    [InlineData("Каримов Шухрат", "Shukhrat Karimov", MatchBand.Likely)]
    [InlineData("Каримов Шухрат", "Karimov Shuxrat", MatchBand.Likely)]
    [InlineData("Каримов Шухрат", "카리모프 슈흐라트", MatchBand.Likely)]
    [InlineData("Иванова Елена", "Ivanova Yelena", MatchBand.Likely)]
    [InlineData("Иванова Елена", "이바노바 옐레나", MatchBand.Likely)]
    [InlineData("Бат-Эрдэнэ Болд", "바트에르데네 볼드", MatchBand.Likely)]
    // Nepali
    [InlineData("राम बहादुर थापा", "Ram Bahadur Thapa", MatchBand.Likely)]
    [InlineData("राम बहादुर थापा", "람 바하두르 타파", MatchBand.Likely)]
    // Thai
    [InlineData("Somchai Jaidee", "솜차이 짜이디", MatchBand.Likely)]
    [InlineData("Malee Srisuk", "말리 시숙", MatchBand.Likely)]
    // Arabic, which writes no short vowels
    [InlineData("محمد علي حسن", "Mohammed Ali Hassan", MatchBand.Likely)]
    [InlineData("محمد علي حسن", "무함마드 알리 하산", MatchBand.Likely)]
    [InlineData("Mohammed Ali Hassan", "모하메드 알리 하산", MatchBand.Likely)]
    [InlineData("Muhammad Ali Hasan", "Mohamed Aly Hassan", MatchBand.Likely)]
    // Korean
    [InlineData("김민수", "Kim Min-su", MatchBand.Likely)]
    [InlineData("김민수", "Minsoo Kim", MatchBand.Likely)]
    [InlineData("박지영", "Park Ji Young", MatchBand.Likely)]
    [InlineData("이영희", "Lee Younghee", MatchBand.Possible)]
    [InlineData("최정호", "Choi Jung-ho", MatchBand.Likely)]
    // Burmese and Filipino in Latin and Hangul
    [InlineData("Kyaw Zin Htun", "쩌진툰", MatchBand.Possible)]
    [InlineData("Maria Santos", "마리아 산토스", MatchBand.Likely)]
    public void One_name_meets_itself_in_another_script(string one, string other, MatchBand expected)
    {
        var (a, b) = (NameForms.Of(one), NameForms.Of(other));

        Assert.Equal(expected, NameForms.Compare(a, b));
    }

    [Theory]
    [InlineData("Nguyễn Thị Hương", "Nguyễn Thị Lan")]
    [InlineData("Nguyễn Thị Hương", "Trần Văn Minh")]
    [InlineData("김민수", "박지영")]
    [InlineData("김민수", "Kim Ji-young")]
    [InlineData("张秀英", "王伟")]
    [InlineData("Каримов Шухрат", "Иванова Елена")]
    [InlineData("محمد علي حسن", "أحمد خالد")]
    [InlineData("Maria Santos", "Mario Lopez")]
    [InlineData("Ram Bahadur Thapa", "Som Bahadur Rai")]
    public void Two_people_stay_two(string one, string other) => Assert.Equal(MatchBand.None, NameForms.Compare(NameForms.Of(one), NameForms.Of(other)));

    [Theory]
    [InlineData("Nguyễn Thị Hương", "응우옌 티 흐엉", "응웬티흐엉")]
    [InlineData("Trần Văn Minh", "쩐 반 민", "트란 반 민")]
    [InlineData("Каримов Шухрат", "Shukhrat Karimov", "카리모프 슈흐라트")]
    [InlineData("김민수", "Kim Min-su", "Minsoo Kim")]
    [InlineData("محمد علي حسن", "Mohammed Ali Hassan", "무함마드 알리 하산")]
    [InlineData("राम बहादुर थापा", "Ram Bahadur Thapa", "람 바하두르 타파")]
    [InlineData("陈国强", "Chen Guoqiang", "천궈창")]
    public void The_skeleton_by_which_it_is_found_is_the_same_in_all(params string[] spellings) =>
        Assert.Single(spellings.Select(name => NameForms.Of(name).Skeleton).Distinct(StringComparer.Ordinal));

    [Fact]
    public void Who_leaves_out_a_part_is_found_by_the_skeletons_without_one() =>
        Assert.Contains(NameForms.Of("Nguyễn Hương").Skeleton, NameForms.Of("Nguyễn Thị Hương").SkeletonsWithoutOne);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  - · ")]
    [InlineData("12345")]
    public void Nothing_is_like_nothing(string? name)
    {
        var nothing = NameForms.Of(name);

        Assert.True(nothing.IsEmpty);
        Assert.Equal(MatchBand.None, NameForms.Compare(nothing, nothing));
    }
}
