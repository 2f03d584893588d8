using MigrantServices.Core.Cases;
using MigrantServices.Core.People;
using MigrantServices.Core.Storage;

namespace MigrantServices.Core.Privacy;

/// <summary>Writes down who touched whose case. It is saved with the change itself, or at once when something was only read.</summary>
public sealed class AccessLog(PortalDb db, TimeProvider time)
{
    // of this request: whoever reads more of a case that they have open leaves one line
    private readonly HashSet<Guid> _viewed = [];

    /// <summary>Puts a line beside a change; both are saved together or not at all.</summary>
    public void AddChange(Actor actor, Guid caseId, CaseAction action) => db.Add(Line(actor, AccessDeed.Change, caseId, null, action.Code));

    /// <summary>Saves a change with its line.</summary>
    public Task SaveChangeAsync(Actor actor, Guid caseId, CaseAction action, CancellationToken cancel)
    {
        AddChange(actor, caseId, action);
        return db.SaveChangesAsync(cancel);
    }

    public async Task WriteAsync(Actor actor, AccessDeed deed, Guid caseId, string? detail, CancellationToken cancel)
    {
        db.Add(Line(actor, deed, caseId, null, detail));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A page of this case is about to be shown: one line a request. What the person themselves reads of their case leaves none.</summary>
    public async Task ViewAsync(Actor actor, Guid caseId, CancellationToken cancel)
    {
        if (!actor.Is(Role.Filer | Role.Requester) && _viewed.Add(caseId))
        {
            await WriteAsync(actor, AccessDeed.View, caseId, null, cancel);
        }
    }

    /// <summary>One line for everything that a list or a search showed.</summary>
    public async Task WriteAsync(Actor actor, AccessDeed deed, Guid[] caseIds, string? detail, CancellationToken cancel)
    {
        db.Add(Line(actor, deed, null, caseIds, detail));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Something is about to be handed out of one case, or of all that a list holds.</summary>
    /// <param name="words">For whom and why.</param>
    public async Task WriteExportAsync(Actor actor, Guid? caseId, Guid[]? caseIds, string detail, string words, CancellationToken cancel)
    {
        db.Add(Line(actor, AccessDeed.Export, caseId, caseIds, detail, words));
        await db.SaveChangesAsync(cancel);
    }

    private AccessRecord Line(Actor actor, AccessDeed deed, Guid? caseId, Guid[]? caseIds, string? detail, string? words = null) => new()
    {
        At = time.GetUtcNow(),
        UserId = actor.UserId,
        Role = actor.Roles,
        Place = actor.Place,
        Deed = deed,
        CaseId = caseId,
        CaseIds = caseIds,
        Detail = detail,
        Words = words,
    };
}
