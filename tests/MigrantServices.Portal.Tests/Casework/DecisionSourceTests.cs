using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.Casework;

/// <summary>What a decision rests on without anybody being asked: texts that the proposer reads, and those of cases that are handled together.</summary>
[Trait("Category", "Database")]
public sealed class DecisionSourceTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task What_the_proposer_reads_without_being_asked_blocks_the_approval_all_the_same_once_it_is_another(string language)
    {
        var filed = await host.Given.AGrievanceAsync(CaseStatus.UnderReview, form => form.Contact.Language = language);
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/propose")).SubmitAsync(("Form.Reason", "resolved.explained"), ("Form.Answer", "설명하였습니다."), ("Form.InTheirLanguage", language == "ko" ? "" : "We explained."));
        Assert.Equal(CaseStatus.Proposed, await StatusAsync(filed));
        Assert.Equal([TextKind.Account, TextKind.Hope], await host.StoredAsync(db => db.Set<DecisionSource>().Where(s => s.CaseId == filed.Id && s.TranslationId == null).OrderBy(s => s.Text).Select(s => s.Text).ToListAsync()));

        await ChangeAccountAsync(filed);

        await AssertNotApprovedAsync(filed);
    }

    [Fact]
    public async Task What_was_told_in_a_case_that_is_handled_together_is_named_too_and_blocks_when_it_is_another()
    {
        var (filed, merged) = (await host.Given.AGrievanceAsync(CaseStatus.UnderReview), await host.Given.AGrievanceAsync(CaseStatus.UnderReview));
        await using (var command = host.Database.Source.CreateCommand(
            "insert into case_merges (id, merged_id, surviving_id, ground, words, proposed_by_id, proposed_at, state, decided_by_id, decided_at, status_before) values (gen_random_uuid(), $1, $2, 'TheySaid', '\\x01', $3, now(), 'Merged', $4, now(), 'UnderReview')"))
        {
            foreach (var id in new[] { merged.Id, filed.Id, Colleagues.Caseworker.Id, Colleagues.Supervisor.Id })
            {
                command.Parameters.Add(new() { Value = id });
            }

            await command.ExecuteNonQueryAsync();
        }

        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var refused = await (await office.GetAsync($"/office/grievances/{filed.Reference}/propose")).SubmitAsync(
            ("Form.Reason", "resolved.explained"), ("Form.Answer", "설명하였습니다."), ("Form.Sources", $"Account:{filed.Id}=original"), ("Form.Sources", $"Hope:{filed.Id}=original"));
        Assert.Equal((HttpStatusCode.Conflict, 0), (refused.Status, await SourcesAsync(filed)));
        await (await office.GetAsync($"/office/grievances/{filed.Reference}/propose")).SubmitAsync(
            [("Form.Reason", "resolved.explained"), ("Form.Answer", "설명하였습니다."), .. new[] { filed, merged }.SelectMany(one => new[] { ("Form.Sources", $"Account:{one.Id}=original"), ("Form.Sources", $"Hope:{one.Id}=original") })]);
        Assert.Equal((CaseStatus.Proposed, 4), (await StatusAsync(filed), await SourcesAsync(filed)));

        await ChangeAccountAsync(merged);

        await AssertNotApprovedAsync(filed);
    }

    private async Task AssertNotApprovedAsync(FiledCase filed)
    {
        using var supervisor = await host.SignInAsAsync(Colleagues.Supervisor);
        var preview = await supervisor.GetAsync($"/office/grievances/{filed.Reference}/approve");

        var refused = await preview.SendAsync(preview.Form("Seen"), null);

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(Shipped.Says("refusal.translation.changed-since"), refused.Words, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Proposed, await StatusAsync(filed));
        Assert.False(await host.StoredAsync(db => db.Messages.AnyAsync(m => m.CaseId == filed.Id && m.Purpose == MessagePurpose.Decision)));
    }

    // nothing in the portal changes what was told; whoever did it by other means is found out
    private Task ChangeAccountAsync(FiledCase filed) => host.WithAsync(async services =>
    {
        var words = services.GetRequiredService<Vault>().Seal("Tôi viết lại.", filed.Id, SealedField.Account).Bytes;
        await services.GetRequiredService<PortalDb>().Database.ExecuteSqlAsync($"update cases set account = {words} where id = {filed.Id}");
    });

    private Task<int> SourcesAsync(FiledCase filed) => host.StoredAsync(db => db.Set<DecisionSource>().CountAsync(s => s.CaseId == filed.Id));

    private Task<CaseStatus> StatusAsync(FiledCase filed) => host.StoredAsync(db => db.Grievances.Where(g => g.Id == filed.Id).Select(g => g.Status).SingleAsync());
}
