namespace MigrantServices.Core.Tests.Text;

/// <summary>The texts that only colleagues meet: they are kept in Korean and English.</summary>
internal static class StaffTexts
{
    public static readonly string[] Prefixes =
    [
        "account.", "action.", "alarm-bodies.", "budget.", "budget-lines.", "calendar.", "card-state.", "case.", "child-check-findings.", "child-deed.", "childcare-amounts.", "children.", "counter.", "deed.", "destruction-grounds.", "dialects.", "entrusted-centres.", "event.", "export.", "file-state.", "identity-reason.",
        "inquiry.", "interest-reasons.", "issue-reason.",
        "kinship.", "letter.other-side.", "letter.recommendation.", "letter.referral.", "letter.respondent-request.", "letter.result-respondent.", "mediation-ends.", "outbox.", "outcome-points.", "own-motion-sources.", "own-motion.", "oversight.", "page.", "pattern-limits.", "pattern.", "people.", "person.", "places.", "pointer-grounds.", "programme.", "protections.", "reach.", "reference.", "referral-reply.", "repeat-limits.", "statements-of.", "supports.", "templates.", "told-by.",
        "translation-", "way-in.", "work-results.", "who.requester", "workday.", "worklist.",
        "refusal.account.", "refusal.assignment.", "refusal.budget.", "refusal.calendar.", "refusal.childcare.", "refusal.duplicates.", "refusal.export.", "refusal.fairness.", "refusal.handed-in.", "refusal.household.", "refusal.inquiry.", "refusal.jurisdiction.", "refusal.linking.", "refusal.notices.", "refusal.other-side.", "refusal.pattern.", "refusal.payment.", "refusal.people.", "refusal.programme.", "refusal.reference.", "refusal.referral.", "refusal.translation.",
        "refusal.workday.",
    ];

    /// <summary>The folders of pages behind the sign-in, and what only they show.</summary>
    private static readonly string[] Pages = ["Account/", "Admin/", "Casework/", "ChildCasework/", "ChildCounter/", "SupportBudget/", "SupportCasework/", "SupportCounter/", "Municipalities/", "Oversight/", "Workday/", "Shared/_Office", "Shared/_RightFields", "Shared/_Links", "Shared/_InvitationLink"];

    public static bool Has(string key) =>
        Prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal))
        || (key.StartsWith("role.", StringComparison.Ordinal) && key.EndsWith(".may", StringComparison.Ordinal));

    public static bool AreShownBy(string page) => Pages.Any(start => page.StartsWith(start, StringComparison.Ordinal));
}

/// <summary>Names everything that breaks a rule, not only the first.</summary>
internal static class Wrong
{
    public static void None(IEnumerable<string> found)
    {
        var all = found.Distinct().Order(StringComparer.Ordinal).ToList();
        Xunit.Assert.True(all.Count == 0, $"{all.Count}:\n" + string.Join('\n', all));
    }
}
