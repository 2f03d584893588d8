using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Grievances.OtherSide;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>What belongs to a case that is handled together with another holds for the other too.</summary>
[Trait("Category", "Database")]
public sealed class HandledTogetherTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_letter_to_the_other_side_names_nobody_of_the_cases_that_are_handled_together()
    {
        var (merged, surviving) = await TogetherAsync("Đặng Thị Ngọc Ánh");
        await host.WithAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDb>();
            db.Add(services.GetRequiredService<GrievanceMaker>().Person(merged.Id, PersonPart.Unnamed, "카나리아삼호", "010-7777-4321"));
            await db.SaveChangesAsync();
        });

        Assert.Equal("other-side.names-the-person", (await WhyNotAsync("카나리아삼호 씨를 아십니까?"))?.Code);
        Assert.Equal("other-side.names-the-person", (await WhyNotAsync("010 7777 4321로 전화하셨습니까?"))?.Code);
        Assert.Null(await WhyNotAsync("임대 기준을 보내 주십시오."));

        Task<Refusal?> WhyNotAsync(string words) => host.WithAsync(async services => await services.GetRequiredService<OtherSidePost>().WhyNotAsync(
            await services.GetRequiredService<PortalDb>().Grievances.SingleAsync(g => g.Id == surviving), new(OtherSideWriter.Request, words, null), CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_suffers_says_so_in_their_own_case_and_it_waits_where_both_are_handled()
    {
        var (merged, surviving) = await TogetherAsync("Lương Thế Vinh");
        using var person = await host.ComeBackAsync(merged.CodeId);
        foreach (var language in new[] { "ko", "en", "vi", "zh-Hans", "ar" })
        {
            Assert.NotNull((await person.GetAsync($"/{language}/my-case/status")).Document.QuerySelector("a[href$='/unsafe']"));
        }

        var page = await person.GetAsync("/en/my-case/unsafe");
        var empty = await page.SubmitAsync(("Form.Body", ""));
        Assert.NotNull(empty.MistakeAt("Form.Body"));
        Assert.Null(await host.StoredAsync(db => db.Grievances.Where(g => g.Id == surviving).Select(g => g.RetaliationOn).SingleAsync()));
        await page.SubmitAsync(("Form.Body", "He cut my hours."));

        var heard = await host.StoredAsync(db => db.Grievances.SingleAsync(g => g.Id == surviving));
        Assert.Equal((new DateOnly(2026, 11, 23), true, true), (heard.RetaliationOn!.Value, heard.FearSince is not null, heard.HasUnread));
        Assert.Null(await host.StoredAsync(db => db.Grievances.Where(g => g.Id == merged.Id).Select(g => g.FearSince).SingleAsync()));
        Assert.True(await host.StoredAsync(db => db.AccessRecords.AnyAsync(r => r.CaseId == surviving && r.Detail == "pass-on")));
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var reference = await host.StoredAsync(db => db.Grievances.Where(g => g.Id == surviving).Select(g => g.Reference).SingleAsync());
        Assert.Contains("They say that they suffer for having complained.", (await supervisor.GetAsync($"/office/grievances/{reference}")).Words, StringComparison.Ordinal);
        Assert.Contains("He cut my hours.", (await supervisor.GetAsync($"/office/grievances/{merged.Reference}")).Words, StringComparison.Ordinal);
    }

    // the later one goes, Caseworker proposes it and Supervisor agrees
    private async Task<(FiledCase Merged, Guid Surviving)> TogetherAsync(string name)
    {
        var other = await FiledAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var filed = await FiledAsync();
        await host.JobsDoneAsync(DuplicateHandler.JobKind);
        using var caseworker = await host.SignInAsAsync(Colleagues.Caseworker);
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var address = $"/office/grievances/{filed.Reference}/duplicates";
        await (await caseworker.GetAsync(address)).SubmitAsync(("Together.Ground", "BothCodes"), ("Together.How", "창구에서 두 코드를 모두 보여 줌."), ("Together.IsSamePerson", "true"));
        await (await supervisor.GetAsync(address)).PressAsync("Approve");
        Assert.Equal(CaseStatus.Merged, await host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.Status).SingleAsync()));
        return (filed, other.Id);

        Task<FiledCase> FiledAsync() => host.Given.AGrievanceAsync(CaseStatus.UnderReview, form => (form.Contact.Name, form.Respondent.Name) = (name, $"{name} bdgmnls"));
    }
}
