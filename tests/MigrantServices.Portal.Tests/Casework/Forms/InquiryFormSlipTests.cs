using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework.Forms;

/// <summary>What is wrong in the forms of the inquiry, of referrals and of translations is said beside its field.</summary>
[Trait("Category", "Database")]
public sealed class InquiryFormSlipTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public Task To_check_competence() => TryAsync(
        CaseStatus.UnderReview,
        "jurisdiction",
        [("Form.RespondentKind", "landlord"), ("Form.RespondentSector", "Private"), ("Form.OtherRelief", "None"), ("Form.Finding", "Ours"), ("Form.Words", "도내에서 일어난 일임.")],
        new Slip("Form.RespondentKind", "moon", "rule.choose-one"),
        new Slip("Form.RespondentSector", "", "rule.choose-one"),
        new Slip("Form.HappenedOn", "2026-11-24", "rule.date-in-future"),
        new Slip("Form.LastHappenedOn", "2026-11-24", "rule.date-in-future"),
        new Slip("Form.OtherRelief", "", "rule.choose-one"),
        new Slip("Form.Finding", "", "rule.choose-one"),
        new Slip("Form.Words", "", "rule.write-something"),
        new Slip("Form.Words", Slips.Over(JurisdictionCheck.WordsMaxLength), "rule.too-long", JurisdictionCheck.WordsMaxLength));

    [Fact]
    public Task To_send_on() => TryAsync(
        CaseStatus.UnderReview,
        "refer",
        [("Form.Body", "labour-office"), ("Form.Sent", "facts"), ("Form.Words", "임금 문제임."), ("Form.ConsentOn", "2026-11-23"), ("Form.ConsentWay", "Phone")],
        new Slip("Form.Body", "moon", "rule.choose-one"),
        new Slip("Form.Sent", "everything", "rule.choose-some"),
        new Slip("Form.Words", "", "rule.write-something"),
        new Slip("Form.ConsentOn", "", "deed.refer.rule.consent"),
        new Slip("Form.ConsentOn", "2026-11-24", "rule.date-in-future"),
        new Slip("Form.ConsentWay", "", "rule.choose-one"),
        new Slip("Form.ConsentNames", null, "deed.refer.rule.names") { With = [("Form.Sent", "name")] });

    [Fact]
    public Task To_record_a_statement() => TryAsync(
        CaseStatus.Investigating,
        "records/record-statement",
        [("Form.Words", "광고를 보았다고 함."), ("Form.On", "2026-11-23"), ("Form.Code", "witness"), ("Form.People", "이웃"), ("Form.Language", "ko")],
        new Slip("Form.On", "", "rule.day-missing"),
        new Slip("Form.On", "2026-11-24", "rule.date-in-future"),
        new Slip("Form.Code", "moon", "rule.choose-one"),
        new Slip("Form.People", "", "rule.write-something"),
        new Slip("Form.People", Slips.Over(InquiryRecord.PeopleMaxLength), "rule.too-long", InquiryRecord.PeopleMaxLength),
        new Slip("Form.Words", "", "rule.write-something"),
        new Slip("Form.Words", Slips.Over(InquiryRecord.WordsMaxLength), "rule.too-long", InquiryRecord.WordsMaxLength),
        new Slip("Form.Language", "xx", "rule.choose-one"));

    [Fact]
    public Task To_propose_a_settlement() => TryAsync(
        CaseStatus.Mediating,
        "records/propose-settlement",
        [("Form.Words", "사과하고 계약함."), ("Form.On", "2026-11-23"), ("Form.DueOn", "2026-12-03")],
        new Slip("Form.DueOn", "", "rule.day-missing"),
        new Slip("Form.DueOn", "2026-11-23", "rule.due-in-the-past"));

    [Fact]
    public async Task To_record_what_the_other_side_answered()
    {
        var (filed, id) = await host.Given.AQuestionAsync();

        await host.TryAsync(
            filed,
            await OpenAsync(filed, $"questions/{id}/reply"),
            [("Form.Words", "그런 일이 없다고 함."), ("Form.RepliedOn", "2026-11-23"), ("Form.Language", "ko")],
            new Slip("Form.RepliedOn", "", "rule.day-missing"),
            new Slip("Form.RepliedOn", "2026-11-24", "rule.date-in-future"),
            new Slip("Form.Words", "", "rule.write-something"),
            new Slip("Form.Language", "xx", "rule.choose-one"));
    }

    [Fact]
    public async Task To_record_what_another_body_answered()
    {
        var (filed, id) = await host.Given.AReferralAsync();

        await host.TryAsync(
            filed,
            await OpenAsync(filed, $"referrals/{id}/reply"),
            [("Form.Words", "맡겠다고 함."), ("Form.RepliedOn", "2026-11-23"), ("Form.Reply", $"{Enum.GetValues<ReferralReply>()[0]}")],
            new Slip("Form.Reply", "", "rule.choose-one"),
            new Slip("Form.RepliedOn", "", "rule.day-missing"),
            new Slip("Form.RepliedOn", "2026-11-24", "rule.date-in-future"),
            new Slip("Form.Words", "", "rule.write-something"),
            new Slip("Form.Words", Slips.Over(Referral.WordsMaxLength), "rule.too-long", Referral.WordsMaxLength));
    }

    [Fact]
    public async Task To_translate()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var details = await OpenAsync(filed, "");
        var page = await details.FollowAsync("a[href*='translations/new?text=Account']");

        await host.TryAsync(
            filed,
            page,
            [("Form.Words", "집주인이 거절했습니다."), ("Form.To", "ko"), ("Form.Kind", "Human")],
            new Slip("Form.To", "xx", "rule.choose-one"),
            new Slip("Form.To", "vi", "deed.translate.rule.same-language"),
            new Slip("Form.Kind", "", "rule.choose-one"),
            new Slip("Form.Words", "", "rule.write-something"),
            new Slip("Form.HasConflict", null, "deed.translate.rule.conflict") { With = [("Form.Interpreter", "통역 김")] },
            new Slip("Form.ConflictWords", "", "rule.write-something") { With = [("Form.Interpreter", "통역 김"), ("Form.HasConflict", "true")] },
            new Slip("Form.Interpreter", Slips.Over(Translation.InterpreterMaxLength), "rule.too-long", Translation.InterpreterMaxLength) { With = [("Form.HasConflict", "false")] });
    }

    private async Task TryAsync(CaseStatus status, string deed, (string, string)[] right, params Slip[] slips)
    {
        var filed = await host.Given.AGrievanceAsync(status);
        await host.TryAsync(filed, await OpenAsync(filed, deed), right, slips);
    }

    private async Task<WebPage> OpenAsync(FiledCase filed, string deed) =>
        await (await host.SignInAsAsync(Colleagues.Caseworker)).GetAsync($"/office/grievances/{filed.Reference}/{deed}".TrimEnd('/'));
}
