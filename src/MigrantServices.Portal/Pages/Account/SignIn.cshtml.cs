using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.People;
using MigrantServices.Portal.Startup;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;

namespace MigrantServices.Portal.Pages.Account;

/// <summary>Where colleagues come in.</summary>
public sealed class SignInModel(SignInDesk desk, SessionKeeper sessions, IValidator<SignIn> rules) : PortalPage
{
    [BindProperty]
    public SignIn Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => HttpContext.Actor() is null ? Page() : LocalRedirect(Doors.After(ReturnUrl));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        var entered = await desk.SignInAsync(Form.Email!, Form.Password!, cancel);
        await sessions.EndAsync(SessionCookie.Key(Request, SessionCookie.Office), cancel);
        SessionCookie.Set(Response, SessionCookie.Office, entered.Key);
        Localisation.Remember(HttpContext, Localisation.StaffCookie, Languages.FindStaff(entered.Language) ?? Languages.Korean);
        return LocalRedirect(Doors.After(ReturnUrl));
    }
}
