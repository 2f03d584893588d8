using System.Text;
using System.Text.RegularExpressions;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Makes different spellings of an organisation's name equal: width, case, blanks, punctuation, and what only says its legal form.</summary>
public static partial class RespondentForms
{
    private const int Shortest = 2;

    private static readonly HashSet<string> LegalWords = new(StringComparer.Ordinal)
    {
        "co", "ltd", "limited", "inc", "incorporated", "corp", "corporation", "company", "llc", "llp", "plc", "gmbh", "jsc", "tnhh", "ооо", "оао", "зао",
    };

    /// <summary>What people write where they know no name; nothing is the same because of it.</summary>
    private static readonly HashSet<string> NoNames = new(StringComparer.Ordinal)
    {
        "모름", "모릅니다", "모르겠음", "모르겠습니다", "알수없음", "이름모름", "없음", "회사", "사장", "사장님", "집주인", "unknown", "idontknow", "none", "noname", "boss", "employer", "landlord",
        "không", "khôngbiết", "不知道", "不清楚", "无", "لاأعرف", "незнаю",
    };

    /// <summary>The name as it is compared; null when it names nobody.</summary>
    public static string? Of(string? name)
    {
        var words = Word().Matches(LegalForm().Replace(SearchFold.Fold(name ?? ""), " ")).Select(match => match.Value).ToList();
        var last = words.FindLastIndex(word => !LegalWords.Contains(word));
        var first = words.FindIndex(word => !LegalWords.Contains(word));
        // a name that is made of nothing but such words is a name all the same
        var form = string.Concat(last < 0 ? words : words[first..(last + 1)]);
        return form.EnumerateRunes().Count() < Shortest || NoNames.Contains(form) ? null : form;
    }

    // ㈜ has become (주) before
    [GeneratedRegex(@"\((주|유|합|사|재|株)\)|^\s*(주|유)\)|주식\s*회사|유한\s*책임\s*회사|유한\s*회사|합자\s*회사|합명\s*회사|사단\s*법인|재단\s*법인|농업\s*회사\s*법인|영농\s*조합\s*법인|(股份)?有限(责任)?公司|株式会社|công\s+ty\s+(tnhh|cổ\s+phần|cp)\b|\bco\.\s*,?\s*ltd\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LegalForm();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
