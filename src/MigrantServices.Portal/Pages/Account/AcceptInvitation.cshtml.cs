using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.People;
using MigrantServices.Portal.Startup;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Account;

/// <summary>Where an invited colleague, or one who forgot, sets a password.</summary>
public sealed class AcceptInvitationModel(InvitationDesk desk, IValidator<ChoosePassword> rules) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public ChoosePassword Form { get; set; } = new();

    /// <summary>Null when the link was used, is too old or never was.</summary>
    public Invited? Invited { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Invited = await desk.FindAsync(Token, cancel);
        if (Invited is null || Languages.FindStaff(Request.Cookies[Localisation.StaffCookie]) is not null)
        {
            return Page();
        }

        // the first time it is shown in the language that the administrator gave; the page's own switch wins afterwards
        Localisation.Remember(HttpContext, Localisation.StaffCookie, Languages.FindStaff(Invited.Language) ?? Languages.Korean);
        return LocalRedirect($"/office/invitation/{Token}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Invited = await desk.FindAsync(Token, cancel);
        Form.Email = Invited?.Email ?? "";
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.AcceptAsync(Token, Form.Password!, cancel);
        return LocalRedirect("/office/sign-in");
    }

    public override async Task ShowAsync(CancellationToken cancel) => Invited ??= await desk.FindAsync(Token, cancel);
}
