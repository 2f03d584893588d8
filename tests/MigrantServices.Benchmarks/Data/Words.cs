using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Filing;

namespace MigrantServices.Benchmarks.Data;

/// <summary>Forms as people might fill them, different from each other and the same in every run.</summary>
public static class Words
{
    private const int AccountWords = 60;

    private static readonly string[] Languages = ["ko", "en", "vi", "zh-Hans", "ar"];
    private static readonly string[] Municipalities = ["41110", "41130", "41190", "41270", "41390", "41590"];
    private static readonly string[] Grounds = ["race", "nationality", "religion"];

    // made-up words of two to four syllables, common ones and rare ones as in any language
    private static readonly string[] Vocabulary =
        [.. Enumerable.Range(0, 3_000).Select(n => string.Concat(Enumerable.Range(0, 2 + (n % 3)).Select(i => (char)('가' + ((n * 131) + (i * 7_919)) % 11_172))))];

    public static FileGrievance Form(int number, bool withName)
    {
        var random = new Random(number);
        string Some(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Vocabulary[(int)(Vocabulary.Length * Math.Pow(random.NextDouble(), 2))]));
        return new()
        {
            Story = new() { Teller = Teller.Myself, Account = Some(AccountWords) },
            WhenWhere = new() { Year = "2026", Month = "3", Municipality = Municipalities[number % Municipalities.Length], Place = Some(3) },
            Grounds = new() { Grounds = [Grounds[number % Grounds.Length]], Sectors = ["employment"] },
            Respondent = new() { Kind = "employer", Sector = RespondentSector.Private, Name = Some(2) },
            Hope = new() { Hope = Some(12) },
            Contact = new()
            {
                WithName = withName,
                Name = withName ? Some(2) : null,
                Way = ContactWay.PortalOnly,
                Language = Languages[number % Languages.Length],
            },
        };
    }
}
