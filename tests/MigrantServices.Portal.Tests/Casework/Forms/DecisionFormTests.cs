using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.Fairness;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework.Forms;

/// <summary>What is wrong in the forms of answers, recommendations, interests, links and merges is said beside its field.</summary>
[Trait("Category", "Database")]
public sealed class DecisionFormTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly (string, string)[] Reply = [("Form.Reasons", "고치겠습니다."), ("Form.Reply", "Accepted"), ("Form.RepliedOn", "2026-11-23")];

    [Fact]
    public Task To_propose_an_answer() => TryAsync(
        CaseStatus.UnderReview,
        "propose",
        [("Form.Answer", "집주인이 고쳤습니다."), ("Form.Reason", "resolved.remedied")],
        new Slip("Form.Reason", "", "rule.choose-one"),
        new Slip("Form.Answer", "", "rule.write-something"),
        new Slip("Form.Answer", Slips.Over(Grievance.AnswerMaxLength), "rule.too-long", Grievance.AnswerMaxLength));

    [Fact]
    public async Task To_propose_what_is_said_to_an_objection()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.ObjectionReview);

        await host.TryAsync(
            filed,
            await OpenAsync(filed, "propose-objection", Colleagues.Caseworker2),
            [("Form.Answer", "그대로 둡니다."), ("Form.Stands", "true")],
            new Slip("Form.Stands", "", "rule.choose-one"),
            new Slip("Form.Reason", "", "rule.choose-one") { With = [("Form.Stands", "false")] },
            new Slip("Form.Answer", "", "rule.write-something"));
    }

    [Fact]
    public async Task To_recommend()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Answered, reason: "recommendation.practice");

        await host.TryAsync(
            filed,
            await OpenAsync(filed, "recommend"),
            [("Form.Addressee", "원곡부동산"), ("Form.Text", "권고합니다."), ("Form.AddresseeKind", "landlord"), ("Form.AddresseeSector", "Private")],
            new Slip("Form.Addressee", "", "deed.recommend.rule.addressee"),
            new Slip("Form.Addressee", Slips.Over(Recommendation.AddresseeMaxLength), "rule.too-long", Recommendation.AddresseeMaxLength),
            new Slip("Form.AddresseeKind", "moon", "rule.choose-one"),
            new Slip("Form.AddresseeSector", "Unknown", "rule.choose-one"),
            new Slip("Form.Text", "", "rule.write-something"),
            new Slip("Form.Article", "race:99", "rule.choose-one"),
            new Slip("Form.Period", "", "rule.choose-one"));
    }

    [Fact]
    public async Task To_record_correct_and_check_measures()
    {
        var (filed, id) = await host.Given.ARecommendationAsync();
        Slip[] wrong =
        [
            new("Form.Reply", "", "rule.choose-one"),
            new("Form.RepliedOn", "", "rule.day-missing"),
            new("Form.RepliedOn", "2026-11-24", "rule.date-in-future"),
            new("Form.RepliedOn", "2026-11-22", "rule.before-sending", "23 November 2026"),
            new("Form.Reasons", "", "rule.write-something"),
            new("Form.Reasons", Slips.Over(Recommendation.WordsMaxLength), "rule.too-long", Recommendation.WordsMaxLength),
        ];
        var page = await OpenAsync(filed, $"recommendations/{id}/reply");
        await host.TryAsync(filed, page, Reply, wrong);
        await page.SubmitAsync(Reply);

        await host.TryAsync(
            filed,
            await OpenAsync(filed, $"recommendations/{id}/correct"),
            [.. Reply, ("Form.Why", "잘못 적음.")],
            [.. wrong, new("Form.Why", "", "rule.write-something"), new("Form.Why", Slips.Over(MeasuresCorrection.WhyMaxLength), "rule.too-long", MeasuresCorrection.WhyMaxLength)]);
        await host.TryAsync(
            filed,
            await OpenAsync(filed, $"recommendations/{id}/check"),
            [("Form.Words", "보았습니다."), ("Form.Found", "Done"), ("Form.CheckedOn", "2026-11-23")],
            new Slip("Form.Found", "", "rule.choose-one"),
            new Slip("Form.CheckedOn", "", "rule.day-missing"),
            new Slip("Form.CheckedOn", "2026-11-24", "rule.date-in-future"),
            new Slip("Form.CheckedOn", "2026-11-22", "rule.before-sending", "23 November 2026"),
            new Slip("Form.Words", "", "rule.write-something"));
    }

    [Fact]
    public Task To_tell_the_other_side() => TryAsync(
        CaseStatus.Answered,
        "tell-respondent",
        [("Form.Addressee", "원곡부동산"), ("Form.Words", "고쳤음을 확인했습니다.")],
        new Slip("Form.Addressee", "", "rule.write-something"),
        new Slip("Form.Addressee", Slips.Over(OtherSideLetter.AddresseeMaxLength), "rule.too-long", OtherSideLetter.AddresseeMaxLength),
        new Slip("Form.Words", "", "rule.write-something"),
        new Slip("Form.Words", Slips.Over(OtherSideLetter.WordsMaxLength), "rule.too-long", OtherSideLetter.WordsMaxLength));

    [Fact]
    public Task To_declare_an_interest() => TryAsync(
        CaseStatus.UnderReview,
        "declare-interest",
        [("Form.Words", "제 동생이 일하는 곳입니다."), ("Form.Reason", "family")],
        new Slip("Form.Reason", "moon", "rule.choose-one"),
        new Slip("Form.Words", "", "rule.write-something"),
        new Slip("Form.Words", Slips.Over(InterestDeclaration.WordsMaxLength), "rule.too-long", InterestDeclaration.WordsMaxLength));

    [Fact]
    public async Task To_lift_an_interest()
    {
        var (filed, id) = await host.Given.ADeclarationAsync();

        await host.TryAsync(
            filed,
            await OpenAsync(filed, $"interests/{id}/lift", Colleagues.Supervisor),
            [("Form.Words", "이해관계가 없음.")],
            new Slip("Form.Words", "", "rule.write-something"));
    }

    [Fact]
    public async Task To_set_apart()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        var page = await OpenAsync(filed, "set-apart");
        var eleven = Enumerable.Range(0, SetApart.MostColleagues + 1).Select(_ => ("Form.ColleagueIds", $"{Guid.CreateVersion7()}")).ToArray();

        await host.TryAsync(
            filed, page, [("Form.ColleagueIds", $"{Colleagues.Caseworker2.Id}")], new Slip("Form.ColleagueIds", null, "rule.too-many-colleagues", SetApart.MostColleagues) { With = eleven });
    }

    [Fact]
    public Task To_link() => TryAsync(
        CaseStatus.UnderReview,
        "links",
        [("Form.Reference", "DG-2026-00001-00001"), ("Form.Kind", "Joint")],
        new Slip("Form.Kind", "", "rule.choose-one"),
        new Slip("Form.Reference", "", "rule.write-something"),
        new Slip("Form.Reference", Slips.Over(ServiceCase.ReferenceMaxLength), "rule.too-long", ServiceCase.ReferenceMaxLength));

    [Fact]
    public async Task To_tell_two_cases_apart_or_merge_them()
    {
        var (filed, _) = await host.Given.APairAsync();
        var page = await OpenAsync(filed, "duplicates");
        await host.TryAsync(
            filed,
            page,
            [("Together.How", "창구에서 두 코드를 모두 보여 줌."), ("Together.Ground", "BothCodes"), ("Together.IsSamePerson", "true")],
            new Slip("Together.Ground", "", "rule.choose-one"),
            new Slip("Together.How", "", "rule.write-something"),
            new Slip("Together.How", Slips.Over(CaseMerge.WordsMaxLength), "rule.too-long", CaseMerge.WordsMaxLength),
            new Slip("Together.IsSamePerson", null, "rule.same-person"));
        await host.TryAsync(
            filed,
            page,
            [("Apart.Why", "사는 곳이 다릅니다.")],
            new Slip("Apart.Why", "", "rule.write-something"),
            new Slip("Apart.Why", Slips.Over(PairAnswer.WordsMaxLength), "rule.too-long", PairAnswer.WordsMaxLength));
    }

    private async Task TryAsync(CaseStatus status, string deed, (string, string)[] right, params Slip[] slips)
    {
        var filed = await host.Given.AGrievanceAsync(status);
        await host.TryAsync(filed, await OpenAsync(filed, deed), right, slips);
    }

    private async Task<WebPage> OpenAsync(FiledCase filed, string deed, Colleague? by = null) =>
        await (await host.SignInAsAsync(by ?? Colleagues.Caseworker)).GetAsync($"/office/grievances/{filed.Reference}/{deed}");
}
