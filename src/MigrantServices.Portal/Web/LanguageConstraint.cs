namespace MigrantServices.Portal.Web;

/// <summary>Lets an address begin only with a language the portal speaks.</summary>
public sealed class LanguageConstraint : IRouteConstraint
{
    public const string Name = "language";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && Languages.Find(value as string) is not null;
}
