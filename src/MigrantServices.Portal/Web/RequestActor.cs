using MigrantServices.Core.People;

namespace MigrantServices.Portal.Web;

/// <summary>Stands in until sign-in lands.</summary>
public static class RequestActor
{
    public static Actor? Actor(this HttpContext context) => context.Features.Get<Actor>();
}
