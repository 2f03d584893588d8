using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.People;
using MigrantServices.Testing.Hosting;
using static MigrantServices.Testing.Hosting.ConfirmedChildren;

namespace MigrantServices.Portal.Tests.ChildConfirmations;

/// <summary>Papers that were handed out.</summary>
internal static class GivenCards
{
    public static readonly Actor Officer = Colleagues.AnsanOfficer.Actor;

    /// <summary>A child whose confirmation three people have decided, and for whom nothing was handed out yet.</summary>
    public static async Task<NewCard> AChildAsync(this PortalHost host)
    {
        var filed = await host.AFoundChildAsync();
        await host.PressAsync(filed, ChildConfirmation.ProposeConfirmation.Code, Colleagues.Caseworker.Actor);
        await host.PressAsync(filed, ChildConfirmation.ApproveConfirmation.Code, Colleagues.Supervisor.Actor);
        return new()
        {
            CaseId = filed.Id,
            ChildId = await host.WithAsync(services => DecidedAsync(services, filed)),
            Municipality = Colleagues.Ansan,
            Language = "vi",
            PreparedById = Colleagues.Caseworker.Id,
            ApprovedById = Colleagues.Supervisor.Id,
            IssuedById = Colleagues.AnsanOfficer.Id,
        };
    }

    // as the desk does it, without the papers
    private static async Task<Guid> DecidedAsync(IServiceProvider services, FiledCase filed)
    {
        var (post, one, now) = (services.GetRequiredService<ChildPost>(), await OneAsync(services, filed), services.GetRequiredService<TimeProvider>().GetUtcNow());
        one.IssueBy(Officer, isUnderAge: true, post.Seal(one, post.Letters.Confirmed(one, Officer.Name, now), MessagePurpose.Decision, Officer, now), now);
        await post.SaveAsync(one, Officer, ChildConfirmation.Issue, default);
        return one.ChildId;
    }

    public static Task<IssuedCard> IssueAsync(this PortalHost host, NewCard what) =>
        host.WithAsync(services => services.GetRequiredService<CardRegister>().IssueAsync(what, CancellationToken.None));

    public static Task EndAsync(this PortalHost host, Guid card, CardState end, Actor? by = null) =>
        host.WithAsync(services => services.GetRequiredService<CardRegister>().EndAsync(card, end, by ?? Officer, CancellationToken.None));

    public static Task<List<CardIssue>> StoredAsync(this PortalHost host, NewCard what) =>
        host.StoredAsync(db => db.Set<CardIssue>().AsNoTracking().Where(c => c.ChildId == what.ChildId).OrderBy(c => c.IssuedAt).ThenBy(c => c.Id).ToListAsync());

    /// <summary>The token of papers in each of the states, and of some that never were.</summary>
    public static async Task<IReadOnlyList<(string Answer, string Token)>> OfEachKindAsync(this PortalHost host)
    {
        var replaced = await host.AChildAsync();
        var old = await host.IssueAsync(replaced);
        var valid = await host.IssueAsync(replaced with { Old = new(old.Id, CardState.Replaced) });
        var answers = new List<(string, string)> { ("valid", valid.Token), ("replaced", old.Token) };
        foreach (var end in new[] { CardState.Lost, CardState.Revoked, CardState.AgedOut })
        {
            var card = await host.IssueAsync(await host.AChildAsync());
            await host.EndAsync(card.Id, end);
            answers.Add(("expired", card.Token));
        }

        answers.AddRange([("unknown", "nothing"), ("unknown", valid.Token[..^4]), ("unknown", valid.Token[..^2] + (valid.Token.EndsWith("AA", StringComparison.Ordinal) ? "Ag" : "AA")), ("unknown", new string('x', 900)), ("unknown", "<script>alert(1)</script>"), ("unknown", "")]);
        return answers;
    }
}
