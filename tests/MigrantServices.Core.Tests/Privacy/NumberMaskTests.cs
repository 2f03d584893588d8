using MigrantServices.Core.Privacy;
using Xunit;

namespace MigrantServices.Core.Tests.Privacy;

public sealed class NumberMaskTests
{
    [Theory]
    [InlineData("900101-1234567", "●●●●●●-●●●●●●●")]
    [InlineData("제 번호는 900101-5234567입니다.", "제 번호는 ●●●●●●-●●●●●●●입니다.")]
    [InlineData("9001015234567", "●●●●●●●●●●●●●")]
    [InlineData("900101 6234567", "●●●●●● ●●●●●●●")]
    [InlineData("900101 - 7234567", "●●●●●● - ●●●●●●●")]
    [InlineData("900101–8234567", "●●●●●●–●●●●●●●")]
    [InlineData("900101.5234567", "●●●●●●.●●●●●●●")]
    [InlineData("900101·5234567", "●●●●●●·●●●●●●●")]
    [InlineData("９００１０１－５２３４５６７", "●●●●●●－●●●●●●●")]
    [InlineData("٩٠٠١٠١-٥٢٣٤٥٦٧", "●●●●●●-●●●●●●●")]
    [InlineData("९००१०१ ५२३४५६७", "●●●●●● ●●●●●●●")]
    [InlineData("900101\u200B-\u200B5234567", "●●●●●●\u200B-\u200B●●●●●●●")]
    [InlineData("ARC900101-5234567", "ARC●●●●●●-●●●●●●●")]
    [InlineData("900101-5234567/910202-6234567", "●●●●●●-●●●●●●●/●●●●●●-●●●●●●●")]
    public void Registration_numbers_are_covered(string written, string covered) => Covers(NumberKind.Registration, written, covered);

    [Theory]
    [InlineData("M12345678", "●●●●●●●●●")]
    [InlineData("m12345678", "●●●●●●●●●")]
    [InlineData("여권M123A4567번", "여권●●●●●●●●●번")]
    [InlineData("hộ chiếu C1234567.", "hộ chiếu ●●●●●●●●.")]
    [InlineData("护照EA1234567", "护照●●●●●●●●●")]
    [InlineData("Passport: N 12345678", "Passport: ● ●●●●●●●●")]
    [InlineData("B-1234567", "●-●●●●●●●")]
    [InlineData("P1234567A", "●●●●●●●●●")]
    [InlineData("Ｍ１２３４５６７８", "●●●●●●●●●")]
    [InlineData("(AB1234567)", "(●●●●●●●●●)")]
    public void Passport_numbers_are_covered(string written, string covered) => Covers(NumberKind.Passport, written, covered);

    [Theory]
    [InlineData("면허 13-12-123456-78", "면허 ●●-●●-●●●●●●-●●")]
    [InlineData("28 12 123456 78", "●● ●● ●●●●●● ●●")]
    [InlineData("경기 12-123456-78", "경기 ●●-●●●●●●-●●")]
    public void Driving_licences_are_covered(string written, string covered) => Covers(NumberKind.DrivingLicence, written, covered);

    [Theory]
    [InlineData("010-1234-5678")]
    [InlineData("01012345678")]
    [InlineData("02-123-4567")]
    [InlineData("031-123-4567")]
    [InlineData("+82-10-1234-5678")]
    [InlineData("+82 10 1234 5678")]
    [InlineData("+821012345678")]
    [InlineData("+84 912 345 678")]
    [InlineData("T 15881234")]
    [InlineData("T15771366")]
    [InlineData("Tel 0311234567")]
    [InlineData("2025-03-14")]
    [InlineData("2025.03.14 ~ 2025.04.01")]
    [InlineData("20250314")]
    [InlineData("on 20250314")]
    [InlineData("A 20250314")]
    [InlineData("2025년 3월 14일 09:30")]
    [InlineData("1,234,567원")]
    [InlineData("12345678원")]
    [InlineData("W12345678원")]
    [InlineData("₩ 2500000")]
    [InlineData("to 1234567")]
    [InlineData("a 1234567 won")]
    [InlineData("No. 1234567")]
    [InlineData("12가 3456")]
    [InlineData("경기12바3456")]
    [InlineData("DG-2026-48213-907")]
    [InlineData("0000 0000 0000 0007 9444")]
    [InlineData("901301-1234567")]
    [InlineData("900132-1234567")]
    [InlineData("900101-9234567")]
    [InlineData("900101-12345678")]
    [InlineData("1900101-1234567")]
    [InlineData("E-9")]
    [InlineData("D-2-6")]
    [InlineData("IMG_20250314")]
    [InlineData("abc12345678")]
    [InlineData("임금 체불 3개월")]
    [InlineData("")]
    public void Telephone_numbers_dates_amounts_and_plates_stay(string written)
    {
        var masked = NumberMask.Mask(written);

        Assert.Equal(written, masked.Text);
        Assert.False(masked.Any);
    }

    [Fact]
    public void Each_kind_is_counted()
    {
        var masked = NumberMask.Mask("900101-1234567, 910202-6234567 그리고 M12345678, 010-1234-5678");

        Assert.Equal("●●●●●●-●●●●●●●, ●●●●●●-●●●●●●● 그리고 ●●●●●●●●●, 010-1234-5678", masked.Text);
        Assert.Equal(2, masked.Found[NumberKind.Registration]);
        Assert.Equal(1, masked.Found[NumberKind.Passport]);
    }

    [Fact]
    public void Broken_letters_and_long_texts_do_no_harm()
    {
        Assert.Equal("\ud835●●●●●●●●●\udc00", NumberMask.Mask("\ud835M12345678\udc00").Text);
        Assert.False(NumberMask.Mask(new string('9', 1_000_000)).Any);
        Assert.False(NumberMask.Mask(string.Concat(Enumerable.Repeat("900101-", 20_000))).Any);
    }

    private static void Covers(NumberKind kind, string written, string covered)
    {
        var masked = NumberMask.Mask(written);

        Assert.Equal(covered, masked.Text);
        Assert.Equal([kind], masked.Found.Keys);
    }
}
