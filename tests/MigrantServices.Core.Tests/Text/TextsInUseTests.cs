using System.Text.RegularExpressions;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Notices;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Entitlement;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Core.Workday;
using MigrantServices.Portal.Web.Filing;
using Xunit;

namespace MigrantServices.Core.Tests.Text;

/// <summary>Every key that pages, rules and tables name has its sentence.</summary>
public sealed partial class TextsInUseTests
{
    private static readonly HashSet<string> Korean = [.. Repository.TextsOf("ko").Select(text => text.Key)];

    /// <summary>The first part of the keys that exist: any other string that begins so is taken for a key as well.</summary>
    private static readonly HashSet<string> Families = [.. Korean.Select(key => key.Split('.')[0])];

    /// <summary>Strings of that shape that are no keys.</summary>
    private static readonly string[] NoKeys = ["files.check", "calendar.recount", "calendar.put-off", "calendar.failure", "receipt.1", "mail.send", "mail.news", "mail.round", "grievance.duplicates", "children.join-city", "children.age", "children.duplicates"];

    public static TheoryData<string, string[]> Words => new()
    {
        { "status", Enum.GetNames<CaseStatus>() },
        { "case.band", [.. Enum.GetNames<MigrantServices.Core.Matching.MatchBand>().Except(["None"])] },
        { "case.pair-reason", Enum.GetNames<MigrantServices.Core.Grievances.Duplicates.PairReason>() },
        { "children.verdict", Enum.GetNames<MigrantServices.Core.Grievances.Duplicates.PairVerdict>() },
        { "deed.merge.ground", Enum.GetNames<MigrantServices.Core.Grievances.Duplicates.MergeGround>() },
        { "link-kind", Enum.GetNames<MigrantServices.Core.Grievances.Linking.LinkKind>() },
        { "pattern.state", Enum.GetNames<PatternState>() },
        { "pattern.closed-to-you", Enum.GetNames<PatternState>() },
        { "pattern.step", Enum.GetNames<PatternDeed>() },
        { "pattern.purpose", Enum.GetNames<PatternPurpose>() },
        { "pattern.outcome", Enum.GetNames<PatternOutcome>() },
        { "pattern.band", Enum.GetNames<CaseBand>() },
        { "channel", Enum.GetNames<Channel>() },
        { "teller", [.. Enum.GetNames<Teller>().Except([nameof(Teller.Office)])] },
        { "period", Enum.GetNames<MigrantServices.Core.Calendar.PeriodUnit>() },
        { "measures-reply", Enum.GetNames<MeasuresReply>() },
        { "measures-found", Enum.GetNames<MeasuresFound>() },
        { "mycase.recommendation", Enum.GetNames<MeasuresReply>() },
        { "deed.recommend.period", Enum.GetNames<MeasuresPeriod>() },
        { "case.recommendations.tab", Enum.GetNames<RecommendationTab>() },
        { "translation-text", Enum.GetNames<TextKind>() },
        { "translation-kind", Enum.GetNames<TranslationKind>() },
        { "translation-standing", Enum.GetNames<Standing>() },
        { "workday.section", Enum.GetNames<DaySection>() },
        { "contact-way", Enum.GetNames<ContactWay>() },
        { "told-by", Enum.GetNames<Teller>() },
        { "reach", Enum.GetNames<ContactWay>() },
        { "notice-hours", Enum.GetNames<NoticeHours>() },
        { "outbox.kind", Enum.GetNames<NoticeKind>() },
        { "outbox.state", Enum.GetNames<NoticeState>() },
        { "outbox.reminder", Enum.GetNames<RoundThing>() },
        { "respondent-sector", Enum.GetNames<RespondentSector>() },
        { "mycase.status", [.. Grievance.Service.Statuses.Select(status => status.ToString())] },
        { "mycase.now", [.. Grievance.Service.Statuses.Select(status => status.ToString())] },
        { "mycase.next", [.. Grievance.Service.Statuses.Select(status => status.ToString())] },
        { "mychild.status", [.. ChildConfirmation.Service.Statuses.Select(status => status.ToString())] },
        { "mychild.now", [.. ChildConfirmation.Service.Statuses.Select(status => status.ToString())] },
        { "mychild.next", [.. ChildConfirmation.Service.Statuses.Select(status => status.ToString())] },
        { "mychild.reissue", [.. Enum.GetNames<IssueReason>().Except([nameof(IssueReason.First)])] },
        { "child-item", [.. MigrantServices.Core.ChildConfirmations.Referrals.ChildItems.All] },
        { "receiver-answer", Enum.GetNames<MigrantServices.Core.ChildConfirmations.Referrals.ReceiverAnswer>() },
        { "referral-end", Enum.GetNames<MigrantServices.Core.ChildConfirmations.Referrals.ReferralEnd>() },
        { "children.referral.state", Enum.GetNames<MigrantServices.Core.ChildConfirmations.Referrals.ReferralState>() },
        { "children.childcare.state", Enum.GetNames<MigrantServices.Core.ChildConfirmations.Childcare.AwardState>() },
        { "childcare-stop", Enum.GetNames<MigrantServices.Core.ChildConfirmations.Childcare.StopReason>() },
        { "oneview.field", [.. MigrantServices.Core.ChildConfirmations.Showing.ShownFields.All] },
        { "child.sex", [.. MigrantServices.Core.IdentityVault.ChildIdentity.Sexes] },
        { "child.kin", Enum.GetNames<MigrantServices.Core.IdentityVault.Kinship>() },
        { "counter.child.way", Enum.GetNames<WayIn>() },
        { "child", [.. ChildSteps.Order.Pages.SelectMany(page => new[] { page + ".step", page + ".title" })] },
        { "support.kind", Enum.GetNames<SupportKind>() },
        { "support.covers", Enum.GetNames<SupportCover>() },
        { "programme.kind", Enum.GetNames<ProgrammeChangeKind>() },
        { "programme.title", Enum.GetNames<ProgrammeChangeKind>() },
        { "support.guide", [AskWhatHelps.None, AskWhatHelps.Unknown] },
        { "mycase.deed", Enum.GetNames<AccessDeed>() },
        { "oversight.deed", Enum.GetNames<AccessDeed>() },
        { "role", [.. Single.Select(role => role.ToString())] },
        { "role", [.. Roles.Grantable.Select(role => role + ".may")] },
        { "people.service", [.. ServiceCatalog.All.Select(kind => kind.Prefix)] },
        { "action", [.. Actions] },
        { "event", [.. Actions, Grievance.File.Code] },
        { "articles", [.. ServiceCatalog.All.SelectMany(kind => kind.Lifecycle.Select(line => line.Article).Concat(kind.Beginnings.Select(line => line.Article))).Distinct()] },
        { "filing", [.. FilingSteps.Pages.SelectMany(page => new[] { page + ".step", page + ".title" })] },
    };

    /// <summary>A key, the code of a refusal, or what several keys begin with.</summary>
    private static bool IsKnown(string key) =>
        Korean.Contains(key) || Korean.Contains("refusal." + key) || Korean.Any(longer => longer.StartsWith(key + ".", StringComparison.Ordinal));

    private static IEnumerable<Role> Single => (Role.Colleagues | Role.Filer | Role.Helper | Role.Requester).Each();

    private static IEnumerable<string> Actions => ServiceCatalog.All.SelectMany(kind => kind.Actions).Select(action => action.Code).Distinct();

    [Fact]
    public void Every_text_a_page_asks_for_is_there() => Wrong.None(
        from source in Repository.Sources(Repository.Portal)
        from key in Asked().Matches(source.Text).SelectMany(match => match.Groups["key"].Captures).Select(capture => capture.Value)
        where key.EndsWith('.') ? !Korean.Any(longer => longer.StartsWith(key, StringComparison.Ordinal)) : !Korean.Contains(key)
        select $"{key} ({source.File})");

    [Fact]
    public void Every_string_that_looks_like_a_key_is_one() => Wrong.None(
        from source in Repository.Sources(Repository.Source)
        from Match match in KeyLike().Matches(source.Text)
        let key = match.Groups["key"].Value
        where Families.Contains(key.Split('.')[0]) && !IsKnown(key) && !NoKeys.Contains(key)
        select $"{key} ({source.File})");

    [Fact]
    public void Every_refusal_has_its_sentence() => Wrong.None(
        from source in Repository.Sources(Repository.Source)
        from Match match in Refused().Matches(source.Text)
        let code = match.Groups["code"].Value
        where !Korean.Contains(code) && !Korean.Contains("refusal." + code)
        select $"refusal.{code} ({source.File})");

    [Theory]
    [MemberData(nameof(Words))]
    public void Every_word_of_the_tables_has_its_sentence(string prefix, string[] codes) =>
        Wrong.None(codes.Select(code => $"{prefix}.{code}").Where(key => !Korean.Contains(key)));

    [Fact]
    public void Public_pages_show_no_text_that_only_colleagues_have_in_their_language()
    {
        var pages = Path.Combine(Repository.Portal, "Pages");

        Wrong.None(
            from source in Repository.Sources(pages)
            let page = Path.GetRelativePath(pages, Path.Combine(Repository.Source, source.File)).Replace('\\', '/')
            where !StaffTexts.AreShownBy(page)
            from Match match in AnyString().Matches(source.Text)
            where StaffTexts.Has(match.Groups["text"].Value)
            select $"{match.Groups["text"].Value} ({page})");
    }

    /// <summary><c>T["key"]</c>, <c>T[x ? "key" : "key"]</c>, <c>Say("key")</c>, <c>T.In(language, "key")</c>, and the keys that tags carry.</summary>
    [GeneratedRegex("""(?:\b(?:T|[tT]exts)\[|\bSay\(|\bT\.In\([^,]+,\s*)(?:[^"\]$)]*"(?<key>[a-z][^"{}]+)")+|<(?:field|choices|files)\b[^>]*?(?:\s(?:label|hint)="(?<key>[a-z][^"@]*)"[^>]*?)+>""")]
    private static partial Regex Asked();

    [GeneratedRegex("""(?<![$@\w])"(?<key>[a-z][a-z-]*(?:\.[A-Za-z0-9-]+)+)(?:\|[^"]*)?"(?!\s*=)""")]
    private static partial Regex KeyLike();

    /// <summary>Any new thing made from <c>family.reason</c> is a refusal in Core; on pages it says so.</summary>
    [GeneratedRegex("""(?:Refusal\("|RefusedException\(new\("|Refusal \w+ = new\("|(?:return|[?:]|=>)\s*new\("|new\(new\(")(?<code>[a-z][a-z-]*\.[a-z][a-z-]*)"[,)]""")]
    private static partial Regex Refused();

    [GeneratedRegex("""\$?"(?<text>[a-z][a-z-]*\.[^"]*)["]""")]
    private static partial Regex AnyString();
}
