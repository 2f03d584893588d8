using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Appointments;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.SupportCasework;

/// <summary>Those who interpret for the office. Nobody of a household stands here.</summary>
public sealed class InterpretersModel(InterpreterDesk desk, IValidator<AddInterpreter> rules) : PortalPage
{
    [BindProperty]
    public AddInterpreter Form { get; set; } = new();

    public IReadOnlyList<Interpreter> Found { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.AddAsync(Form, Actor, cancel);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel)
    {
        await desk.EndAsync(id, cancel);
        return RedirectToPage();
    }

    public override async Task ShowAsync(CancellationToken cancel) => Found = await desk.ListAsync(cancel);
}
