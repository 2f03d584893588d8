using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>A caseworker corrects a parent of the child or adds one, with a purpose; the history tells that it was done and no name.</summary>
[Trait("Category", "Database")]
public sealed class ParentPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task What_stands_there_is_opened_corrected_and_kept_with_a_purpose()
    {
        var filed = await host.ATakenChildAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        var mother = Assert.Single(await ParentsAsync(filed));

        var opened = await (await handler.GetAsync(Of(filed, $"identity/parent/{mother.Id}"))).SubmitAsync(("Form.Purpose", "correct-record"));
        Assert.Equal("هدى المرجانة", opened.ValueOf("Form.Own"));
        await opened.SubmitAsync(("Form.Latin", "Huda Almurjana"), ("Form.Year", "1994"));

        var corrected = Assert.Single(await ParentsAsync(filed));
        Assert.Equal((mother.Id, "هدى المرجانة", "Huda Almurjana", 1994, "اليمن"), (corrected.Id, corrected.Identity.Name.Own, corrected.Identity.Name.Latin, corrected.Identity.Born!.Date.Year, corrected.Identity.Nationality));
        Assert.Contains("correct-record", await host.StoredAsync(db => db.Set<IdentityOpening>().Where(o => o.CaseId == filed.Id).Select(o => o.Purpose).ToListAsync()));
        var page = await handler.GetAsync(Of(filed));
        Assert.Contains("corrected what is known of a parent", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Huda", page.Html, StringComparison.Ordinal);
        Assert.All(await host.StoredAsync(db => db.Events.Where(e => e.CaseId == filed.Id).Select(e => e.Detail).ToListAsync()), detail => Assert.DoesNotContain("Huda", detail ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_parent_who_was_not_known_is_added_and_gets_no_code()
    {
        var filed = await host.ATakenChildAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        var codes = await host.StoredAsync(db => db.Codes.CountAsync(c => c.CaseId == filed.Id));

        await (await handler.GetAsync(Of(filed, "identity/parent"))).SubmitAsync(("Form.Purpose", "correct-record"), ("Form.Relation", "Father"), ("Form.Own", "أيمن المرجانة"));

        Assert.Equal([Kinship.Mother, Kinship.Father], (await ParentsAsync(filed)).Select(p => p.Relation).Order());
        Assert.Equal(codes, await host.StoredAsync(db => db.Codes.CountAsync(c => c.CaseId == filed.Id)));
        Assert.Equal(1, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.AddParent.Code)));
    }

    [Fact]
    public async Task Without_a_purpose_or_a_name_nothing_is_written()
    {
        var filed = await host.ATakenChildAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);

        var page = await (await handler.GetAsync(Of(filed, "identity/parent"))).SubmitAsync(("Form.Relation", "Father"));

        Assert.NotNull(page.MistakeAt("Form.Purpose"));
        Assert.NotNull(page.MistakeAt("Form.Own"));
        Assert.Single(await ParentsAsync(filed));
    }

    [Fact]
    public async Task A_parent_of_another_child_is_neither_opened_nor_changed()
    {
        var (filed, other) = (await host.ATakenChildAsync(), await host.ATakenChildAsync());
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        var theirs = Assert.Single(await ParentsAsync(other));

        var refused = await (await handler.GetAsync(Of(filed, $"identity/parent/{theirs.Id}"))).SubmitAsync(("Form.Purpose", "correct-record"));
        var page = await handler.GetAsync(Of(filed, "identity/parent"));
        var forged = await page.SendAsync(page.Form("Form.Own"), Of(filed, $"identity/parent/{theirs.Id}"), ("Form.Purpose", "correct-record"), ("Form.Relation", "Mother"), ("Form.Own", "다른 사람"));

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (refused.Status, forged.Status));
        Assert.Contains(forged.Summary, line => line.StartsWith("No such parent", StringComparison.Ordinal));
        Assert.Equal(theirs, Assert.Single(await ParentsAsync(other)));
        Assert.Equal(0, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id && e.Action == ChildConfirmation.CorrectParent.Code)));
    }

    [Fact]
    public async Task A_colleague_who_does_not_handle_the_case_writes_nothing()
    {
        var filed = await host.ATakenChildAsync();
        using var another = await host.SignInAsAsync(Colleagues.Caseworker2);

        var refused = await (await another.GetAsync(Of(filed, "identity/parent"))).SubmitAsync(("Form.Purpose", "correct-record"), ("Form.Relation", "Father"), ("Form.Own", "أيمن"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Single(await ParentsAsync(filed));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<IdentityOpening>().CountAsync(o => o.CaseId == filed.Id && o.OpenedById == Colleagues.Caseworker2.Id)));
    }

    private Task<IReadOnlyList<KnownParent>> ParentsAsync(FiledCase filed) => host.WithAsync(async services =>
        (await services.GetRequiredService<VaultDesk>().OpenAsync((await ConfirmedChildren.OneAsync(services, filed)).ChildId, default))!.Parents);
}
