using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using MigrantServices.Testing.Papers;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Who comes into a child's file and out of it, and a family that lost its code.</summary>
[Trait("Category", "Database")]
public sealed class FamilyCodeTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly (string Name, string Value)[] Mother =
    [
        ("Form.Relation", nameof(Kinship.Mother)), ("Form.Name", "พิมพ์ใจ ศรีสุข"), ("Form.Language", "vi"), ("Form.Shown", "아이의 생년월일과 사는 곳을 알고 있음."), ("Form.IsSure", "true"),
    ];

    [Fact]
    public async Task A_family_that_lost_its_code_gets_a_new_one_in_two_steps_and_the_old_one_is_dead()
    {
        var filed = await host.Given.AChildAsync();
        using var thief = await host.ComeBackAsync(filed.CodeId);
        using var counter = await host.SignInAsAsync(Colleagues.Caseworker);

        var asked = await (await counter.GetAsync(Of(filed, "renew-code"))).SubmitAsync(("Form.Shown", "아이의 생년월일을 말함."), ("Form.IsSure", "true"));
        Assert.Equal(1, await LivingCodesAsync(filed));
        var made = await asked.SendAsync(asked.Form("Form.Shown"), null);

        var code = made.Document.GetElementById("code")!.TextContent;
        Assert.NotEqual("/en/my-case/child/reply", (await thief.GetAsync("/en/my-case/child/reply")).Path);
        using var family = host.Browser();
        var status = await (await family.GetAsync("/en/my-case")).SubmitAsync(("Code", code));
        Assert.Equal("/en/my-case/child", status.Path);
        Assert.Contains("أُنشئ رمز جديد", (await family.GetAsync("/ar/my-case/child")).Html, StringComparison.Ordinal);
        Assert.Equal("/en/my-case", (await (await host.Browser().GetAsync("/en/my-case")).SubmitAsync(("Code", filed.Code.Digits))).Path);
        Assert.Equal(1, await LivingCodesAsync(filed));
        Assert.Equal(1, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.RenewCode.Code)));
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.CaseId == filed.Id && r.Detail == ChildConfirmation.RenewCode.Code)));
        Assert.DoesNotContain("id=\"code\"", (await counter.GetAsync(Of(filed, "receipt"))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_having_recognised_them_no_code_is_made()
    {
        var filed = await host.Given.AChildAsync();
        using var counter = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await counter.GetAsync(Of(filed, "renew-code"));

        Assert.NotEmpty((await page.SubmitAsync(("Form.Shown", "말로만 들음."))).Summary);
        Assert.NotEmpty((await page.SendAsync(page.Form("Form.Shown"), Of(filed, "renew-code"), ("Form.Shown", "말로만 들음."))).Summary);

        using var parent = await host.ComeBackAsync(filed.CodeId);
        Assert.Equal(HttpStatusCode.OK, (await parent.GetAsync("/en/my-case/child")).Status);
        Assert.Equal(0, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.RenewCode.Code)));
    }

    [Fact]
    public async Task A_parent_of_a_child_whom_somebody_told_of_comes_in_and_reads_nothing_from_before()
    {
        var filed = await host.Given.AToldChildAsync();
        using var counter = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.PressAsync(counter, filed, "take-on");
        var nobody = await counter.GetAsync(Of(filed, "renew-code"));
        var asked = await nobody.SubmitAsync(("Form.Shown", "이웃이라고 함."), ("Form.IsSure", "true"));
        Assert.Equal(HttpStatusCode.Conflict, (await asked.SendAsync(asked.Form("Form.Shown"), null)).Status);

        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var made = await (await counter.GetAsync(Of(filed, "take-parent-in"))).SubmitAsync(Mother);

        using var family = host.Browser();
        var status = await (await family.GetAsync("/vi/my-case")).SubmitAsync(("Code", made.Document.GetElementById("code")!.TextContent));
        Assert.Equal("/vi/my-case/child", status.Path);
        Assert.DoesNotContain("tầng hai", status.Html, StringComparison.Ordinal);
        Assert.Contains("Bạn đã được đưa vào hồ sơ của con", status.Html, StringComparison.Ordinal);
        var stored = await host.StoredAsync(db => db.ChildConfirmations.SingleAsync(c => c.Id == filed.Id));
        Assert.Equal(("vi", WayIn.Request), (stored.Language, stored.Way));
        var known = await host.WithAsync(services => services.GetRequiredService<VaultDesk>().OpenAsync(stored.ChildId, default));
        Assert.Equal(["พิมพ์ใจ ศรีสุข"], known!.Parents.Select(p => p.Identity.Name.Own));
        using var teller = await host.ComeBackAsync(filed.CodeId);
        Assert.DoesNotContain("พิมพ์ใจ", (await teller.GetAsync("/en/my-case/child/told")).Html, StringComparison.Ordinal);

        // where a parent holds a code nobody else gets one
        var again = await (await counter.GetAsync(Of(filed, "take-parent-in"))).SubmitAsync(Mother);
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Single((await host.WithAsync(services => services.GetRequiredService<VaultDesk>().OpenAsync(stored.ChildId, default)))!.Parents);
        Assert.Equal(1, await LivingCodesAsync(filed));
    }

    [Fact]
    public async Task The_file_goes_on_without_the_parent_from_whom_the_child_is_protected_and_another_comes_in()
    {
        var filed = await host.Given.AChildAsync();
        using var parent = await host.ComeBackAsync(filed.CodeId);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var opened = await (await supervisor.GetAsync(Of(filed, "identity"))).SubmitAsync(("Purpose", "protect-child"));
        await opened.SubmitAsync(("parentId", opened.ValueOf("parentId")!));

        Assert.NotEqual("/en/my-case/child/reply", (await parent.GetAsync("/en/my-case/child/reply")).Path);
        Assert.Equal(0, await LivingCodesAsync(filed));
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var made = await (await supervisor.GetAsync(Of(filed, "take-parent-in"))).SubmitAsync([("Form.Relation", nameof(Kinship.Guardian)), .. Mother[1..]]);
        using var family = host.Browser();
        var status = await (await family.GetAsync("/vi/my-case")).SubmitAsync(("Code", made.Document.GetElementById("code")!.TextContent));

        Assert.Equal("/vi/my-case/child", status.Path);
        Assert.Single(status.Document.QuerySelectorAll("ol.messages > li"));
        var childId = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.ChildId).SingleAsync());
        var known = await host.WithAsync(services => services.GetRequiredService<VaultDesk>().OpenAsync(childId, default));
        Assert.Equal([Kinship.Guardian], known!.Parents.Select(p => p.Relation));
    }

    [Fact]
    public async Task Tasks_are_set_and_struck_off_and_a_letter_is_read_and_saved_as_it_went_out()
    {
        var filed = await host.Given.AChildAsync();
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.PressAsync(office, filed, "take-on");

        await (await office.GetAsync(Of(filed, "tasks"))).SubmitAsync(("Form.Text", "병원에 문의"), ("Form.DueOn", "2026-11-30"));
        Assert.Contains("병원에 문의", (await office.GetAsync(Of(filed))).Words, StringComparison.Ordinal);
        var tasks = await office.GetAsync(Of(filed, "tasks"));
        await tasks.SendAsync(tasks.Form("task"), null);
        Assert.Equal(1, await host.StoredAsync(db => db.Set<CaseTask>().CountAsync(t => t.CaseId == filed.Id && t.DoneAt != null)));

        var letter = await host.StoredAsync(db => db.Messages.Where(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.Receipt).Select(m => m.Id).SingleAsync());
        var timeline = await office.GetAsync(Of(filed));
        Assert.NotNull(timeline.Document.QuerySelector($"a[href='{Of(filed, "letters/" + letter)}']"));
        var read = await office.GetAsync(Of(filed, "letters/" + letter));
        Assert.Equal(2, read.Document.QuerySelectorAll("article.letter").Length);
        var paper = await office.GetAsync(Of(filed, $"letters/{letter}/pdf"));
        Assert.Equal(PaperLibraries.AreExpected ? "application/pdf" : "text/html; charset=utf-8", paper.Headers["Content-Type"]);
        using var stranger = await host.SignInAsAsync(Colleagues.SuwonOfficer);
        foreach (var page in new[] { "tasks", "letters/" + letter, $"letters/{letter}/pdf", "renew-code", "take-parent-in", "duplicates" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Of(filed, page))).Status);
        }
    }

    private Task<int> LivingCodesAsync(FiledCase filed) => host.StoredAsync(db => db.Codes.CountAsync(c => c.CaseId == filed.Id && c.Holder == Role.Filer && c.EndedAt == null));
}
