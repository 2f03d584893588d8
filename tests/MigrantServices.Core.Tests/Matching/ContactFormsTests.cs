using MigrantServices.Core.Matching;
using MigrantServices.Core.Tests.Privacy;
using Xunit;

namespace MigrantServices.Core.Tests.Matching;

public class ContactFormsTests
{
    [Theory]
    [InlineData("010-1234-5678", "01012345678")]
    [InlineData("+82 10 1234 5678", "01012345678")]
    [InlineData("0082-10-1234-5678", "01012345678")]
    [InlineData("+82 (0)10 1234 5678", "01012345678")]
    [InlineData("０１０ １２３４ ５６７８", "01012345678")]
    [InlineData("+84 912 345 678", "84912345678")]
    [InlineData("1234", null)]
    [InlineData("수원시 팔달구 12-34", null)]
    [InlineData("an@example.kr", null)]
    [InlineData(null, null)]
    public void A_number_is_one_however_it_is_written(string? written, string? expected) => Assert.Equal(expected, ContactForms.Phone(written));

    [Theory]
    [InlineData(" An.Nguyen@Example.KR ", "an.nguyen@example.kr")]
    [InlineData("an+work@example.kr", "an@example.kr")]
    [InlineData("an@example", null)]
    [InlineData("@example.kr", null)]
    [InlineData("010-1234-5678", null)]
    public void An_address_is_one_however_it_is_written(string? written, string? expected) => Assert.Equal(expected, ContactForms.Email(written));

    [Fact]
    public void Marks_are_the_same_for_the_same_words_of_the_same_kind_under_the_same_key_only()
    {
        var marks = new BlockMarks(Keys.Ring);

        Assert.Equal(marks.Of("phone", "01012345678"), new BlockMarks(Keys.Ring).Of("phone", "01012345678"));
        Assert.NotEqual(marks.Of("phone", "01012345678"), marks.Of("email", "01012345678"));
        Assert.NotEqual(marks.Of("incident", "a", "b"), marks.Of("incident", "ab"));
        Assert.NotEqual(marks.Of("phone", "01012345678"), new BlockMarks(Core.Privacy.KeyRing.Parse(Keys.Json("k1", "k1").Replace(Keys.Key(200), Keys.Key(7), StringComparison.Ordinal))).Of("phone", "01012345678"));
    }
}
