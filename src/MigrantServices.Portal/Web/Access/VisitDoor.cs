using MigrantServices.Core.People;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Web.Access;

/// <summary>Lets somebody with a code in, and out again.</summary>
public sealed class VisitDoor(SessionKeeper sessions, SentForm sent)
{
    /// <summary>Begins a visit under a new key; one that this browser had before ends.</summary>
    public async Task OpenAsync(HttpContext context, Guid codeId, CancellationToken cancel)
    {
        await sessions.EndAsync(SessionCookie.Key(context.Request, SessionCookie.Visit), cancel);
        var key = await sessions.StartForVisitorAsync(codeId, cancel);
        SessionCookie.Set(context.Response, SessionCookie.Visit, key);

        // the rest of this request is theirs already: a form given out now is theirs to send
        if (await sessions.FindAsync(key, null, cancel) is { } actor)
        {
            context.User = SessionHandler.PrincipalOf(actor, SessionHandler.Visit);
        }
    }

    public async Task CloseAsync(HttpContext context, CancellationToken cancel)
    {
        await sessions.EndAsync(SessionCookie.Key(context.Request, SessionCookie.Visit), cancel);
        SessionCookie.Remove(context.Response, SessionCookie.Visit);

        // the receipt on this device would open the case again
        await sent.ForgetAsync(context, cancel);
    }
}
