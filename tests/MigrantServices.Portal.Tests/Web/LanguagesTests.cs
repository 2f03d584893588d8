using System.Globalization;
using MigrantServices.Portal.Web;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("zh-CN", "zh-Hans")]
    [InlineData("ar-EG", "ar")]
    [InlineData("VI", "vi")]
    [InlineData("en-GB", "en")]
    public void Browser_of_another_region_still_finds_its_language(string browser, string expected) =>
        Assert.Equal(expected, Languages.Preferred([browser])?.Tag);

    [Fact]
    public void First_language_that_we_speak_is_taken() =>
        Assert.Equal("vi", Languages.Preferred(["fr", "vi", "ko"])?.Tag);

    [Fact]
    public void Languages_that_we_do_not_speak_find_nothing() => Assert.Null(Languages.Preferred(["fr", "*"]));

    [Fact]
    public void Only_Arabic_is_mirrored() =>
        Assert.Equal("ar", Assert.Single(Languages.All, language => language.Direction == "rtl").Tag);

    [Theory]
    [InlineData("ko", "2026년 11월 22일")]
    [InlineData("en", "22 November 2026")]
    [InlineData("vi", "ngày 22 tháng 11 năm 2026")]
    [InlineData("zh-Hans", "2026年11月22日")]
    [InlineData("ar", "22 نوفمبر 2026")]
    public void Dates_are_written_as_people_read_them(string tag, string expected) =>
        Assert.Equal(expected, new DateOnly(2026, 11, 22).ForPeople(tag));

    [Fact]
    public void Late_evening_in_London_is_the_next_day_in_Korea()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        Assert.Equal("23 November 2026 05:30", new DateTimeOffset(2026, 11, 22, 20, 30, 0, TimeSpan.Zero).ForPeopleWithTime());
    }
}
