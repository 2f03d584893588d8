using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;
using MigrantServices.Core.Storage.Outbox;
using MigrantServices.Core.Storage.Seed.Demo;

namespace MigrantServices.Testing.Hosting;

/// <summary>The three different people whom papers need.</summary>
public sealed record Three(Actor Handler, Actor Second, Actor Third);

/// <summary>Children's cases that have come some way, led there by the desks as in earnest.</summary>
public static class GivenChildren
{
    private static readonly string[] Criteria = ["foreign", "under-18", "born-in-korea", "unregistered", "lives-here"];

    /// <summary>A parent's case that somebody has taken on.</summary>
    public static async Task<FiledCase> AChildInHandAsync(this PortalHost host, Three people, Action<ApplyForChild>? but = null)
    {
        var filed = await host.Given.AChildAsync(but);
        await DoAsync(host, filed.Reference, ChildConfirmation.TakeOn, people.Handler);
        return filed;
    }

    /// <summary>A parent's case with papers, which three people issued.</summary>
    public static async Task<FiledCase> AConfirmedChildAsync(this PortalHost host, Three people, Action<ApplyForChild>? but = null)
    {
        var filed = await host.AChildInHandAsync(people, but);
        await host.FindFactsAsync(filed.Reference, people.Handler);
        await DoAsync(host, filed.Reference, ChildConfirmation.ProposeConfirmation, people.Handler);
        await DoAsync(host, filed.Reference, ChildConfirmation.ApproveConfirmation, people.Second);
        await host.IssueAsync(filed, people.Third);
        return filed;
    }

    /// <summary>A photograph, evidence, and all that the ordinance asks for.</summary>
    public static async Task FindFactsAsync(this PortalHost host, string reference, Actor handler)
    {
        await host.WithAsync(async services => await services.GetRequiredService<ReissueDesk>().PutPhotographAsync(await OneAsync(services, reference), DemoPhotograph.Jpeg, handler, default));
        await DoAsync(host, reference, ChildConfirmation.AddProof, handler, new() { Code = "hospital-record", On = Seoul.DateOf(host.Clock.GetUtcNow()) });
        var (proofs, isUnseen) = await host.StoredAsync(async db =>
        {
            var one = await db.ChildConfirmations.SingleAsync(c => c.Reference == reference);
            return (await db.Set<ChildProof>().Where(p => p.CaseId == one.Id).Select(p => p.Id).ToListAsync(), one is { ConsentOn: not null, ConsentSeenAt: null });
        });
        if (isUnseen)
        {
            await DoAsync(host, reference, ChildConfirmation.SeeConsent, handler, new() { Words = "통화로 확인함" });
        }

        foreach (var criterion in Criteria)
        {
            await DoAsync(host, reference, ChildConfirmation.FindFact, handler, new() { Code = criterion, IsMet = true, Proofs = proofs });
        }
    }

    /// <summary>What the QR code of the valid papers holds.</summary>
    public static async Task<string> TokenAsync(this PortalHost host, string reference)
    {
        var card = await host.StoredAsync(db => db.Set<CardIssue>()
            .Where(c => c.State == CardState.Valid && db.ChildConfirmations.Any(one => one.Id == c.CaseId && one.Reference == reference)).Select(c => c.Id).SingleAsync());
        return await host.WithAsync(services => services.GetRequiredService<CardRegister>().PrintAgainAsync(card, default));
    }

    /// <summary>The morning's look at who comes of age.</summary>
    public static Task AgeRoundAsync(this PortalHost host) => host.WithAsync(services =>
        services.GetServices<IOutboxHandler>().Single(handler => handler.Kind == AgeHandler.JobKind).HandleAsync("{}", default));

    /// <summary>A deed on the case as it stands now, with its form or by its button.</summary>
    private static Task DoAsync(PortalHost host, string reference, CaseAction deed, Actor actor, DoChildDeed? form = null) => host.WithAsync(async services =>
    {
        var deeds = services.GetRequiredService<ChildDeeds>();
        var one = await OneAsync(services, reference);
        await (deeds.Button(deed.Code) is { } button ? button(one, actor, default) : deeds.DoAsync(one, form! with { Deed = deed.Code }, actor, default));
    });

    private static Task<ChildConfirmation> OneAsync(IServiceProvider services, string reference) =>
        services.GetRequiredService<PortalDb>().ChildConfirmations.Include(c => c.People).Include(c => c.Pauses).SingleAsync(c => c.Reference == reference);
}
