using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using Xunit;

namespace MigrantServices.Portal.Tests.ChildConfirmations;

[Trait("Category", "Database")]
public sealed class CardRegisterTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const int AtOnce = 50;

    [Fact]
    public async Task What_is_handed_out_is_valid_and_the_token_itself_is_not_stored()
    {
        var child = await host.AChildAsync();

        var issued = await host.IssueAsync(child);

        var stored = Assert.Single(await host.StoredAsync(child));
        Assert.Equal((issued.Id, issued.DocumentSerial, issued.CardSerial, CardState.Valid, 1), (stored.Id, stored.DocumentSerial, stored.CardSerial, stored.State, stored.Template));
        Assert.Equal(host.Services.GetRequiredService<TokenHasher>().Of(issued.Token), stored.TokenHash);
        Assert.False(stored.SealedToken!.Value.Bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(issued.Token[60..80])) >= 0);
    }

    [Fact]
    public async Task Of_fifty_that_hand_out_at_once_one_does()
    {
        var child = await host.AChildAsync();

        var refused = await RaceAsync(child);

        Assert.Equal(AtOnce - 1, refused);
        Assert.Equal(CardState.Valid, Assert.Single(await host.StoredAsync(child)).State);
    }

    [Fact]
    public async Task Of_fifty_that_replace_at_once_one_does()
    {
        var child = await host.AChildAsync();
        var old = await host.IssueAsync(child);

        var refused = await RaceAsync(child with { Old = new(old.Id, CardState.Replaced, new(2026, 11, 23)) });

        Assert.Equal(AtOnce - 1, refused);
        Assert.Equal([CardState.Replaced, CardState.Valid], (await host.StoredAsync(child)).Select(c => c.State));
    }

    [Fact]
    public async Task Of_two_cases_of_one_child_one_has_papers()
    {
        var child = await host.AChildAsync();
        await host.IssueAsync(child);

        var other = await host.AChildAsync();

        Assert.Equal("card.somebody-was-faster", await CodeAsync(() => host.IssueAsync(child with { CaseId = other.CaseId })));
        Assert.Single(await host.StoredAsync(child));
    }

    [Fact]
    public async Task New_papers_end_those_that_were_seen_and_no_others()
    {
        var (child, other) = (await host.AChildAsync(), await host.AChildAsync());
        var first = await host.IssueAsync(child);
        var foreign = await host.IssueAsync(other);

        Assert.Equal("card.somebody-was-faster", await CodeAsync(() => host.IssueAsync(child with { Old = new(foreign.Id, CardState.Lost) })));
        Assert.Equal(CardState.Valid, Assert.Single(await host.StoredAsync(other)).State);
        var second = await host.IssueAsync(child with { Old = new(first.Id, CardState.Lost) });
        Assert.Equal("card.somebody-was-faster", await CodeAsync(() => host.IssueAsync(child with { Old = new(first.Id, CardState.Replaced) })));

        var stored = await host.StoredAsync(child);
        Assert.Equal([(first.Id, CardState.Lost), (second.Id, CardState.Valid)], stored.Select(c => (c.Id, c.State)));
        Assert.Equal((PortalHost.Start, (Guid?)Colleagues.AnsanOfficer.Id), (stored[0].EndedAt, stored[0].EndedById));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Three_different_people_are_needed(int twice)
    {
        var child = await host.AChildAsync();
        var one = twice switch
        {
            0 => child with { ApprovedById = child.PreparedById },
            1 => child with { IssuedById = child.ApprovedById },
            _ => child with { IssuedById = child.PreparedById },
        };

        Assert.Equal("card.needs-three-people", await CodeAsync(() => host.IssueAsync(one)));
        Assert.Empty(await host.StoredAsync(child));
    }

    [Fact]
    public async Task Papers_end_once_and_come_back_once()
    {
        var child = await host.AChildAsync();
        var card = await host.IssueAsync(child);
        Assert.Equal("card.not-to-come-back", await CodeAsync(() => TakeBackAsync(card.Id)));

        await host.EndAsync(card.Id, CardState.Revoked);

        Assert.Equal("card.ended-before", await CodeAsync(() => host.EndAsync(card.Id, CardState.Lost)));
        await TakeBackAsync(card.Id);
        Assert.Equal("card.not-to-come-back", await CodeAsync(() => TakeBackAsync(card.Id)));
        var stored = Assert.Single(await host.StoredAsync(child));
        Assert.Equal((CardState.Revoked, new DateOnly(2026, 11, 23)), (stored.State, stored.OldReturnedOn!.Value));
        // and there is room for new ones
        Assert.NotNull(await host.IssueAsync(child));
    }

    [Fact]
    public async Task The_portal_itself_ends_papers_only_at_eighteen()
    {
        var card = await host.IssueAsync(await host.AChildAsync());

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.EndAsync(card.Id, CardState.Lost, Actor.Portal));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.EndAsync(card.Id, CardState.Replaced));
        await host.EndAsync(card.Id, CardState.AgedOut, Actor.Portal);
    }

    [Fact]
    public async Task A_spoilt_print_can_be_made_again_until_the_family_holds_the_papers()
    {
        var child = await host.AChildAsync();
        var card = await host.IssueAsync(child);
        Assert.Equal(card.Token, await PrintAsync(card.Id));
        Assert.True((await LinesAsync(child)).Single().IsPrintable);

        await host.WithAsync(services => services.GetRequiredService<CardRegister>().HandOverAsync(card.Id, CancellationToken.None));

        Assert.Equal("card.handed-over", await CodeAsync(() => PrintAsync(card.Id)));
        Assert.False((await LinesAsync(child)).Single().IsPrintable);
        var lost = await host.IssueAsync(child with { Old = new(card.Id, CardState.Lost) });
        await host.EndAsync(lost.Id, CardState.Revoked);
        Assert.Equal("card.handed-over", await CodeAsync(() => PrintAsync(lost.Id)));
        Assert.All(await host.StoredAsync(child), c => Assert.Null(c.SealedToken));
    }

    private async Task<int> RaceAsync(NewCard what)
    {
        var codes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => CodeAsync(() => host.IssueAsync(what)))));
        Assert.All(codes.OfType<string>(), code => Assert.Equal("card.somebody-was-faster", code));
        return codes.OfType<string>().Count();
    }

    private Task TakeBackAsync(Guid card) =>
        host.WithAsync(services => services.GetRequiredService<CardRegister>().TakeBackAsync(card, new(2026, 11, 23), CancellationToken.None));

    private Task<string> PrintAsync(Guid card) =>
        host.WithAsync(services => services.GetRequiredService<CardRegister>().PrintAgainAsync(card, CancellationToken.None));

    private Task<List<CardLine>> LinesAsync(NewCard child) =>
        host.WithAsync(services => services.GetRequiredService<CardRegister>().OfCaseAsync(child.CaseId, CancellationToken.None));

    /// <summary>Null when it was not refused.</summary>
    private static async Task<string?> CodeAsync(Func<Task> deed)
    {
        try
        {
            await deed();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Code;
        }
    }
}
