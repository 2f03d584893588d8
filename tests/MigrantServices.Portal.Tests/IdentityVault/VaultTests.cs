using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Storage;
using MigrantServices.Testing;
using Npgsql;
using Xunit;

namespace MigrantServices.Portal.Tests.IdentityVault;

/// <summary>Who children are can be read in the vault's own role, with the person's own key, and in no other way.</summary>
[Trait("Category", "Database")]
public sealed class VaultTests(Testing.Hosting.PortalHost host) : IClassFixture<Testing.Hosting.PortalHost>
{
    private static readonly ChildIdentity Child = new(new("សុខា ចាន់", "Sokha Chan", "소카 찬"), new(new(2022, 5, 17), DatePrecision.Day), "female", "안산시 단원구 원곡로 1");
    private static readonly ParentIdentity Mother = new(new("ស្រីមុំ", "Sreymom", null), null, "Cambodia", "010-0000-0000");

    [Fact]
    public async Task What_was_put_in_comes_out_with_the_parents_who_are_known()
    {
        var id = await AddAsync();

        var opened = await InVaultAsync(vault => vault.OpenAsync(id, default));

        Assert.Equal(Child, opened!.Child);
        var parent = Assert.Single(opened.Parents);
        Assert.Equal((Kinship.Mother, Mother), (parent.Relation, parent.Identity));
        Assert.False(opened.HasPhotograph);
    }

    [Fact]
    public async Task The_role_of_the_portal_reads_nothing_of_the_vault_and_the_role_of_the_vault_nothing_else()
    {
        await AddAsync();

        foreach (var table in new[] { "people", "photographs", "kinships", "marks" })
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusedAsync(DatabaseRole.App, $"select * from vault.{table}"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusedAsync(DatabaseRole.App, $"delete from vault.{table}"));
        }

        foreach (var table in new[] { "cases", "case_people", "case_codes", "access_records", "users" })
        {
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusedAsync(DatabaseRole.Vault, $"select * from {table}"));
        }
    }

    [Theory]
    [InlineData("update access_records set detail = null")]
    [InlineData("delete from access_records")]
    [InlineData("truncate access_records")]
    [InlineData("delete from case_events")]
    [InlineData("insert into lifecycle_lines values ('CC', 'Submitted', 'issue', 'Confirmed')")]
    [InlineData("drop table case_events")]
    [InlineData("alter table cases disable trigger all")]
    [InlineData("create table mine (id int)")]
    public async Task The_role_of_the_portal_owns_nothing(string statement) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await RefusedAsync(DatabaseRole.App, statement));

    [Fact]
    public async Task Without_the_persons_key_nothing_opens_also_in_an_older_copy_of_the_row()
    {
        var id = await AddAsync();
        var copy = await RowAsync(id);

        await InVaultAsync(vault => vault.DestroyAsync(id, default));
        await AsOwnerAsync("insert into vault.people (id, kind, content, created_at, changed_at, is_kept, revision) values (@id, 'Child', @content, now(), now(), true, 0)", id, copy);

        Assert.Null(await InVaultAsync(vault => vault.OpenAsync(id, default)));
        Assert.False(File.Exists(KeyFileOf(id)));
    }

    [Fact]
    public async Task A_parent_can_be_unlinked_or_destroyed_and_the_childs_file_goes_on()
    {
        var id = await AddAsync();
        var father = await InVaultAsync(vault => vault.AddParentAsync(id, Kinship.Father, new(new(null, "Dara", null), null, null, null), default));
        var mother = (await InVaultAsync(vault => vault.OpenAsync(id, default)))!.Parents.Single(p => p.Relation == Kinship.Mother).Id;

        await InVaultAsync(vault => vault.UnlinkAsync(id, father, default));
        Assert.Equal([mother], (await InVaultAsync(vault => vault.OpenAsync(id, default)))!.Parents.Select(p => p.Id));

        await InVaultAsync(vault => vault.DestroyAsync(mother, default));
        var opened = await InVaultAsync(vault => vault.OpenAsync(id, default));
        Assert.Equal(Child, opened!.Child);
        Assert.Empty(opened.Parents);
        Assert.Equal(0L, await CountAsOwnerAsync("select count(*) from vault.kinships where parent_id = @id", mother));
    }

    [Fact]
    public async Task The_name_stands_nowhere_in_the_rows()
    {
        var id = await AddAsync();
        await InVaultAsync(vault => vault.PutPhotographAsync(id, Encoding.UTF8.GetBytes("Sokha Chan"), default));

        foreach (var name in Child.Name.Forms)
        {
            var words = Encoding.UTF8.GetBytes(name);
            Assert.Equal(-1, (await RowAsync(id)).AsSpan().IndexOf(words));
            Assert.Equal(-1, File.ReadAllBytes(KeyFileOf(id)).AsSpan().IndexOf(words));
        }

        Assert.Equal("Sokha Chan", Encoding.UTF8.GetString((await InVaultAsync(vault => vault.PhotographAsync(id, default)))!));
    }

    [Fact]
    public async Task What_was_sealed_for_one_child_does_not_open_for_another()
    {
        var (one, other) = (await AddAsync(), await AddAsync());
        await AsOwnerAsync("update vault.people set content = @content where id = @id", other, await RowAsync(one));

        await Assert.ThrowsAnyAsync<CryptographicException>(() => InVaultAsync(vault => vault.OpenAsync(other, default)));
    }

    [Fact]
    public async Task On_which_day_of_a_year_a_child_comes_of_age_is_told_without_opening_it_and_of_no_other_child()
    {
        var (id, other) = (await AddAsync(), await AddAsync());
        var month = await InVaultAsync(vault => vault.AddChildAsync(Child with { Born = new(new(2022, 5, 1), DatePrecision.Month) }, [], default));
        var unknown = await InVaultAsync(vault => vault.AddChildAsync(Child with { Born = null }, [], default));

        var days = await InVaultAsync(vault => vault.ComingOfAgeAsync([id, month, unknown], 2040, default));
        Assert.Equal((new DateOnly(2040, 5, 17), new DateOnly(2040, 5, 31)), (days[id], days[month]));
        Assert.False(days.ContainsKey(unknown) || days.ContainsKey(other));
        Assert.Empty(await InVaultAsync(vault => vault.ComingOfAgeAsync([id, month, unknown], 2041, default)));

        await InVaultAsync(vault => vault.ChangeChildAsync(id, Child with { Born = new(new(2022, 6, 17), DatePrecision.Day) }, default));
        Assert.Equal(new DateOnly(2040, 6, 17), (await InVaultAsync(vault => vault.ComingOfAgeAsync([id], 2040, default)))[id]);
    }

    [Fact]
    public async Task People_whom_no_case_has_are_removed_with_their_keys_and_the_others_stay()
    {
        var (kept, known, orphan) = (await AddAsync(), await AddAsync(), await AddAsync());
        await InVaultAsync(vault => vault.KeepAsync(kept, default));

        var removed = await InVaultAsync(vault => vault.SweepAsync(
            host.Clock.GetUtcNow().AddDays(1), loose => Task.FromResult<IReadOnlyCollection<Guid>>([.. loose.Where(id => id != orphan)]), default));

        Assert.Equal(1, removed);
        Assert.NotNull(await InVaultAsync(vault => vault.OpenAsync(kept, default)));
        Assert.NotNull(await InVaultAsync(vault => vault.OpenAsync(known, default)));
        Assert.Null(await InVaultAsync(vault => vault.OpenAsync(orphan, default)));
        Assert.False(File.Exists(KeyFileOf(orphan)));
        Assert.Equal(0L, await CountAsOwnerAsync("select count(*) from vault.people where not is_kept and kind = 'Child' and id = @id", known));
    }

    [Fact]
    public async Task Keys_are_renewed_while_everybody_goes_on_reading()
    {
        var folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        var file = Path.Combine(folder, "vault.json");
        var (old, person) = (VaultKeys.LoadOrCreate(file, Path.Combine(folder, "people")), Guid.NewGuid());
        var key = await old.CreateAsync(person, default);
        await File.WriteAllTextAsync(file, WithAnotherKey(await File.ReadAllTextAsync(file)));
        var renewed = VaultKeys.Load(file, Path.Combine(folder, "people"));

        Assert.Equal(key, await renewed.FindAsync(person, default));
        Assert.Equal(1, await renewed.RenewAsync(default));
        Assert.Equal(0, await renewed.RenewAsync(default));
        Assert.Equal(key, await renewed.FindAsync(person, default));
    }

    [Fact]
    public async Task A_key_that_is_destroyed_while_keys_are_renewed_does_not_come_back()
    {
        var folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
        var file = Path.Combine(folder, "vault.json");
        var (old, people) = (VaultKeys.LoadOrCreate(file, Path.Combine(folder, "people")), Enumerable.Range(0, 200).Select(_ => Guid.NewGuid()).ToList());
        foreach (var person in people)
        {
            await old.CreateAsync(person, default);
        }

        await File.WriteAllTextAsync(file, WithAnotherKey(await File.ReadAllTextAsync(file)));
        var renewed = VaultKeys.Load(file, Path.Combine(folder, "people"));
        await Task.WhenAll(renewed.RenewAsync(default), Task.Run(() => people.ForEach(old.Destroy)));

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "people"), "*", SearchOption.AllDirectories));
    }

    private static string WithAnotherKey(string json) => json
        .Replace("\"current\": \"k1\"", "\"current\": \"k2\"", StringComparison.Ordinal)
        .Replace("\"k1\": \"", $"\"k2\": \"{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\",\n    \"k1\": \"", StringComparison.Ordinal);

    private static string KeyFileOf(Guid id) => Directory.EnumerateFiles(TestKeys.VaultFolder, $"{id:D}.key", SearchOption.AllDirectories).FirstOrDefault() ?? "";

    private Task<Guid> AddAsync() => InVaultAsync(vault => vault.AddChildAsync(Child, [(Kinship.Mother, Mother)], default));

    private Task<T> InVaultAsync<T>(Func<VaultDesk, Task<T>> deed) => host.WithAsync(services => deed(services.GetRequiredService<VaultDesk>()));

    private Task InVaultAsync(Func<VaultDesk, Task> deed) => host.WithAsync(services => deed(services.GetRequiredService<VaultDesk>()));

    private async Task<string?> RefusedAsync(string role, string statement)
    {
        await using var source = DatabaseRole.Source(host.Database.ConnectionString, role);
        await using var command = source.CreateCommand(statement);
        return (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState;
    }

    private async Task<byte[]> RowAsync(Guid id)
    {
        await using var command = host.Database.Source.CreateCommand("select content from vault.people where id = @id");
        command.Parameters.AddWithValue("id", id);
        return (byte[])(await command.ExecuteScalarAsync())!;
    }

    private async Task AsOwnerAsync(string statement, Guid id, byte[] content)
    {
        await using var command = host.Database.Source.CreateCommand(statement);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("content", content);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> CountAsOwnerAsync(string question, Guid id)
    {
        await using var command = host.Database.Source.CreateCommand(question);
        command.Parameters.AddWithValue("id", id);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
