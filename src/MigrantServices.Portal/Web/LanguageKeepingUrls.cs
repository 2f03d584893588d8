using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace MigrantServices.Portal.Web;

/// <summary>Lets a link from one public page to another stay in the reader's language without saying so each time.</summary>
public sealed class LanguageKeepingUrls : IUrlHelperFactory
{
    private readonly UrlHelperFactory _inner = new();

    public IUrlHelper GetUrlHelper(ActionContext context) => new Helper(_inner.GetUrlHelper(context));

    private sealed class Helper(IUrlHelper inner) : IUrlHelper
    {
        public ActionContext ActionContext => inner.ActionContext;

        public string? Action(UrlActionContext actionContext) => inner.Action(actionContext);

        public string? Content(string? contentPath) => inner.Content(contentPath);

        public bool IsLocalUrl(string? url) => inner.IsLocalUrl(url);

        public string? Link(string? routeName, object? values) => inner.Link(routeName, values);

        // links to pages, by tag helpers, Url.Page and RedirectToPage alike, come through here
        public string? RouteUrl(UrlRouteContext routeContext)
        {
            var values = new RouteValueDictionary(routeContext.Values);
            if (values["page"] is string page
                && LanguagePrefix.IsPublic(page)
                && ActionContext.RouteData.Values.TryGetValue(LanguageConstraint.Name, out var language))
            {
                values.TryAdd(LanguageConstraint.Name, language);
                routeContext.Values = values;
            }

            return inner.RouteUrl(routeContext);
        }
    }
}
