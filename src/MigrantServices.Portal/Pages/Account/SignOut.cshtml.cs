using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.People;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;

namespace MigrantServices.Portal.Pages.Account;

/// <summary>Ends the session here, on the server, and not only in the browser.</summary>
public sealed class SignOutModel(SessionKeeper sessions) : PortalPage
{
    public IActionResult OnGet() => LocalRedirect("/office");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await sessions.EndAsync(SessionCookie.Key(Request, SessionCookie.Office), cancel);
        SessionCookie.Remove(Response, SessionCookie.Office);
        return LocalRedirect("/office/sign-in");
    }
}
