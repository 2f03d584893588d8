using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Export;
using MigrantServices.Core.Grievances.Export;
using MigrantServices.Testing.Hosting;
using MigrantServices.Testing.Papers;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>A child's case that is handed out, and what needs a colleague on the first page.</summary>
[Trait("Category", "Database")]
public sealed class ChildExportTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly string[] AllButNames = [.. Enum.GetNames<ExportPart>().Where(part => part != nameof(ExportPart.People))];
    private static readonly string[] Names = ["Salma", "Almurjana", "المرجانة", "سلمى", "هدى", "원곡로"];

    [Fact]
    public async Task Without_the_names_chosen_no_export_holds_one_and_the_vault_stays_shut()
    {
        var filed = await host.Given.AChildAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Supervisor);
        await host.ReadyAsync(handler, filed);

        var taken = await TakenAsync(handler, filed, "Json", AllButNames);

        var export = ChildExport.FromJson(taken.Body);
        Assert.Equal((ChildExport.SchemaName, filed.Reference, 5), (export.Schema, export.Reference, export.Inquiry!.Findings.Count));
        Assert.Equal("S. A.", export.Facts!.Initials);
        Assert.All(Names, name => Assert.DoesNotContain(name, Encoding.UTF8.GetString(taken.Body), StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<IdentityOpening>().CountAsync(o => o.CaseId == filed.Id)));
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.CaseId == filed.Id && r.Detail!.StartsWith("export:OtherBody"))));
        if (PaperLibraries.AreExpected)
        {
            var paper = await TakenAsync(handler, filed, "Pdf", AllButNames);
            Assert.Equal("application/pdf", paper.Headers["Content-Type"]);
        }
    }

    [Fact]
    public async Task With_the_right_names_are_in_it_and_the_family_reads_of_the_opening()
    {
        var filed = await host.Given.AChildAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.PressAsync(handler, filed, "take-on");

        var taken = await TakenAsync(handler, filed, "Json", nameof(ExportPart.Facts), nameof(ExportPart.People));

        Assert.Equal("Salma Almurjana", ChildExport.FromJson(taken.Body).People!.Child.Name.Latin);
        using var parent = await host.ComeBackAsync(filed.CodeId);
        Assert.Contains("To hand out a copy of the case", (await parent.GetAsync("/en/my-case/child/looked")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_neither_handles_nor_supervises_it_hands_nothing_out_and_a_forged_part_is_refused()
    {
        var filed = await host.Given.AChildAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.PressAsync(handler, filed, "take-on");
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(Of(filed, "export"))).Status);

        var forged = await TakenAsync(handler, filed, "Json", nameof(ExportPart.Facts), nameof(ExportPart.Notes));

        Assert.Equal(HttpStatusCode.Conflict, forged.Status);
        Assert.False(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.CaseId == filed.Id && r.Detail!.StartsWith("export:"))));
    }

    [Fact]
    public async Task The_first_page_leads_to_a_child_in_danger_first_and_to_what_waits_for_a_second_and_a_third_person()
    {
        var (danger, proposed) = (await host.Given.AChildAsync(), await host.Given.AChildAsync());
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        using var issuer = await host.SignInAsAsync(Colleagues.Caseworker2);
        await handler.DoAsync(danger, "raise-alarm", ("Form.Codes", "police-112"), ("Form.Words", "아이가 다쳤습니다."));
        await host.ReadyAsync(handler, proposed);
        await host.PressAsync(handler, proposed, "propose-confirmation");

        var home = await supervisor.GetAsync("/office");
        Assert.Equal(Of(danger), home.Document.QuerySelector("main a")!.GetAttribute("href"));
        Assert.Equal([proposed.Reference], Rows(home, "ToApprove"));
        Assert.DoesNotContain(proposed.Reference, Rows(await issuer.GetAsync("/office"), "ToIssue"));
        Assert.All(Names, name => Assert.DoesNotContain(name, home.Html, StringComparison.OrdinalIgnoreCase));

        await host.PressAsync(supervisor, proposed, "approve-confirmation");
        Assert.Equal([proposed.Reference], Rows(await issuer.GetAsync("/office"), "ToIssue"));
        Assert.Empty(Rows(await supervisor.GetAsync("/office"), "ToIssue"));
        Assert.Empty(Rows(await handler.GetAsync("/office"), "ToIssue"));
        using var suwon = await host.SignInAsAsync(Colleagues.SuwonOfficer);
        Assert.DoesNotContain("CC-", (await suwon.GetAsync("/office")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_costs_the_same_however_many_children_wait()
    {
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.Given.AChildAsync();
        await handler.GetAsync("/office");
        var before = (await handler.GetAsync("/office")).Statements.Count;
        for (var n = 0; n < 4; n++)
        {
            await host.PressAsync(handler, await host.Given.AChildAsync(), "take-on");
        }

        Assert.InRange((await handler.GetAsync("/office")).Statements.Count, 1, before + 1);
    }

    private static IEnumerable<string> Rows(WebPage home, string section) =>
        home.Document.QuerySelectorAll($"section[aria-labelledby='day-children-{section}'] a.reference").Select(link => link.TextContent);

    private static async Task<WebPage> TakenAsync(Browserless office, FiledCase filed, string how, params string[] parts)
    {
        var page = await office.GetAsync(Of(filed, "export"));
        return await page.SendAsync(page.Form("Form.Purpose"), Of(filed, "export?handler=" + how),
            [("Form.Purpose", nameof(ExportPurpose.OtherBody)), ("Form.Words", "교육지원청의 요청"), .. parts.Select(part => ("Form.Parts", part))]);
    }
}
