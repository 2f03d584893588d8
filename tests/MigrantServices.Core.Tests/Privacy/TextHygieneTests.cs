using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.Privacy;
using Xunit;

namespace MigrantServices.Core.Tests.Privacy;

public sealed class TextHygieneTests
{
    [Theory]
    [InlineData("a\0b", "ab")]
    [InlineData("a\u0007\u001B[31mb", "a[31mb")]
    [InlineData("a\u0085\u009Fb", "ab")]
    [InlineData("abc\u202Efdp.exe", "abcfdp.exe")]
    [InlineData("\u2066a\u2067b\u2068c\u2069", "abc")]
    [InlineData("a\uFFFE\uFFFF\uFDD0b", "ab")]
    [InlineData("a\U0001FFFEb", "ab")]
    public void What_no_person_writes_is_removed_and_said_so(string written, string clean)
    {
        Assert.Equal(new Cleaned(clean, Changed: true), TextHygiene.Clean(written));
    }

    [Fact]
    public void Half_letters_are_removed_and_said_so()
    {
        // not inline data: attributes cannot carry them
        Assert.Equal(new Cleaned("ab", Changed: true), TextHygiene.Clean("a\ud800b"));
        Assert.Equal(new Cleaned("a", Changed: true), TextHygiene.Clean("a\udc00"));
        Assert.Equal(new Cleaned(string.Empty, Changed: true), TextHygiene.Clean("\ud83d"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("one\r\ntwo\rthree\nfour\tfive", "one\ntwo\nthree\nfour\tfive")]
    [InlineData("Nguye\u0302\u0303n", "Nguyễn")]
    [InlineData("한국", "한국")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("ක්\u200Dර", "ක්\u200Dර")]
    [InlineData("👩\u200D👧 \uFFFD", "👩\u200D👧 \uFFFD")]
    [InlineData("\u200Fعربي\u200E", "\u200Fعربي\u200E")]
    public void What_people_write_stays(string written, string clean)
    {
        Assert.Equal(new Cleaned(clean, Changed: false), TextHygiene.Clean(written));
    }

    [Fact]
    public void Whatever_comes_in_can_be_stored_and_needs_no_second_cleaning()
    {
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        Prop.ForAll(Any.Utf16.ToArbitrary(), written =>
        {
            var clean = TextHygiene.Clean(written).Text;
            return strict.GetString(strict.GetBytes(clean)) == clean
                && !clean.Contains('\0', StringComparison.Ordinal)
                && TextHygiene.Clean(clean) == new Cleaned(clean, Changed: false);
        }).QuickCheckThrowOnFailure();
    }
}
