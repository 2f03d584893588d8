using System.Net;
using Microsoft.EntityFrameworkCore;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>A piece of evidence that was recorded by mistake is struck with words: it stays to be read, and counts nowhere.</summary>
[Trait("Category", "Database")]
public sealed class StruckProofPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Struck_evidence_stays_to_be_read_with_the_reason_and_what_rested_on_it_is_open_again()
    {
        var filed = await host.ATakenChildAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await handler.DoAsync(filed, "add-proof", ("Form.Code", "hospital-record"), ("Form.On", "2026-11-20"));
        var hospital = await host.ProofAsync(filed);
        await handler.DoAsync(filed, "add-proof", ("Form.Code", "testimony"), ("Form.On", "2026-11-20"));
        var testimony = (await ProofsAsync(filed)).Single(p => p.Kind == "testimony").Id.ToString();
        await handler.DoAsync(filed, "find-fact", ("Form.Code", "born-in-korea"), ("Form.IsMet", "true"), ("Form.Proofs", hospital));
        await handler.DoAsync(filed, "find-fact", ("Form.Code", "lives-here"), ("Form.IsMet", "true"), ("Form.Proofs", testimony));
        var strong = (await StoredAsync(filed)).Grade;

        await handler.DoAsync(filed, "strike-proof", ("Form.ProofId", hospital), ("Form.Words", "다른 아이의 출생 기록이었습니다."));

        var one = await StoredAsync(filed);
        Assert.NotEqual(strong, one.Grade);
        Assert.Equal(["lives-here"], one.Established);
        var page = await handler.GetAsync(Of(filed));
        var line = page.Document.QuerySelector(".is-struck")!.TextContent;
        Assert.Contains("다른 아이의 출생 기록이었습니다.", line, StringComparison.Ordinal);
        Assert.Contains(Colleagues.Caseworker.Name, line, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll(".criteria .is-met"));
        Assert.DoesNotContain(hospital, (await handler.GetAsync(Of(filed, "do/find-fact"))).Document.DocumentElement.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(2, (await ProofsAsync(filed)).Count);

        // it counts for no finding that is sent all the same, and is not struck twice
        var form = await handler.GetAsync(Of(filed, "do/find-fact"));
        var refused = await form.SendAsync(form.Form("Form.Code"), null, ("Form.Code", "born-in-korea"), ("Form.IsMet", "true"), ("Form.Proofs", hospital));
        Assert.Contains("nobody has", string.Join(' ', refused.Summary), StringComparison.Ordinal);
        var strike = await handler.GetAsync(Of(filed, "do/strike-proof"));
        var again = await strike.SendAsync(strike.Form("Form.Words"), null, ("Form.ProofId", hospital), ("Form.Words", "또"));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("struck already", again.Summary[0], StringComparison.Ordinal);
        Assert.Equal("child.no-such-proof", (await Assert.ThrowsAsync<RefusedException>(() => host.DeedAsync(
            filed, new() { Deed = ChildConfirmation.StrikeProof.Code, ProofId = Guid.NewGuid(), Words = "남의 것" }, Colleagues.Caseworker.Actor))).Refusal.Code);
        Assert.Equal(1, await host.StoredAsync(db => db.Set<ProofStrike>().CountAsync(s => s.CaseId == filed.Id)));
        Assert.Equal(["lives-here"], (await StoredAsync(filed)).Established);
    }

    [Fact]
    public async Task A_decided_case_refuses_it_and_so_does_the_database()
    {
        var filed = await ConfirmedChildren.AConfirmedChildAsync(host);
        var proof = (await ProofsAsync(filed))[0].Id;
        var grade = (await StoredAsync(filed)).Grade;
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        Assert.Null((await handler.GetAsync(Of(filed))).Document.QuerySelector("a[href$='do/strike-proof']"));

        var page = await handler.GetAsync(Of(filed, "do/strike-proof"));
        var refused = await page.SendAsync(page.Form("Form.Words"), null, ("Form.ProofId", proof.ToString()), ("Form.Words", "잘못 적음"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal((CaseStatus.Confirmed, grade), (await host.StatusAsync(filed), (await StoredAsync(filed)).Grade));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<ProofStrike>().CountAsync(s => s.CaseId == filed.Id)));
        var sql = await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db => db.Database.ExecuteSqlAsync($"""
            insert into child_proof_strikes (id, case_id, proof_id, words, struck_by_id, struck_at)
            values (gen_random_uuid(), {filed.Id}, {proof}, '\x01', {Colleagues.Caseworker.Id}, now())
            """)));
        Assert.Equal("child_proof_strikes_in_time", sql.ConstraintName);
    }

    [Fact]
    public async Task Without_a_reason_or_the_evidence_nothing_is_struck()
    {
        var filed = await host.ATakenChildAsync();
        using var handler = await host.SignInAsAsync(Colleagues.Caseworker);
        await handler.DoAsync(filed, "add-proof", ("Form.Code", "testimony"), ("Form.On", "2026-11-20"));

        var page = await (await handler.GetAsync(Of(filed, "do/strike-proof"))).SubmitAsync(("Form.Words", " "));

        Assert.NotNull(page.MistakeAt("Form.Words"));
        Assert.NotNull(page.MistakeAt("Form.ProofId"));
        Assert.Equal(0, await host.StoredAsync(db => db.Set<ProofStrike>().CountAsync(s => s.CaseId == filed.Id)));
    }

    private Task<List<ChildProof>> ProofsAsync(FiledCase filed) => host.StoredAsync(db => db.Set<ChildProof>().AsNoTracking().Where(p => p.CaseId == filed.Id).OrderBy(p => p.AddedAt).ToListAsync());

    private Task<ChildConfirmation> StoredAsync(FiledCase filed) => host.StoredAsync(db => db.ChildConfirmations.AsNoTracking().SingleAsync(c => c.Id == filed.Id));
}
