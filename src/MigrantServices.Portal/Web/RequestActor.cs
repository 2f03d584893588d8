using MigrantServices.Core.People;

namespace MigrantServices.Portal.Web;

/// <summary>Whose request this is.</summary>
public static class RequestActor
{
    /// <summary>Null for somebody who has neither signed in nor shown a code.</summary>
    public static Actor? Actor(this HttpContext context) => context.Features.Get<Actor>();
}
