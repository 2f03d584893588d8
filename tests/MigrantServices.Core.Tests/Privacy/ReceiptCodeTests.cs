using FsCheck;
using FsCheck.Fluent;
using MigrantServices.Core.Privacy;
using Xunit;

namespace MigrantServices.Core.Tests.Privacy;

public sealed class ReceiptCodeTests
{
    [Fact]
    public void A_new_code_reads_back_as_itself_from_paper_and_from_digits()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var code = ReceiptCode.New();

            Assert.Matches("^[0-9]{20}$", code.Digits);
            Assert.Matches("^[0-9]{4}( [0-9]{4}){4}$", code.ToString());
            Assert.True(ReceiptCode.TryParse(code.Digits, out var typed) && typed == code);
            Assert.True(ReceiptCode.TryParse(code.ToString(), out var copied) && copied.Equals(code));
        }
    }

    [Fact]
    public void The_check_digits_follow_the_standard()
    {
        // ISO 7064 MOD 97-10: 794 has the check digits 44
        Assert.True(ReceiptCode.TryParse("0000 0000 0000 0007 9444", out var code));
        Assert.Equal("00000000000000079444", code.Digits);
    }

    [Fact]
    public void One_wrong_digit_is_always_noticed()
    {
        Prop.ForAll(Gen.Choose(0, ReceiptCode.Length - 1).ToArbitrary(), place =>
        {
            var code = ReceiptCode.New();
            return Enumerable.Range('0', 10).Where(digit => digit != code.Digits[place]).All(digit =>
            {
                var wrong = code.Digits.ToCharArray();
                wrong[place] = (char)digit;
                return !ReceiptCode.TryParse(new string(wrong), out _);
            });
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_swap_of_neighbours_is_always_noticed()
    {
        Prop.ForAll(Gen.Choose(0, ReceiptCode.Length - 2).ToArbitrary(), place =>
        {
            var code = ReceiptCode.New();
            var swapped = code.Digits.ToCharArray();
            (swapped[place], swapped[place + 1]) = (swapped[place + 1], swapped[place]);
            return swapped[place] == swapped[place + 1] || !ReceiptCode.TryParse(new string(swapped), out _);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData('０')]
    [InlineData('٠')]
    [InlineData('۰')]
    [InlineData('०')]
    [InlineData('০')]
    [InlineData('០')]
    [InlineData('๐')]
    [InlineData('໐')]
    [InlineData('၀')]
    public void The_digits_of_every_script_are_read(char zero)
    {
        var code = ReceiptCode.New();
        var written = string.Concat(code.ToString().Select(letter => letter == ' ' ? '-' : (char)(zero + letter - '0')));

        Assert.True(ReceiptCode.TryParse(written, out var read));
        Assert.Equal(code, read);
    }

    [Theory]
    [InlineData(" 0000-0000–0000—0007−9444\n")]
    [InlineData("0000.0000·0000\u00A00007\u30009444")]
    [InlineData("\u200F0000 0000 0000 0007 9444\u200E")]
    public void What_stands_between_the_groups_does_not_matter(string written)
    {
        Assert.True(ReceiptCode.TryParse(written, out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000000000000007944")]
    [InlineData("000000000000000794440")]
    [InlineData("0000000000000007944O")]
    [InlineData("00000000000000079444?")]
    public void Anything_else_is_no_code(string? written)
    {
        Assert.False(ReceiptCode.TryParse(written, out var none));
        Assert.Throws<InvalidOperationException>(() => none.Digits);
    }

    [Fact]
    public void Check_digits_that_only_leave_the_right_rest_are_refused()
    {
        // 00 and 97 leave the same rest; the standard gives 97
        Assert.True(ReceiptCode.TryParse("00000000000000006597", out _));
        Assert.False(ReceiptCode.TryParse("00000000000000006500", out _));
    }
}
