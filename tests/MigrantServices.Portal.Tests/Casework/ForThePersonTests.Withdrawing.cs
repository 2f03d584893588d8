using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <content>What is taken back, and why.</content>
public sealed partial class ForThePersonTests
{
    [Fact]
    public async Task A_withdrawal_is_recorded_only_with_its_reason_which_the_history_tells()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.NotNull((await RecordAsync(office, filed, "withdraw", "2026-11-23")).MistakeAt("Form.Reason"));
        Assert.NotNull((await RecordAsync(office, filed, "withdraw", "2026-11-23", Channel.Letter, ("Form.Reason", Grievance.Unanswered))).MistakeAt("Form.Reason"));
        await NothingIsRecordedAsync(filed, CaseStatus.UnderReview);

        var details = await RecordAsync(office, filed, "withdraw", "2026-11-23", Channel.Email, ("Form.Reason", "withdrawn.fear"));

        var stored = await StoredAsync(filed);
        Assert.Equal((CaseStatus.Withdrawn, "withdrawn", "withdrawn.fear"), (stored.Status, stored.Outcome, stored.OutcomeReason));
        Assert.Contains("The person withdrew it.", details.Words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Withdrawn: They are afraid of what may follow", details.Words, StringComparison.Ordinal);
        var export = await ExportAsync(filed);
        Assert.Equal(("withdrawn", "withdrawn.fear"), (export.Decisions!.Outcome, export.Decisions.OutcomeReason));
        var told = export.History!.Single(deed => deed.Deed == "withdraw");
        Assert.Equal(("withdrawn.fear", Channel.Email, new DateOnly(2026, 11, 23)), (told.Detail, told.Channel, told.ReceivedOn));
    }

    [Fact]
    public async Task An_objection_is_taken_back_by_letter_too()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.Objected);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.Equal(HttpStatusCode.Conflict, (await RecordAsync(office, filed, "withdraw-objection", "2026-11-22")).Status);
        await NothingIsRecordedAsync(filed, CaseStatus.Objected);

        await RecordAsync(office, filed, "withdraw-objection", "2026-11-23");

        Assert.Equal(CaseStatus.Answered, (await StoredAsync(filed)).Status);
    }

    [Theory]
    [InlineData("withdrawn.other-body", "withdrawn.other-body")]
    [InlineData("", null)]
    public async Task The_person_may_say_why_they_withdraw_and_need_not(string chosen, string? kept)
    {
        var filed = await host.Given.AGrievanceAsync();
        using var filer = await host.ComeBackAsync(filed.CodeId);
        var page = await filer.GetAsync("/en/my-case/withdraw");
        Assert.DoesNotContain(Grievance.Unanswered, page.Html, StringComparison.Ordinal);

        await page.SubmitAsync(("Revision", page.ValueOf("Revision")!), ("Reason", chosen));

        var stored = await StoredAsync(filed);
        Assert.Equal((CaseStatus.Withdrawn, "withdrawn", kept), (stored.Status, stored.Outcome, stored.OutcomeReason));
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Equal(kept is not null, (await office.GetAsync($"/office/grievances/{filed.Reference}")).Words.Contains("They turn to another body", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_withdrawal_is_no_outcome_that_somebody_proposes()
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync($"/office/grievances/{filed.Reference}/propose");
        Assert.DoesNotContain("withdrawn.", page.Html, StringComparison.Ordinal);

        await page.SubmitAsync(("Form.Reason", "withdrawn.own-wish"), ("Form.Answer", "취하했습니다."), ("Form.Sources", $"Account:{filed.Id}=original"), ("Form.Sources", $"Hope:{filed.Id}=original"));

        var stored = await StoredAsync(filed);
        Assert.Equal((CaseStatus.UnderReview, null), (stored.Status, stored.Outcome));
    }
}
