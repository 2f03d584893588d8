using Microsoft.EntityFrameworkCore;
using MigrantServices.Testing.Hosting;
using Npgsql;
using Xunit;
using static MigrantServices.Portal.Tests.Children.ChildOffice;

namespace MigrantServices.Portal.Tests.Children;

/// <summary>Under which ground somebody learned who a child is stays with its case.</summary>
[Trait("Category", "Database")]
public sealed class GroundTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_ground_and_the_day_of_its_list_are_kept_with_the_case_and_shown()
    {
        var filed = await host.Given.AChildAsync();

        var kept = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => new { c.Ground, c.GroundSince }).SingleAsync());
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync(Of(filed));

        Assert.Equal(("child-welfare", new DateOnly(2025, 10, 10)), (kept.Ground, kept.GroundSince));
        Assert.Contains("exempts the protection of children", page.Words, StringComparison.Ordinal);
        Assert.Contains("list of 10 October 2025", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update cases set ground = null where service = 'CC'")]
    [InlineData("update cases set ground = 'other' where service = 'CC'")]
    [InlineData("update cases set ground_since = '2020-01-01' where service = 'CC'")]
    public async Task The_database_keeps_the_ground_as_it_was(string statement)
    {
        await host.Given.AChildAsync();

        await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db => db.Database.ExecuteSqlRawAsync(statement)));
    }

    [Fact]
    public async Task The_database_keeps_no_child_without_a_ground()
    {
        var filed = await host.Given.AChildAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db => db.Database.ExecuteSqlAsync($"""
            insert into cases select (jsonb_populate_record(null::cases, to_jsonb(c) || jsonb_build_object('id', gen_random_uuid(), 'reference', 'CC-2026-99999-99999', 'sent_from', gen_random_uuid(), 'ground', null))).*
            from cases c where c.id = {filed.Id}
            """)));

        Assert.Equal("cases_child_under_a_ground", refused.ConstraintName);
    }
}
