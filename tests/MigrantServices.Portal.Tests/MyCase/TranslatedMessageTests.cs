using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.MyCase;

/// <summary>Under a message of the office the person reads its translation once a second person has checked it, and how it was made.</summary>
[Trait("Category", "Database")]
public sealed class TranslatedMessageTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Korean = "계약서를 보여 주세요.";
    private const string Vietnamese = "Xin cho xem hợp đồng.";

    [Fact]
    public async Task Nothing_is_shown_before_it_is_checked_then_the_newest_with_its_kind_beside_the_original()
    {
        var (filed, message) = await WrittenAsync();
        using var person = await host.ComeBackAsync(filed.CodeId);

        var first = await TranslateAsync(filed, message, Vietnamese, TranslationKind.Draft);
        Assert.DoesNotContain(Vietnamese, (await person.GetAsync("/vi/my-case/status")).Words, StringComparison.Ordinal);
        await CheckAsync(filed, first);

        var shown = (await person.GetAsync("/vi/my-case/status")).Document.GetElementById($"m-{message}")!;
        Assert.Equal(Korean, shown.QuerySelector(".user-text[lang=ko]")!.TextContent);
        Assert.Equal(Vietnamese, shown.QuerySelector(".user-text[lang=vi]")!.TextContent);
        Assert.Contains("do máy dịch", shown.TextContent, StringComparison.Ordinal);

        await CheckAsync(filed, await TranslateAsync(filed, message, "Hãy cho chúng tôi xem hợp đồng.", TranslationKind.Human));
        await CheckAsync(filed, await TranslateAsync(filed, message, "Please show the contract.", TranslationKind.Human, "en"));
        await TranslateAsync(filed, message, "Chưa ai kiểm tra.", TranslationKind.Human);
        shown = (await person.GetAsync("/en/my-case/status")).Document.GetElementById($"m-{message}")!;
        Assert.Equal(["Hãy cho chúng tôi xem hợp đồng."], shown.QuerySelectorAll(".user-text[lang=vi]").Select(one => one.TextContent));
        Assert.Contains("Translation made by a person", shown.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Please show the contract.", shown.TextContent, StringComparison.Ordinal);
    }

    private async Task<(FiledCase Filed, Guid Message)> WrittenAsync()
    {
        var (filed, message) = (await host.Given.AGrievanceAsync(CaseStatus.UnderReview), Guid.CreateVersion7());
        await WithAsync(filed, (services, grievance) => services.GetRequiredService<GrievanceDesk>().WriteAsync(grievance, message, new() { Body = Korean, Language = "ko" }, Colleagues.Caseworker.Actor, CancellationToken.None));
        return (filed, message);
    }

    private async Task<Guid> TranslateAsync(FiledCase filed, Guid message, string words, TranslationKind kind, string to = "vi")
    {
        await WithAsync(filed, async (services, grievance) =>
        {
            var desk = services.GetRequiredService<TranslationDesk>();
            var original = await desk.OriginalAsync(grievance, TextKind.Message, message, CancellationToken.None);
            await desk.AddAsync(grievance, original!, new() { To = to, Words = words, Kind = kind }, Colleagues.Caseworker.Actor, CancellationToken.None);
        });
        return await host.StoredAsync(db => db.Set<Translation>().Where(t => t.CaseId == filed.Id).OrderByDescending(t => t.Id).Select(t => t.Id).FirstAsync());
    }

    private Task CheckAsync(FiledCase filed, Guid id) => WithAsync(filed, async (services, grievance) =>
    {
        var desk = services.GetRequiredService<TranslationDesk>();
        await desk.CheckAsync(grievance, (await desk.FindAsync(grievance, id, CancellationToken.None))!, Colleagues.Caseworker2.Actor, CancellationToken.None);
    });

    private Task WithAsync(FiledCase filed, Func<IServiceProvider, Grievance, Task> deed) => host.WithAsync(async services =>
        await deed(services, await services.GetRequiredService<PortalDb>().Grievances.SingleAsync(g => g.Id == filed.Id)));
}
