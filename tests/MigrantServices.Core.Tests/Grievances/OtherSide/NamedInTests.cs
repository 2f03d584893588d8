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
    [InlineData("연락처 +82 10-1234-5678", "010-1234-5678")]
    [InlineData("연락처 010-1234-5678", "+82 (0)10 1234 5678")]
    [InlineData("٠١٠١٢٣٤٥٦٧٨", "010-1234-5678")]
    [InlineData("Hoa.N@Example.org으로 답해 주십시오.", "hoa.n+case@example.org")]
    [InlineData("세입자 Nguyen 씨의 계약", "Nguyễn Thị Hoa")]
    [InlineData("응우옌씨에게는 왜 그랬습니까?", "응우옌 티 호아")]
    [InlineData("호아 씨가 방을 보러 갔습니다.", "응우옌 티 호아")]
    [InlineData("응우옌 티 호아 씨의 계약", "Nguyễn Thị Hoa")]
    [InlineData("응우옌티호아에게 한 말", "Nguyễn Thị Hoa")]
    [InlineData("Nguyen Thi Hoa 씨의 계약", "응우옌 티 호아")]
    [InlineData("Li 씨의 계약", "Li")]
    public void It_is_found_however_it_is_spaced_or_written_large(string letter, string known) => Assert.True(NamedIn.Has(letter, known));

    [Theory]
    [InlineData("임대 기준을 보내 주십시오.", "Nguyễn Thị Hoa")]
    [InlineData("제8조와 2026년 11월 23일", "2026")]
    [InlineData("The annals of the house", "Anna")]
    [InlineData("이 일을 알렸거나", "이")]
    [InlineData("무엇이든", "")]
    [InlineData("The lion in the list", "Li")]
    [InlineData("임대 기준과 계약서 사본을 12월 7일까지 보내 주십시오.", "Trần Văn Minh")]
    [InlineData("국적을 이유로 방을 빌려주지 않은 까닭을 알려 주시기 바랍니다.", "Phạm Thị Mai")]
    [InlineData("누구에게 언제 무엇을 말했는지 적어 주십시오.", "Siti Aminah")]
    public void What_is_no_name_or_only_a_part_of_a_word_is_not_taken_for_one(string letter, string known) => Assert.False(NamedIn.Has(letter, known));

    [Theory]
    [InlineData("연락처 010 1234 5678", "저녁 7시 이후 +82-10-1234-5678로만", true)]
    [InlineData("hoa@example.org로", "메일은 hoa@example.org", true)]
    [InlineData("저녁에 전화로 답해 주십시오.", "저녁 7시 이후 전화", false)]
    [InlineData("2026년 11월 23일까지", "2026-11-23 이후에만", false)]
    public void In_a_note_only_a_number_or_an_address_is_looked_for(string letter, string note, bool isThere) => Assert.Equal(isThere, NamedIn.HasContact(letter, note));
}
