using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Casework;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Storage.Seed.Demo;

/// <summary>Fictional children in several scripts, filed and handled today through the same desks as real ones.</summary>
public sealed class DemoChildren(PortalDb db, IServiceProvider services, TimeProvider time)
{
    private readonly ChildDeeds _deeds = services.GetRequiredService<ChildDeeds>();
    private readonly DemoOpenings _openings = new(db, services, time);
    private readonly DemoEndings _endings = new(services, time);

    public async Task SowAsync(DemoCast cast, CancellationToken cancel)
    {
        foreach (var told in DemoChild.Shipped())
        {
            db.ChangeTracker.Clear();
            var id = await FileAsync(told, cancel);
            foreach (var step in told.Steps)
            {
                db.ChangeTracker.Clear();
                var one = await db.ChildConfirmations.Include(c => c.People).Include(c => c.Pauses).SingleAsync(c => c.Id == id, cancel);
                // without the library that draws photographs the case stays where it needs one
                if (step.Deed == ChildConfirmation.PutPhotograph.Code && !PhotoLibrary.IsHere)
                {
                    break;
                }

                await DoAsync(one, step, cast.Colleague(step.Who), cancel);
            }
        }
    }

    private async Task<Guid> FileAsync(DemoChild told, CancellationToken cancel)
    {
        var (drafts, filing) = (services.GetRequiredService<DraftDesk>(), services.GetRequiredService<ChildFilingDesk>());
        var draft = told.Tells is null
            ? await drafts.BeginAsync(ChildConfirmation.Prefix, told.Application(), cancel)
            : await drafts.BeginAsync(ChildConfirmation.Prefix, told.Telling(), cancel, Role.Requester);
        await (told.Tells is null
            ? filing.SendAsync((await drafts.HoldAsync<ApplyForChild>(draft, cancel))!, cancel)
            : filing.SendAsync((await drafts.HoldAsync<TellOfChild>(draft, cancel))!, cancel));
        return (await db.Drafts.Where(d => d.Id == draft.Id).Select(d => d.SentAs).SingleAsync(cancel))!.Value;
    }

    private async Task DoAsync(ChildConfirmation one, DemoChildStep step, Actor actor, CancellationToken cancel)
    {
        if (step.Deed == ChildConfirmation.PutPhotograph.Code)
        {
            await services.GetRequiredService<ReissueDesk>().PutPhotographAsync(one, DemoPhotograph.Jpeg, actor, cancel);
        }
        else if ((_openings.Of(step.Deed) ?? _endings.Of(step.Deed)) is { } opening)
        {
            await opening(one, step, actor, cancel);
        }
        else if (_deeds.Button(step.Deed) is { } button)
        {
            await button(one, actor, cancel);
        }
        else
        {
            var proofs = step.Proofs ? await db.Set<ChildProof>().Where(p => p.CaseId == one.Id).Select(p => p.Id).ToListAsync(cancel) : [];
            await _deeds.DoAsync(
                one,
                new()
                {
                    Deed = step.Deed,
                    Code = step.Code,
                    On = step.On is { } days ? Seoul.DateOf(time.GetUtcNow()).AddDays(days) : null,
                    People = step.People,
                    Words = step.Words,
                    InTheirLanguage = step.InTheirLanguage,
                    IsMet = step.IsMet,
                    Proofs = proofs,
                    Because = step.Because,
                },
                actor,
                cancel);
        }
    }
}
