using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Portal.Web.Access;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>Received: the code to keep, what happens next, and the question whether the code was kept.</summary>
/// <param name="opens">The page that the code opens.</param>
public abstract class SentPage(SentForm sent, FormKind form, VisitDoor door, TextCatalog texts, string opens) : PortalPage
{
    public const int LastDigitsMaxLength = 8;

    private const int AskedFor = 4;

    /// <summary>The key of what the code is for.</summary>
    public virtual string CodeWhy => "sent.code.why";

    [BindProperty]
    public string? LastDigits { get; set; }

    public Receipt? Receipt { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Receipt = await sent.FindAsync(Request, form, HttpContext.RequestAborted);
        if (Receipt is null)
        {
            context.Result = LocalRedirect(form.Address());
            return;
        }

        await next();
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        var typed = string.Concat((LastDigits ?? "").Where(char.IsDigit).Select(c => (char)('0' + (int)char.GetNumericValue(c))));
        if (typed.Length < AskedFor || !Receipt!.Code.Digits.EndsWith(typed, StringComparison.Ordinal))
        {
            ModelState.AddModelError(nameof(LastDigits), texts["sent.last-digits.wrong"]);
            return Page();
        }

        await sent.KeepAsync(Receipt, cancel);
        return RedirectToPage();
    }

    /// <summary>Opens the case as if the code had just been typed.</summary>
    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel)
    {
        await door.OpenAsync(HttpContext, Receipt!.Sent.CodeId, cancel);
        return RedirectToPage(opens);
    }
}
