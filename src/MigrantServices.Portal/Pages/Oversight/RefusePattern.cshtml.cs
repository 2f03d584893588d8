using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Grievances.Patterns;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Oversight;

/// <summary>Why a pattern is not opened, by another supervisor than the one who asked.</summary>
public sealed class RefusePatternModel(PatternRegister register, PatternDesk desk, IValidator<RefuseToOpen> rules) : OnePatternPage(register)
{
    [BindProperty]
    public RefuseToOpen Form { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.RefuseAsync(Number, Revision, Form, Actor, cancel);
        return Back();
    }
}
