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
    [InlineData("school", "school")]
    [InlineData("health", "health")]
    [InlineData("neighbour", null)]
    public async Task Of_whoever_tells_their_own_ground_is_kept_too_and_they_read_it(string relation, string? ground)
    {
        var filed = await host.Given.AToldChildAsync(told => told.Relation = relation);

        var kept = await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => new { c.Ground, c.RequesterGround, c.RequesterGroundSince }).SingleAsync());
        using var requester = await host.ComeBackAsync(filed.CodeId);
        var told = await requester.GetAsync("/en/my-case/child/told");
        using var office = await host.SignInAsAsync(Colleagues.Caseworker);
        var page = await office.GetAsync(Of(filed));

        Assert.Equal(("child-welfare", ground, ground is null ? null : new DateOnly(2025, 10, 10)), (kept.Ground, kept.RequesterGround, kept.RequesterGroundSince));
        Assert.Equal(ground is not null, told.Words.Contains("Why you yourself need not notify", StringComparison.Ordinal));
        Assert.Equal(ground is not null, page.Words.Contains("Why whoever told need not notify", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Their_own_ground_stays_as_it_was()
    {
        var filed = await host.Given.AToldChildAsync(told => told.Relation = "school");

        await Assert.ThrowsAsync<PostgresException>(() => host.StoredAsync(db => db.Database.ExecuteSqlAsync($"update cases set requester_ground = 'health' where id = {filed.Id}")));

        Assert.Equal("school", await host.StoredAsync(db => db.ChildConfirmations.Where(c => c.Id == filed.Id).Select(c => c.RequesterGround).SingleAsync()));
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
