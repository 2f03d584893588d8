using Microsoft.AspNetCore.Mvc;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>Takes the code off this device; what was written stays with the office or in the draft, and only the code on paper opens it.</summary>
public sealed class ForgetModel(DraftCookie cookie) : PortalPage
{
    public IActionResult OnGet() => RedirectToPage("/Index");

    public IActionResult OnPost()
    {
        cookie.Remove(Response);
        return RedirectToPage("/Index");
    }
}
