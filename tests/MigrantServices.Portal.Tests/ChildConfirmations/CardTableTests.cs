using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.ChildConfirmations;

/// <summary>Even with plain SQL as the portal's own user no paper says something else, none that ended is valid again, and nobody does the work of two.</summary>
[Trait("Category", "Database")]
public sealed class CardTableTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("update card_issues set state = 'Valid', ended_at = null, ended_by_id = null where id = @old")]
    [InlineData("update card_issues set state = 'Lost' where id = @old")]
    [InlineData("update card_issues set ended_at = now() where id = @old")]
    [InlineData("update card_issues set ended_by_id = prepared_by_id where id = @old")]
    [InlineData("update card_issues set old_returned_on = '2026-12-01' where id = @old")]
    [InlineData("update card_issues set sealed_token = '\\x00' where id = @old")]
    [InlineData("update card_issues set sealed_token = '\\x00' where id = @valid")]
    [InlineData("update card_issues set document_serial = card_serial where id = @valid")]
    [InlineData("update card_issues set token_hash = sha256('x') where id = @valid")]
    [InlineData("update card_issues set child_id = gen_random_uuid() where id = @valid")]
    [InlineData("update card_issues set municipality = '41110' where id = @valid")]
    [InlineData("update card_issues set issued_at = now() where id = @valid")]
    [InlineData("update card_issues set approved_by_id = prepared_by_id where id = @valid")]
    [InlineData("update card_issues set state = 'Lost' where id = @valid")]
    [InlineData("update card_issues set state = 'Lost', ended_at = now() where id = @valid")]
    [InlineData("update card_issues set state = 'Gone', ended_at = now(), ended_by_id = prepared_by_id where id = @valid")]
    [InlineData("update card_issues set old_returned_on = '2026-12-01' where id = @valid")]
    [InlineData("delete from card_issues where id = @old")]
    [InlineData("delete from card_issues where id = @valid")]
    [InlineData("truncate card_issues")]
    [InlineData(Copy + "'2222-2222-DX', '2222-2222-CX', gen_random_uuid(), prepared_by_id, prepared_by_id, issued_by_id, 'Valid', null from card_issues where id = @old")]
    [InlineData(Copy + "'2222-2222-DX', '2222-2222-CX', gen_random_uuid(), prepared_by_id, approved_by_id, approved_by_id, 'Valid', null from card_issues where id = @old")]
    [InlineData(Copy + "'2222-2222-DX', '3333-2222-CX', gen_random_uuid(), prepared_by_id, approved_by_id, issued_by_id, 'Valid', null from card_issues where id = @foreign")]
    [InlineData(Copy + "'2222-2222-DX', '2222-2222-CX', child_id, prepared_by_id, approved_by_id, issued_by_id, 'Valid', null from card_issues where id = @valid")]
    [InlineData(Copy + "'2222-2222-DX', '2222-2222-CX', child_id, prepared_by_id, approved_by_id, issued_by_id, 'Lost', now() from card_issues where id = @valid")]
    public async Task What_a_card_may_not_become_the_database_refuses(string statement)
    {
        var child = await host.AChildAsync();
        var old = await host.IssueAsync(child);
        var valid = await host.IssueAsync(child with { Old = new(old.Id, CardState.Replaced, new(2026, 11, 23)) });
        var before = await TextAsync();
        await using var source = NpgsqlDataSource.Create(host.Database.ConnectionString);
        await using var command = source.CreateCommand(statement.Replace("@old", $"'{old.Id}'", StringComparison.Ordinal).Replace("@valid", $"'{valid.Id}'", StringComparison.Ordinal).Replace("@foreign", $"'{valid.Id}'", StringComparison.Ordinal));

        await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(before, await TextAsync());
    }

    [Fact]
    public async Task Papers_rest_on_the_decision_of_their_case_and_on_its_three_people()
    {
        var child = await host.AChildAsync();
        var ended = await host.IssueAsync(child);
        await host.EndAsync(ended.Id, CardState.Revoked);
        var undecided = await host.AFoundChildAsync();
        const string Own = "'2222-2222-DX', '2222-2222-CX', child_id, ";
        foreach (var (people, of) in new[]
        {
            ("approved_by_id, prepared_by_id, issued_by_id", "case_id"),
            ("prepared_by_id, approved_by_id, " + $"'{Colleagues.Caseworker2.Id}'", "case_id"),
            ("prepared_by_id, approved_by_id, issued_by_id", $"'{undecided.Id}'"),
        })
        {
            await using var source = NpgsqlDataSource.Create(host.Database.ConnectionString);
            await using var forged = source.CreateCommand(Copy.Replace("), case_id, template", $"), {of}, template", StringComparison.Ordinal) + Own + people + $", 'Valid', null from card_issues where id = '{ended.Id}'");
            Assert.Equal("card_issues_rest_on_a_decision", (await Assert.ThrowsAsync<PostgresException>(() => forged.ExecuteNonQueryAsync())).ConstraintName);
        }

        Assert.Single(await host.StoredAsync(child));
        Assert.NotNull(await host.IssueAsync(child));
    }

    [Fact]
    public async Task Papers_go_with_their_case_and_never_without_it()
    {
        var child = await host.AChildAsync();
        await host.IssueAsync(child);
        await using var source = NpgsqlDataSource.Create(host.Database.ConnectionString);
        await using var command = source.CreateCommand($"delete from cases where id = '{child.CaseId}'");

        await command.ExecuteNonQueryAsync();

        Assert.Empty(await host.StoredAsync(child));
    }

    private const string Copy =
        """
        insert into card_issues (id, case_id, template, token_hash, key_id, language, issued_at, municipality,
            document_serial, card_serial, child_id, prepared_by_id, approved_by_id, issued_by_id, state, ended_at)
        select gen_random_uuid(), case_id, template, sha256(gen_random_uuid()::text::bytea), key_id, language, issued_at, municipality, 
        """;

    private async Task<string> TextAsync()
    {
        await using var source = NpgsqlDataSource.Create(host.Database.ConnectionString);
        await using var command = source.CreateCommand("select string_agg(c::text, '|' order by id) from card_issues c");
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
