using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Access;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>Coming back with the code, to a case or to a form that was begun.</summary>
public sealed class IndexModel(CodeRegister codes, VisitDoor visits, GuessLimiter guesses, DraftCookie drafts, TextCatalog texts) : PortalPage
{
    /// <summary>Room for the digits, and for whatever people write between them.</summary>
    public const int CodeMaxLength = 100;

    [BindProperty]
    public string? Code { get; set; }

    /// <summary>Whoever was sent here because their visit is over reads so.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    public KeptWords? Kept { get; private set; }

    /// <summary>The code was right, and something that was typed before waits to be sent.</summary>
    public bool MaySendKept { get; private set; }

    /// <summary>The page that the code opens.</summary>
    public string Home { get; private set; } = "/MyCase/Status";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Kept = KeptWords.From(Request.Form, Url.Page("Index")!);
        ModelState.Clear();
        if (string.IsNullOrWhiteSpace(Code))
        {
            return Again(StatusCodes.Status200OK, "mycase.code.missing");
        }

        var from = HttpContext.Connection.RemoteIpAddress;
        if (guesses.Take(from) is { Ticks: > 0 } wait)
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Again(StatusCodes.Status429TooManyRequests, "mycase.code.wait", seconds);
        }

        try
        {
            if (await codes.FindAsync(Code, cancel) is not { } found)
            {
                return Again(StatusCodes.Status200OK, "mycase.code.nothing");
            }

            guesses.GiveBack(from);
            return await GoOnAsync(found, cancel);
        }
        catch (TooBusyException)
        {
            guesses.GiveBack(from);
            Response.Headers.RetryAfter = "10";
            return Again(StatusCodes.Status503ServiceUnavailable, "mycase.code.busy");
        }
    }

    private async Task<IActionResult> GoOnAsync(OpenedByCode found, CancellationToken cancel)
    {
        if (found.Draft is { } draft)
        {
            var form = FormKind.Of(found.Service, found.Holder);
            drafts.Write(Response, form, draft);
            return LocalRedirect(form.Address());
        }

        await visits.OpenAsync(HttpContext, found.CodeId, cancel);
        MaySendKept = Kept is not null;
        Home = found switch
        {
            { Holder: Role.Requester } => "/MyChild/Told",
            { Service: ChildConfirmation.Prefix } => "/MyChild/Status",
            { Service: SupportApplication.Prefix } => "/MySupport/Status",
            _ => "/MyCase/Status",
        };
        return MaySendKept ? Page() : RedirectToPage(Home);
    }

    private PageResult Again(int status, string key, params object[] details)
    {
        ModelState.AddModelError(nameof(Code), texts[key, details]);
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}
