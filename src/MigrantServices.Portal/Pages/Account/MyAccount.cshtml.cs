using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.People;
using MigrantServices.Portal.Startup;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;

namespace MigrantServices.Portal.Pages.Account;

/// <summary>What colleagues see and change of themselves: name, language, password, open sessions, links made for them.</summary>
public sealed class MyAccountModel(AccountDesk desk, PeopleRegister register, SessionKeeper sessions) : PortalPage
{
    [BindProperty]
    public DescribeMyself Form { get; set; } = new();

    [BindProperty]
    public string? OldPassword { get; set; }

    [BindProperty]
    public ChoosePassword New { get; set; } = new();

    public Colleague Me { get; private set; } = null!;

    public IReadOnlyList<OpenSession> Sessions { get; private set; } = [];

    public IReadOnlyList<LinkLine> Links { get; private set; } = [];

    private Guid MyId => Actor.UserId!.Value;

    private string? MyKey => SessionCookie.Key(Request, SessionCookie.Office);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Me = (await register.FindAsync(MyId, cancel))!;
        Form = new() { Name = Me.Name, Language = Me.Language };
    }

    public async Task<IActionResult> OnPostAsync([FromServices] IValidator<DescribeMyself> rules, CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.DescribeAsync(MyId, Form.Name!, Form.Language, cancel);
        Localisation.Remember(HttpContext, Localisation.StaffCookie, Languages.FindStaff(Form.Language)!);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPasswordAsync([FromServices] IValidator<ChoosePassword> rules, CancellationToken cancel)
    {
        New.Email = (await register.FindAsync(MyId, cancel))!.Email;
        if (!await PassesAsync(rules, New, nameof(New)))
        {
            return Page();
        }

        SessionCookie.Set(Response, SessionCookie.Office, await desk.ChangePasswordAsync(MyId, OldPassword ?? "", New.Password!, cancel));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid session, CancellationToken cancel)
    {
        await sessions.EndOneOfColleagueAsync(MyId, session, cancel);
        return RedirectToPage();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Me = (await register.FindAsync(MyId, cancel))!;
        Form.Name ??= Me.Name;
        Sessions = await sessions.OpenOfColleagueAsync(MyId, MyKey, cancel);
        Links = await register.LinksAsync(MyId, cancel);
    }
}
