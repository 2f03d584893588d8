using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using MigrantServices.Testing.Papers;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>A copy of a case tells its whole story, as data and on paper.</summary>
[Trait("Category", "Database")]
public sealed class ExportStoryTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>Moments of the office's own work, which are no part of the story.</summary>
    private static readonly string[] OfWork = [nameof(Grievance.HandedAt), nameof(Grievance.ChangedAt), nameof(Grievance.FearSince), nameof(CaseMessage.ReadAt)];

    [PdfFact]
    public async Task Every_dated_fact_of_a_long_life_is_in_both_forms()
    {
        var filed = await ALongLifeAsync();

        var (export, json, paper) = await TakeAsync(filed, Enum.GetNames<ExportPart>());

        var facts = await DatedFactsAsync(filed);
        Assert.True(facts.Select(fact => fact.Day).Distinct().Count() > 8, string.Join('\n', facts));
        Assert.DoesNotContain(facts, fact => !json.Contains(fact.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        Assert.DoesNotContain(facts, fact => !paper.Contains(OnPaper(fact.Day), StringComparison.Ordinal));
        Assert.Equal((false, "resolved", "resolved.explained"), (export.Decisions!.AnswerStands, export.Decisions.ObjectionOutcome, export.Decisions.ObjectionOutcomeReason));
        var referral = Assert.Single(export.Inquiry!.Referrals);
        Assert.Equal((ConsentWay.Phone, ReferralReply.Accepted, "맡겠다고 함."), (referral.ConsentWay, referral.Reply, referral.ReplyWords));
        Assert.Equal("cooperation", Assert.Single(export.Facts!.Extensions!).Reason);
        Assert.Contains(export.Facts.Pauses!, pause => pause.Reason == "supplement");
        Assert.Equal(["propose", "propose-objection"], export.Decisions.Sources!.Select(source => source.Deed).Distinct().Order(StringComparer.Ordinal));
        AssertOn(paper, "the answer was changed", "Resolved while we looked into it", "맡겠다고 함.", "By telephone", "What the decision relied on", "Time that did not count");
    }

    [PdfFact]
    public async Task What_became_of_a_recommendation_is_in_both_forms()
    {
        var (filed, id) = await host.Given.ARecommendationAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        var address = $"/office/grievances/{filed.Reference}/recommendations/{id}/";
        await (await handler.GetAsync(address + "reply")).SubmitAsync(("Form.Reply", "InPart"), ("Form.RepliedOn", Today), ("Form.Reasons", "일부만 고치겠습니다."));
        await (await handler.GetAsync(address + "correct")).SubmitAsync(("Form.Reply", "Accepted"), ("Form.RepliedOn", Today), ("Form.Reasons", "모두 고치겠습니다."), ("Form.Why", "잘못 적었습니다."));
        await (await handler.GetAsync(address + "check")).SubmitAsync(("Form.Found", "Partly"), ("Form.CheckedOn", Today), ("Form.Words", "가서 보았습니다."));

        var (export, _, paper) = await TakeAsync(filed, ["Decisions"]);

        var advice = Assert.Single(export.Decisions!.Recommendations);
        Assert.Equal(("race:8", MeasuresReply.Accepted, "모두 고치겠습니다."), (advice.Article, advice.Reply!.Value, advice.Reasons));
        var before = Assert.Single(advice.Corrections!);
        Assert.Equal((MeasuresReply.InPart, "일부만 고치겠습니다.", "잘못 적었습니다.", null), (before.Reply, before.Reasons, before.Why, before.By));
        var check = Assert.Single(advice.Checks!);
        Assert.Equal((MeasuresFound.Partly, "가서 보았습니다."), (check.Found, check.Words));
        AssertOn(paper, "Accepted in part", "Partly done", "일부만 고치겠습니다.", "잘못 적었습니다.", "가서 보았습니다.", "art. 8", OnPaper(advice.DueOn), OnPaper(advice.NextCheckOn!.Value));
    }

    /// <summary>Stopped, sent on, extended, answered, objected to and answered otherwise, each on a day of its own.</summary>
    private async Task<FiledCase> ALongLifeAsync()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.AwaitingSupplement);
        var (handler, other) = (Colleagues.Caseworker.Actor, Colleagues.Caseworker2.Actor);
        await OnTheNextDayAsync(filed, (services, g) => services.GetRequiredService<GrievanceDesk>().GoOnWithoutAsync(g, handler, default));
        await OnTheNextDayAsync(filed, (services, g) => services.GetRequiredService<ReferralDesk>().ReferAsync(
            g, new ReferOn { Body = "national-commission", Words = "맡아 주십시오.", ConsentOn = Seoul.DateOf(host.Clock.GetUtcNow()).AddDays(-1), ConsentWay = ConsentWay.Phone }, "맡아 주십시오.", handler, default));
        var referral = await host.StoredAsync(db => db.Referrals.Where(r => r.CaseId == filed.Id).Select(r => r.Id).SingleAsync());
        host.Clock.Advance(TimeSpan.FromDays(1));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/referrals/{referral}/reply")).SubmitAsync(("Form.Reply", "Accepted"), ("Form.RepliedOn", Today), ("Form.Words", "맡겠다고 함."));
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/extend")).SubmitAsync(("Form.Reason", "cooperation"), ("Form.Days", "3"));
        await OnTheNextDayAsync(filed, async (services, g) => await services.GetRequiredService<DecisionDesk>().ProposeAsync(
            g, new() { Reason = "resolved.remedied", Answer = "고쳤습니다.", Sources = await ReadAsync(services, g, handler) }, handler, default));
        await OnTheNextDayAsync(filed, (services, g) => ApproveAsync(services, g, Colleagues.Supervisor.Actor));
        await OnTheNextDayAsync(filed, (services, g) => services.GetRequiredService<ObjectionDesk>().ObjectAsync(g, new() { Body = "Chưa sửa." }, "vi", Actor.Filer(filed.Id, filed.CodeId), default));
        await OnTheNextDayAsync(filed, (services, g) => services.GetRequiredService<DecisionDesk>().TakeOnObjectionAsync(g, affirms: true, other, default));
        await OnTheNextDayAsync(filed, async (services, g) => await services.GetRequiredService<DecisionDesk>().ProposeObjectionAsync(
            g, new() { Stands = false, Reason = "resolved.explained", Answer = "다시 설명했습니다.", Sources = await ReadAsync(services, g, other) }, other, default));
        await OnTheNextDayAsync(filed, (services, g) => ApproveAsync(services, g, Colleagues.Supervisor2.Actor));
        return filed;
    }

    private async Task OnTheNextDayAsync(FiledCase filed, Func<IServiceProvider, Grievance, Task> deed)
    {
        host.Clock.Advance(TimeSpan.FromDays(1));
        await host.WithAsync(async services => await deed(services, await services.GetRequiredService<PortalDb>().Grievances.Include(g => g.People).Include(g => g.Pauses).SingleAsync(g => g.Id == filed.Id)));
    }

    private static async Task<List<string?>> ReadAsync(IServiceProvider services, Grievance grievance, Actor proposer) =>
        [.. (await services.GetRequiredService<DecisionDesk>().SourcesAsync(grievance, proposer, default)).Select(choice => choice.Text.NamedAs(null))];

    private static async Task ApproveAsync(IServiceProvider services, Grievance grievance, Actor second)
    {
        var desk = services.GetRequiredService<ApprovalDesk>();
        await desk.ApproveAsync(grievance, (await desk.LetterAsync(grievance, default))!.Fingerprint, second, default);
    }

    private Task<List<(string Name, DateOnly Day)>> DatedFactsAsync(FiledCase filed) => host.StoredAsync(async db =>
    {
        object[] rows =
        [
            await db.Grievances.AsNoTracking().SingleAsync(g => g.Id == filed.Id),
            .. await db.Events.AsNoTracking().Where(e => e.CaseId == filed.Id).ToListAsync(),
            .. await db.Messages.AsNoTracking().Where(m => m.CaseId == filed.Id).ToListAsync(),
            .. await db.Set<CasePause>().AsNoTracking().Where(p => p.CaseId == filed.Id).ToListAsync(),
            .. await db.Set<CaseExtension>().AsNoTracking().Where(e => e.CaseId == filed.Id).ToListAsync(),
            .. await db.JurisdictionChecks.AsNoTracking().Where(c => c.CaseId == filed.Id).ToListAsync(),
            .. await db.InquiryRecords.AsNoTracking().Where(r => r.CaseId == filed.Id).ToListAsync(),
            .. await db.Referrals.AsNoTracking().Where(r => r.CaseId == filed.Id).ToListAsync(),
            .. await db.Set<DecisionSource>().AsNoTracking().Where(s => s.CaseId == filed.Id).ToListAsync(),
        ];
        return rows.SelectMany(row => row.GetType().GetProperties().Where(property => !OfWork.Contains(property.Name)).Select(property => (Name: $"{row.GetType().Name}.{property.Name}", Value: property.GetValue(row))))
            .Select(fact => (fact.Name, Day: fact.Value switch
            {
                DateOnly day => day,
                DateTimeOffset moment => Seoul.DateOf(moment),
                _ => (DateOnly?)null,
            }))
            .Where(fact => fact.Day is not null).Select(fact => (fact.Name, fact.Day!.Value)).ToList();
    });

    private async Task<(CaseExport Export, string Json, string Paper)> TakeAsync(FiledCase filed, string[] parts)
    {
        using var office = await host.SignInAsAsync(Colleagues.Supervisor);
        var preview = await (await office.GetAsync($"/office/grievances/{filed.Reference}/export")).SubmitAsync(
            [("Form.Purpose", "Inspection"), ("Form.Words", "For the audit"), .. parts.Select(part => ("Form.Parts", part))]);
        var json = (await preview.PressAsync("Json")).Body;
        return (CaseExport.FromJson(json), Encoding.UTF8.GetString(json), PaperText((await preview.PressAsync("Pdf")).Body));
    }

    private static void AssertOn(string paper, params string[] words) =>
        Assert.DoesNotContain(words, one => !paper.Contains(Squeezed(one), StringComparison.Ordinal));

    private static string PaperText(byte[] paper)
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid() + ".pdf");
        File.WriteAllBytes(file, paper);
        try
        {
            using var program = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("pdftotext", [file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var text = program.StandardOutput.ReadToEnd();
            program.WaitForExit();
            return Squeezed(text);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Squeezed(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(sign => !char.IsWhiteSpace(sign)));

    private static string OnPaper(DateOnly day) => day.ToString("dMMMMyyyy", CultureInfo.GetCultureInfo("en"));

    private string Today => Seoul.DateOf(host.Clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
