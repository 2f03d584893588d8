using MigrantServices.Core.Grievances.OtherSide;
using Xunit;

namespace MigrantServices.Core.Tests.Grievances.OtherSide;

/// <summary>A name or a number is found in a letter however it is written, and not where it is only a part of other words.</summary>
public class NamedInTests
{
    [Theory]
    [InlineData("응우옌 티 호아 씨의 계약을 왜 거절했습니까?", "응우옌티호아")]
    [InlineData("김하나씨가 방을 보러 갔습니다.", "김하나")]
    [InlineData("nguyen THI hoa 씨에게", "Nguyễn Thị Hoa")]
    [InlineData("연락처 010 1234 5678", "010-1234-5678")]
    [InlineData("전화 01012345678로", "010-1234-5678")]
    [InlineData("王小明的合同", "王小明")]
    public void It_is_found_however_it_is_spaced_or_written_large(string letter, string known) => Assert.True(NamedIn.Has(letter, known));

    [Theory]
    [InlineData("임대 기준을 보내 주십시오.", "Nguyễn Thị Hoa")]
    [InlineData("제8조와 2026년 11월 23일", "2026")]
    [InlineData("The annals of the house", "Anna")]
    [InlineData("이 일을 알렸거나", "이")]
    [InlineData("무엇이든", "")]
    public void What_is_no_name_or_only_a_part_of_a_word_is_not_taken_for_one(string letter, string known) => Assert.False(NamedIn.Has(letter, known));
}
