using System.Text.RegularExpressions;
using MigrantServices.Portal.Web.Access;
using Xunit;

namespace MigrantServices.Portal.Tests.Web;

public sealed partial class DoorsTests
{
    private static readonly string[] Pieces =
    [
        "/office", "office", "/", "//", "\\", "/\\", "evil.example", "//evil.example", "@evil.example", ":", ":443", "https:", "javascript:", "?", "#", "&", "=",
        ".", "..", "/../", "/./", "%2e%2e", "/%2E%2e/", "%2f", "%5c", "%00", "%73", "\t", "\r\n", "\0", "\u0085", "\u007f", " ", "é", "／", "＼", "。", "\u200b", "\u202e",
        "grievances", "sign-in", "sign-out", "SIGN-OUT",
    ];

    [Theory]
    [InlineData("/office/grievances?status=open", "/office/grievances?status=open")]
    [InlineData("/office/grievances/DG-2026-12345-67890", "/office/grievances/DG-2026-12345-67890")]
    [InlineData("/office/grievances?search=a..b%20c", "/office/grievances?search=a..b%20c")]
    [InlineData("/office", "/office")]
    [InlineData(null, "/office")]
    [InlineData("", "/office")]
    [InlineData("https://evil.example/office/", "/office")]
    [InlineData("//evil.example", "/office")]
    [InlineData("//evil.example/office/", "/office")]
    [InlineData("/\\evil.example", "/office")]
    [InlineData("/office/\\evil.example", "/office")]
    [InlineData("/\t/evil.example", "/office")]
    [InlineData("/officer", "/office")]
    [InlineData("/office/sign-out", "/office")]
    [InlineData("/office/../ko/my-case", "/office")]
    [InlineData("/office/%2e%2e/ko/my-case", "/office")]
    [InlineData("/office/./sign-out", "/office")]
    [InlineData("/office/%73ign-out", "/office")]
    [InlineData("/office/x\r\nSet-Cookie: a=b", "/office")]
    [InlineData("/office/사건", "/office")]
    [InlineData("／office", "/office")]
    public void Signing_in_leads_only_to_the_offices_own_pages(string? wanted, string reached) =>
        Assert.Equal(reached, Doors.After(wanted));

    [Fact]
    public void However_an_address_is_glued_together_a_browser_stays_in_the_office()
    {
        var random = new Random(1);
        var (allowed, refused) = (0, 0);
        for (var round = 0; round < 40_000; round++)
        {
            var wanted = (random.Next(2) == 0 ? "/office" : "") + string.Concat(random.GetItems(Pieces, random.Next(1, 6)));

            var reached = Doors.After(wanted);

            Assert.True(StaysInOffice(reached), $"{Escaped(wanted)} leads to {Escaped(reached)}");
            _ = reached == wanted ? allowed++ : refused++;
        }

        // neither "everything" nor "nothing" keeps the rule
        Assert.InRange(allowed, 500, 39_500);
        Assert.InRange(refused, 500, 39_500);
    }

    /// <summary>As browsers read a redirect, told anew: blanks and line ends fall away, backslashes are slashes, dots are walked, also written as %2e.</summary>
    private static bool StaysInOffice(string reached)
    {
        if (reached.Any(letter => letter is < ' ' or > '~'))
        {
            return false;
        }

        var read = reached.Trim(' ').Replace('\\', '/');
        if (read.StartsWith("//", StringComparison.Ordinal) || !read.StartsWith('/'))
        {
            return false;
        }

        var walked = new List<string>();
        foreach (var step in Path().Match(read).Value[1..].Split('/'))
        {
            var name = Uri.UnescapeDataString(step);
            if (name == "..")
            {
                walked.RemoveRange(Math.Max(0, walked.Count - 1), Math.Min(1, walked.Count));
            }
            else if (name != ".")
            {
                walked.Add(name);
            }
        }

        return walked.FirstOrDefault() == "office" && walked.ElementAtOrDefault(1)?.StartsWith("sign-", StringComparison.OrdinalIgnoreCase) != true;
    }

    private static string Escaped(string text) => Regex.Replace(text, "[^ -~]", letter => $"\\u{(int)letter.Value[0]:x4}", RegexOptions.None, TimeSpan.FromSeconds(1));

    [GeneratedRegex("^[^?#]*")]
    private static partial Regex Path();
}
