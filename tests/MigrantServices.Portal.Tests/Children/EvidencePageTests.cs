using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Tests.Documents;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Each criterion rests on evidence or a visit that somebody saw; evidence can name a file of its own case and of no other.</summary>
[Trait("Category", "Database")]
public sealed class EvidencePageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_criterion_is_met_by_what_was_seen_and_the_page_says_who_saw_it_and_when()
    {
        var filed = await host.ATakenChildAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);

        var refused = await (await handler.GetAsync(Of(filed, "do/find-fact"))).SubmitAsync(("Form.Code", "lives-here"), ("Form.IsMet", "true"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(refused.Summary, line => line.Contains("The child lives in Gyeonggi", StringComparison.Ordinal));
        Assert.Equal(0, await FindingsAsync(filed));
        Assert.Empty(await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.Established).SingleAsync()));

        await handler.DoAsync(filed, "add-proof", ("Form.Code", "testimony"), ("Form.On", "2026-11-20"));
        await handler.DoAsync(filed, "find-fact", ("Form.Code", "lives-here"), ("Form.IsMet", "true"), ("Form.Proofs", await host.ProofAsync(filed)));

        Assert.Equal(1, await FindingsAsync(filed));
        var item = (await handler.GetAsync(Of(filed))).Document.QuerySelector(".criteria .is-met")!.TextContent;
        Assert.Contains(Colleagues.Caseworker.Name, item, StringComparison.Ordinal);
        Assert.Contains("2026", item, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_found_without_anything_seen_before_this_rule_is_not_proposed_on()
    {
        var filed = await host.AFoundChildAsync();
        await using (var db = host.Database.Open())
        {
            await db.Database.ExecuteSqlAsync($"""
                alter table child_findings drop constraint child_findings_rest_on_something;
                insert into child_findings (id, case_id, criterion, is_met, proofs, found_by_id, found_at)
                values (gen_random_uuid(), {filed.Id}, 'foreign', true, array[]::uuid[], {Colleagues.Caseworker.Id}, now() + interval '10 years');
                alter table child_findings add constraint child_findings_rest_on_something check (visit_id is not null or cardinality(proofs) > 0) not valid;
                """);
        }

        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        var refused = await host.PressAsync(handler, filed, "propose-confirmation");

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(refused.Summary, line => line.Contains("The child is a foreigner", StringComparison.Ordinal));
        Assert.Equal(Core.Cases.CaseStatus.UnderReview, await host.StatusAsync(filed));
    }

    [Fact]
    public async Task The_database_keeps_no_finding_that_rests_on_nothing()
    {
        var filed = await host.ATakenChildAsync();
        await using var source = Core.Storage.DatabaseRole.Source(host.Database.ConnectionString, Core.Storage.DatabaseRole.App);
        await using var forged = source.CreateCommand(
            $"insert into child_findings (id, case_id, criterion, is_met, proofs, found_by_id, found_at) values (gen_random_uuid(), '{filed.Id}', 'foreign', true, array[]::uuid[], '{Colleagues.Caseworker.Id}', now())");

        Assert.Equal("child_findings_rest_on_something", (await Assert.ThrowsAsync<PostgresException>(() => forged.ExecuteNonQueryAsync())).ConstraintName);
    }

    [Fact]
    public async Task Evidence_names_a_file_of_its_own_case_and_no_other()
    {
        var (filed, other) = (await AtTheCounterAsync(), await AtTheCounterAsync());
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await host.PressAsync(handler, filed, "take-on");
        var (mine, theirs) = (await FileAsync(filed), await FileAsync(other));

        var refused = await (await handler.GetAsync(Of(filed, "do/add-proof"))).SubmitAsync(("Form.Code", "hospital-record"), ("Form.On", "2026-11-20"), ("Form.FileId", theirs.ToString()));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(0, await host.StoredAsync(db => db.Set<ChildProof>().CountAsync(p => p.CaseId == filed.Id)));

        await handler.DoAsync(filed, "add-proof", ("Form.Code", "hospital-record"), ("Form.On", "2026-11-20"), ("Form.FileId", mine.ToString()));
        Assert.Equal(mine, await host.StoredAsync(db => db.Set<ChildProof>().Where(p => p.CaseId == filed.Id).Select(p => p.FileId).SingleAsync()));
        Assert.Contains($"files/{mine}", (await handler.GetAsync(Of(filed))).Document.QuerySelector("section[aria-labelledby=criteria]")!.InnerHtml, StringComparison.Ordinal);
    }

    private Task<int> FindingsAsync(FiledCase filed) => host.StoredAsync(db => db.Set<CriterionFinding>().CountAsync(f => f.CaseId == filed.Id));

    private Task<Guid> FileAsync(FiledCase filed) => host.StoredAsync(db => db.Set<CaseFile>().Where(f => f.CaseId == filed.Id).Select(f => f.Id).SingleAsync());

    // a request with one paper, whose check is done
    private async Task<FiledCase> AtTheCounterAsync()
    {
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var receipt = await (await office.GetAsync("/office/children/new")).UploadAsync(
            [("Form.Way", "Request"), ("Form.Channel", "Visit"), ("Form.City", Colleagues.Ansan), ("Form.ReadBack", "true"), ("Form.Known", "아이가 있다고 함."), ("Form.Relation", "school")], ("기록.pdf", Samples.Pdf()));
        Assert.True(receipt.Path.EndsWith("/receipt", StringComparison.Ordinal), string.Join(" | ", receipt.Summary));
        var reference = receipt.Path.Split('/')[^2];
        var id = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Reference == reference).Select(c => c.Id).SingleAsync());
        await using var db = host.Database.Open();
        await db.Set<CaseFile>().Where(f => f.CaseId == id).ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FileState.Ready));
        return new(id, reference, default!, default);
    }
}
