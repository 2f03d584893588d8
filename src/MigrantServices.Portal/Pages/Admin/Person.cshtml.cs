using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.People;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>One colleague: every right they have or had, with who gave and withdrew it, and what an administrator may do about it.</summary>
public sealed class PersonModel(PeopleDesk desk, PeopleRegister register, IValidator<GiveRight> rules, RightChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public GiveRight Form { get; set; } = new();

    public RightChoices Choices => choices;

    public Colleague Person { get; private set; } = null!;

    public IReadOnlyList<RightLine> Rights { get; private set; } = [];

    public IReadOnlyList<LinkLine> Links { get; private set; } = [];

    public string? Link { get; private set; }

    public bool IsMe => Actor.UserId == Id;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await register.FindAsync(Id, HttpContext.RequestAborted) is { } person)
        {
            Person = person;
            await next();
        }
        else
        {
            context.Result = NotFound();
        }
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostGiveAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.GiveAsync(Actor, Id, Form, cancel);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid right, CancellationToken cancel)
    {
        await desk.WithdrawAsync(Actor, Id, right, cancel);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostLeftAsync(CancellationToken cancel)
    {
        await desk.MarkLeftAsync(Actor, Id, cancel);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancel)
    {
        // the other form of the page was not sent: its missing answers are no mistake
        ModelState.Clear();
        Link = InvitationLink.Of(Request, await desk.InviteAgainAsync(Actor, Id, cancel));
        return Page();
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Rights = await register.RightsAsync(Id, cancel);
        Links = await register.LinksAsync(Id, cancel);
    }
}
