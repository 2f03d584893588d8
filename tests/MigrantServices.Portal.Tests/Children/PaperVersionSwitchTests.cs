using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Tests.Reference;
using MigrantServices.Portal.Web.Papers;
using MigrantServices.Testing.Hosting;
using MigrantServices.Testing.Papers;
using Xunit;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>A new version of papers and letters begins on its day; what was issued before prints as it was, and two administrators can move the day.</summary>
[Trait("Category", "Database")]
public sealed class PaperVersionSwitchTests : IAsyncLifetime
{
    private readonly PortalHost _host = new();

    public Task InitializeAsync() => ((IAsyncLifetime)_host).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task What_was_issued_before_the_day_prints_as_it_was_and_what_is_issued_after_it_is_the_new_version()
    {
        var older = await IssuedAsync();
        var before = PaperLibraries.AreExpected ? await PrintedAsync(older) : null;

        _host.Clock.Advance(new DateTimeOffset(2026, 12, 1, 2, 0, 0, TimeSpan.Zero) - _host.Clock.GetUtcNow());
        var newer = await IssuedAsync();

        Assert.Equal((1, 2), (await TemplateAsync(older), await TemplateAsync(newer)));
        Assert.Equal(("child-receipt.1", "child-receipt.2"), (await ReceiptAsync(older), await ReceiptAsync(newer)));
        using var family = await _host.ComeBackAsync(newer.CodeId);
        Assert.Contains("إذا انتقلت إلى مدينة أخرى", (await family.GetAsync("/ar/my-case/child")).Words, StringComparison.Ordinal);
        if (PaperLibraries.AreExpected)
        {
            Assert.Equal(before, await PrintedAsync(older));
        }
    }

    [Fact]
    public async Task Two_administrators_put_the_day_off_and_no_version_is_chosen_that_cannot_be_made()
    {
        var change = await _host.ProposeAsync("/office/reference/templates/change?kind=Replace&code=papers", new(2026, 12, 5), ("Form.Version", "1"));
        await _host.ApproveAsync(change);
        Assert.Equal([1, 2, 1], (await _host.RowsAsync(Lists.Templates, Templates.Papers)).Select(row => EntryDetails.Of(row.Details).Version!.Value));
        Assert.Equal((2, 1), await _host.WithAsync(services => Task.FromResult((At(services, 4), At(services, 5)))));

        using var administrator = await _host.SignInAsAsync(Colleagues.Administrator);
        var page = await administrator.GetAsync("/office/reference/templates/change?kind=Replace&code=papers");
        var refused = await page.SubmitAsync(("Form.Version", "9"), ("Form.EffectiveOn", "2026-12-30"), ("Form.Source", "공고"));
        Assert.NotNull(refused.MistakeAt("Form.Version"));
        Assert.Equal(3, (await _host.RowsAsync(Lists.Templates, Templates.Papers)).Count);

        static int At(IServiceProvider services, int day) => services.GetRequiredService<Templates>().VersionOf(Templates.Papers, new(2026, 12, day, 3, 0, 0, TimeSpan.Zero));
    }

    private async Task<FiledCase> IssuedAsync()
    {
        var filed = await _host.AFoundChildAsync();
        await _host.WithAsync(async services => await services.GetRequiredService<VaultDesk>().PutPhotographAsync((await OneAsync(services, filed)).ChildId, PaperSample.Photo, default));
        await _host.PressAsync(filed, ChildConfirmation.ProposeConfirmation.Code, Colleagues.Caseworker.Actor);
        await _host.PressAsync(filed, ChildConfirmation.ApproveConfirmation.Code, Colleagues.Supervisor.Actor);
        await _host.PressAsync(filed, ChildConfirmation.Issue.Code, Colleagues.Caseworker2.Actor);
        return filed;
    }

    private async Task<string> PrintedAsync(FiledCase filed)
    {
        using var issuer = await _host.SignInAsAsync(Colleagues.Caseworker2);
        var papers = await issuer.GetAsync(Of(filed, "papers"));
        var (document, card) = (await papers.SendAsync(papers.Form("what"), null, ("what", "document")), await papers.SendAsync(papers.Form("what"), null, ("what", "card")));
        Assert.Equal("application/pdf", document.Headers["Content-Type"]);
        return Convert.ToHexString(SHA256.HashData([.. document.Body, .. card.Body]));
    }

    private Task<int> TemplateAsync(FiledCase filed) => _host.StoredAsync(db => db.Set<CardIssue>().Where(c => c.CaseId == filed.Id).Select(c => c.Template).SingleAsync());

    private Task<string?> ReceiptAsync(FiledCase filed) =>
        _host.StoredAsync(db => db.Messages.Where(m => m.CaseId == filed.Id && m.Template!.StartsWith("child-receipt")).Select(m => m.Template).SingleAsync());
}
