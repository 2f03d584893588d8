using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Privacy;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework.Forms;

/// <summary>What is wrong in the forms of every day is said beside its field.</summary>
[Trait("Category", "Database")]
public sealed class HandlingFormTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public Task To_hand_over() => TryAsync(CaseStatus.UnderReview, "hand-over", [("Form.ColleagueId", $"{Colleagues.Caseworker2.Id}")], new Slip("Form.ColleagueId", "", "rule.choose-one"));

    [Fact]
    public Task To_note() => TryAsync(
        CaseStatus.UnderReview,
        "note",
        [("Form.Body", "전화했음.")],
        new Slip("Form.Body", "", "rule.write-something"),
        new Slip("Form.Body", Slips.Over(CaseMessage.MaxLength), "rule.too-long", CaseMessage.MaxLength));

    [Fact]
    public Task To_write() => TryAsync(
        CaseStatus.UnderReview,
        "write",
        [("Form.Body", "서류를 받았습니다."), ("Form.Language", "ko")],
        new Slip("Form.Body", "", "rule.write-something"),
        new Slip("Form.Body", Slips.Over(CaseMessage.MaxLength), "rule.too-long", CaseMessage.MaxLength),
        new Slip("Form.Language", "xx", "rule.choose-one"));

    [Fact]
    public Task To_add_a_task() => TryAsync(
        CaseStatus.UnderReview,
        "tasks",
        [("Form.Text", "집주인에게 전화"), ("Form.DueOn", "2026-11-24")],
        new Slip("Form.Text", "", "rule.task-missing"),
        new Slip("Form.Text", Slips.Over(CaseTask.TextMaxLength), "rule.too-long", CaseTask.TextMaxLength),
        new Slip("Form.DueOn", "", "rule.day-missing"),
        new Slip("Form.DueOn", "2026-11-22", "rule.task-day"),
        new Slip("Form.DueOn", "2028-01-03", "rule.task-day"));

    [Fact]
    public Task To_stop_the_clock() => TryAsync(CaseStatus.UnderReview, "pause", [("Form.Reason", "expert")], new Slip("Form.Reason", "workload", "rule.choose-one"));

    [Fact]
    public async Task To_take_more_time_once_and_again()
    {
        (string, string)[] right = [("Form.Days", "3"), ("Form.Reason", "cooperation")];
        var (filed, page) = await OpenAsync(CaseStatus.UnderReview, "extend");
        await host.TryAsync(
            filed,
            page,
            right,
            new Slip("Form.Reason", "workload", "deed.extend.rule.reason"),
            new Slip("Form.Days", "", "deed.extend.rule.days"),
            new Slip("Form.Days", "0", "deed.extend.rule.days"),
            new Slip("Form.Explanation", "", "deed.extend.rule.explanation") { With = [("Form.Reason", "comparable")] },
            new Slip("Form.Explanation", Slips.Over(ExtendDeadline.ExplanationMaxLength), "rule.too-long", ExtendDeadline.ExplanationMaxLength));

        await page.SubmitAsync(right);
        var second = await page.Browser.GetAsync(page.Path);
        await host.TryAsync(
            filed,
            second,
            right,
            new Slip("Form.ConsentOn", "2026-11-24", "deed.extend.rule.consent-future") { With = [("Form.ConsentWay", "Phone")] },
            new Slip("Form.ConsentWay", null, "deed.extend.rule.consent-way") { With = [("Form.ConsentOn", "2026-11-23")] });
    }

    [Fact]
    public Task To_take_more_months() => TryAsync(
        CaseStatus.UnderReview,
        "extend-rights",
        [("Form.Months", "1"), ("Form.Reason", "cooperation")],
        new Slip("Form.Reason", "workload", "deed.extend.rule.reason"),
        new Slip("Form.Months", "", "deed.extend-rights.rule.months"),
        new Slip("Form.Months", "0", "deed.extend-rights.rule.months"),
        new Slip("Form.Explanation", "", "deed.extend.rule.explanation") { With = [("Form.Reason", "comparable")] });

    [Fact]
    public Task To_ask_for_what_is_missing() => TryAsync(
        CaseStatus.UnderReview,
        "ask-supplement",
        [("Form.Body", "계약서를 보내 주십시오."), ("Form.Until", "2026-12-03")],
        new Slip("Form.Body", "", "rule.write-something"),
        new Slip("Form.Until", "", "rule.day-missing"),
        new Slip("Form.Until", "2026-11-23", "rule.day-to-come"));

    [Fact]
    public Task To_treat_as_withdrawn() => TryAsync(
        CaseStatus.AwaitingSupplement,
        "treat-as-withdrawn",
        [("Form.FirstOn", "2026-11-20"), ("Form.SecondOn", "2026-11-23")],
        new Slip("Form.FirstOn", "", "rule.day-missing"),
        new Slip("Form.FirstOn", "2026-11-24", "rule.date-in-future"),
        new Slip("Form.SecondOn", "", "rule.day-missing"),
        new Slip("Form.SecondOn", "2026-11-24", "rule.date-in-future"));

    [Fact]
    public Task To_name_who_speaks_for_the_group() => TryAsync(
        CaseStatus.UnderReview,
        "representatives",
        [("Form.Name", "Trần Văn Bình")],
        new Slip("Form.Name", "", "rule.representative-missing"),
        new Slip("Form.Name", Slips.Over(CasePerson.NameMaxLength), "rule.too-long", CasePerson.NameMaxLength));

    [Fact]
    public Task To_hand_out_a_copy() => TryAsync(
        CaseStatus.UnderReview,
        "export",
        [("Form.Words", "위원회 보고"), ("Form.Purpose", "Committee"), ("Form.Parts", "Facts")],
        new Slip("Form.Purpose", "", "export.rule.purpose"),
        new Slip("Form.Words", "", "export.rule.words"),
        new Slip("Form.Words", Slips.Over(AccessRecord.WordsMaxLength), "rule.too-long", AccessRecord.WordsMaxLength),
        new Slip("Form.Parts", null, "export.rule.parts"));

    [Fact]
    public async Task To_make_a_code_anew()
    {
        var (filed, page) = await OpenAsync(CaseStatus.UnderReview, "renew-code");

        await host.TryAsync(filed, page, [("Form.IsSure", "true")], new Slip("Form.IsSure", null, "rule.not-sure-who"));
    }

    [Fact]
    public async Task To_record_what_the_person_did()
    {
        (string, string)[] right = [("Form.Deed", "reply"), ("Form.Channel", "Letter"), ("Form.ReceivedOn", "2026-11-23"), ("Form.Words", "말씀하신 대로입니다."), ("Form.Language", "ko")];
        var (filed, page) = await OpenAsync(CaseStatus.UnderReview, "for-the-person");
        await host.TryAsync(
            filed,
            page,
            right,
            new Slip("Form.Deed", "close", "rule.choose-one"),
            new Slip("Form.Channel", "Web", "rule.choose-one"),
            new Slip("Form.ReceivedOn", "", "rule.day-missing"),
            new Slip("Form.ReceivedOn", "2026-11-24", "rule.date-in-future"),
            new Slip("Form.Words", "", "rule.write-something"),
            new Slip("Form.Words", Slips.Over(CaseMessage.MaxLength), "rule.too-long", CaseMessage.MaxLength),
            new Slip("Form.Language", "xx", "rule.choose-one"),
            new Slip("Form.Agreed", "InWriting", "rule.read-back-missing") { With = [("Form.Channel", "Phone")] },
            new Slip("Form.Agreed", null, "deed.for-the-person.rule.agreed") { With = [("Form.Channel", "Visit")] },
            new Slip("Form.Reason", "", "rule.choose-one") { With = [("Form.Deed", "withdraw")] });
    }

    [Fact]
    public async Task To_give_a_name_for_the_person()
    {
        var (filed, page) = await OpenAsync(CaseStatus.Tip, "for-the-person");

        await host.TryAsync(
            filed,
            page,
            [("Form.Deed", "give-name"), ("Form.Channel", "Letter"), ("Form.ReceivedOn", "2026-11-23"), ("Form.Words", "이름을 밝힙니다."), ("Form.Name", "Grace Sample")],
            new Slip("Form.Name", "", "rule.name-missing"),
            new Slip("Form.Name", Slips.Over(CasePerson.NameMaxLength), "rule.too-long", CasePerson.NameMaxLength),
            new Slip("Form.Contact", Slips.Over(CasePerson.ContactMaxLength), "rule.too-long", CasePerson.ContactMaxLength));
    }

    private async Task TryAsync(CaseStatus status, string deed, (string, string)[] right, params Slip[] slips)
    {
        var (filed, page) = await OpenAsync(status, deed);
        await host.TryAsync(filed, page, right, slips);
    }

    private async Task<(FiledCase Filed, WebPage Page)> OpenAsync(CaseStatus status, string deed)
    {
        var filed = await host.Given.AGrievanceAsync(status);
        return (filed, await (await host.SignInAsAsync(Colleagues.Caseworker)).GetAsync($"/office/grievances/{filed.Reference}/{deed}"));
    }
}
