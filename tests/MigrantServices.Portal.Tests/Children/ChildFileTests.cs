using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Destroying;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Privacy;
using MigrantServices.Portal.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>A file may be called after the child and show who it is: its name opens with the identity, it is handed out for a purpose that the family reads, and it goes when the child is forgotten.</summary>
[Trait("Category", "Database")]
public sealed class ChildFileTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Name = "Zqxfilecanary.pdf";

    [Fact]
    public async Task A_file_has_a_number_until_the_identity_is_open_and_leaves_only_for_a_purpose()
    {
        var (filed, file) = await WithAFileAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        using var other = await host.SignInAsAsync(Colleagues.Caseworker2);
        await host.PressAsync(handler, filed, "take-on");

        foreach (var page in new[] { await handler.GetAsync(Of(filed)), await handler.GetAsync(Of(filed, "do/add-proof")), await handler.GetAsync(Of(filed, $"files/{file}")) })
        {
            Assert.DoesNotContain("Zqxfilecanary", page.Html, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("File 1 (PDF)", (await handler.GetAsync(Of(filed))).Words, StringComparison.Ordinal);
        Assert.Contains("File 1 (PDF)", (await handler.GetAsync(Of(filed, "do/add-proof"))).Words, StringComparison.Ordinal);
        var opened = await (await handler.GetAsync(Of(filed, "identity"))).SubmitAsync(("Purpose", "verify-facts"));
        Assert.Contains(Name, opened.Words, StringComparison.Ordinal);

        var refused = await other.GetAsync(Of(filed, $"files/{file}"));
        Assert.Null(refused.Document.QuerySelector("form[action*='/files/']"));
        var forged = await refused.SendAsync((await other.GetAsync(Of(filed, "do/note"))).Form("Revision"), Of(filed, $"files/{file}"), ("Purpose", "verify-facts"));
        var without = await (await handler.GetAsync(Of(filed, $"files/{file}"))).SubmitAsync(("Purpose", "curiosity"));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (forged.Status, without.Status));
        Assert.Equal((1, 0), await OpeningsAsync(filed, file));

        var taken = await (await handler.GetAsync(Of(filed, $"files/{file}"))).SubmitAsync(("Purpose", "contact-family"));

        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(taken.Body), StringComparison.Ordinal);
        Assert.Equal((2, 1), await OpeningsAsync(filed, file));
    }

    [Fact]
    public async Task What_was_told_and_the_files_go_with_the_child_and_what_was_decided_stays()
    {
        var (filed, _) = await WithAFileAsync();
        await host.StoredAsync(db => db.Database.ExecuteSqlAsync($"set session_replication_role = replica; update cases set status = 'Withdrawn' where id = {filed.Id}; set session_replication_role = origin"));
        var events = await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id));

        await host.WithAsync(async services => await services.GetRequiredService<DestructionDesk>().AskAsync(
            await ConfirmedChildren.OneAsync(services, filed), new() { Ground = "retention-over", Reason = "끝남" }, Colleagues.Caseworker.Actor, default));
        await host.WithAsync(async services => await services.GetRequiredService<DestructionDesk>().DestroyAsync(await ConfirmedChildren.OneAsync(services, filed), Colleagues.Supervisor.Actor, default));

        var one = await host.StoredAsync(db => db.ChildConfirmations.Include(c => c.People).SingleAsync(c => c.Id == filed.Id));
        Assert.Equal((null, null, null, 0), (one.Account, one.ContactNote, one.InterpreterNote, one.People.Count));
        Assert.Empty(await host.StoredAsync(db => db.Set<CaseFile>().Where(f => f.CaseId == filed.Id).ToListAsync()));
        Assert.Equal(events + 2, await host.StoredAsync(db => db.Events.CountAsync(e => e.CaseId == filed.Id)));
    }

    private async Task<(int Openings, int Downloads)> OpeningsAsync(FiledCase filed, Guid file) => (
        await host.StoredAsync(db => db.Set<IdentityOpening>().CountAsync(o => o.CaseId == filed.Id)),
        await host.StoredAsync(db => db.AccessRecords.CountAsync(r => r.CaseId == filed.Id && r.Deed == AccessDeed.Download && r.Detail == "file:" + file)));

    // somebody told of a child, with a paper that is called after it and was checked
    private async Task<(FiledCase Filed, Guid File)> WithAFileAsync()
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var receipt = await (await office.GetAsync("/office/children/new")).UploadAsync(
            [("Form.Way", "Request"), ("Form.Channel", "Visit"), ("Form.City", Colleagues.Ansan), ("Form.ReadBack", "true"), ("Form.Known", "아이가 있다고 함."), ("Form.Relation", "school"), ("Form.RequesterName", "김 선생님")], (Name, EvidenceSamples.Pdf()));
        Assert.True(receipt.Path.EndsWith("/receipt", StringComparison.Ordinal), string.Join(" | ", receipt.Summary));
        var reference = receipt.Path.Split('/')[^2];
        var id = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync());
        var file = await host.StoredAsync(db => db.Set<CaseFile>().Where(f => f.CaseId == id).Select(f => f.Id).SingleAsync());
        await host.WithAsync(services => services.GetRequiredService<FileChecker>().CheckAsync(file, CancellationToken.None));
        return (new(id, reference, default!, default), file);
    }
}
