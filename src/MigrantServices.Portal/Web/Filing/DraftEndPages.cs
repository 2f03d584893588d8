using Microsoft.AspNetCore.Mvc;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>Destroys what somebody began and takes it off their device.</summary>
public abstract class DiscardPage<T>(FilingForm<T> form) : PortalPage
    where T : class, new()
{
    public IActionResult OnGet() => LocalRedirect(form.Kind.Address());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await form.OpenAsync(cancel);
        await form.DiscardAsync(cancel);
        return LocalRedirect(form.Kind.Address());
    }
}

/// <summary>Takes the code off this device; what was written stays with the office or in the draft, and only the code on paper opens it.</summary>
public abstract class ForgetPage(DraftCookie cookie, FormKind form) : PortalPage
{
    public IActionResult OnGet() => RedirectToPage("/Index");

    public IActionResult OnPost()
    {
        cookie.Remove(Response, form);
        return RedirectToPage("/Index");
    }
}

/// <summary>Gives the code by which the unfinished form is found again, here or on another device.</summary>
public abstract class LaterPage<T>(FilingForm<T> form) : PortalPage
    where T : class, new()
{
    public string Code { get; private set; } = "";

    public string First => form.Kind.Address();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await form.OpenAsync(cancel);
        if (form.Key is not { } key)
        {
            return LocalRedirect(First);
        }

        Code = key.Code.ToString();
        return Page();
    }
}
