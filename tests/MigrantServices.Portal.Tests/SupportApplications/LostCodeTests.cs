using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.People;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.SupportApplications;

/// <summary>A household that lost its code gets a new one at the counter; the old one opens nothing any more.</summary>
[Trait("Category", "Database")]
public sealed class LostCodeTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_new_code_is_made_in_two_steps_and_the_household_reads_of_it()
    {
        var filed = await host.ASupportAsync();
        await host.TakenOnAsync(filed);
        using var thief = await host.ComeBackAsync(filed.CodeId);
        using var counter = await host.SignInAsAsync(Colleagues.Caseworker);

        var asked = await (await counter.GetAsync(Of(filed))).SubmitAsync(("Form.Shown", "가족의 이름을 말함."), ("Form.IsSure", "true"));
        Assert.Equal(0, await RenewalsAsync(filed));
        var made = await asked.SendAsync(asked.Form("Form.Shown"), null);

        var code = made.Document.GetElementById("code")!.TextContent;
        Assert.NotEqual("/en/my-case/support/reply", (await thief.GetAsync("/en/my-case/support/reply")).Path);
        using var household = host.Browser();
        Assert.Equal("/en/my-case/support", (await (await household.GetAsync("/en/my-case")).SubmitAsync(("Code", code))).Path);
        Assert.Contains("أُنشئ رمز جديد", (await household.GetAsync("/ar/my-case/support")).Html, StringComparison.Ordinal);
        using var old = host.Browser();
        Assert.Equal("/en/my-case", (await (await old.GetAsync("/en/my-case")).SubmitAsync(("Code", filed.Code.Digits))).Path);
        Assert.Equal(1, await RenewalsAsync(filed));
        Assert.Equal(1, await host.StoredAsync(db => db.Codes.CountAsync(c => c.CaseId == filed.Id && c.Holder == Role.Filer && c.EndedAt == null)));
        Assert.DoesNotContain("id=\"code\"", (await counter.GetAsync($"/office/support/{filed.Reference}/receipt")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_having_recognised_them_no_code_is_made()
    {
        var filed = await host.ASupportAsync();
        await host.TakenOnAsync(filed);
        using var counter = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await counter.GetAsync(Of(filed));

        Assert.NotEmpty((await page.SubmitAsync(("Form.Shown", "말로만 들음."))).Summary);
        Assert.NotEmpty((await page.SendAsync(page.Form("Form.Shown"), Of(filed), ("Form.Shown", "말로만 들음."))).Summary);

        using var household = await host.ComeBackAsync(filed.CodeId);
        Assert.Equal(HttpStatusCode.OK, (await household.GetAsync("/en/my-case/support")).Status);
        Assert.Equal(0, await RenewalsAsync(filed));
    }

    private Task<int> RenewalsAsync(FiledCase filed) => host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == SupportApplication.RenewCode.Code));

    private static string Of(FiledCase filed) => $"/office/support/{filed.Reference}/renew-code";
}
