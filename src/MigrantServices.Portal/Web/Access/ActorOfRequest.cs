using MigrantServices.Core.People;

namespace MigrantServices.Portal.Web.Access;

/// <summary>Whose request this is.</summary>
public static class ActorOfRequest
{
    /// <summary>Null for somebody who has neither signed in nor shown a code.</summary>
    public static Actor? Actor(this HttpContext context) => context.Features.Get<Holder>()?.Actor;

    internal static void SetActor(this HttpContext context, Actor actor) => context.Features.Set(new Holder(actor));

    private sealed record Holder(Actor Actor);
}
