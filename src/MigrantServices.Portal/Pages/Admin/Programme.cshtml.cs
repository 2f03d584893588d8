using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Programmes;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>One programme with all the terms it had, has and will have, and its changes.</summary>
public sealed class ProgrammeModel(ProgrammeRegister register) : PortalPage
{
    public SupportProgramme One { get; private set; } = null!;

    public IReadOnlyList<ProgrammeTerms> Terms => [.. register.Book.All(One.Code).Reverse()];

    public bool MayClose => register.Book.All(One.Code).Any(terms => terms.ValidTo is null);

    public IReadOnlyList<ProgrammeChangeLine> Changes { get; private set; } = [];

    public IReadOnlyList<KeptTerms> Kept { get; private set; } = [];

    public IActionResult OnGet(string code)
    {
        One = register.Book.Programme(code)!;
        return One is null ? NotFound() : Page();
    }

    public bool IsNow(ProgrammeTerms terms) => terms.HoldsOn(register.Today);

    public override async Task ShowAsync(CancellationToken cancel)
    {
        Changes = await register.ChangesAsync(One.Code, cancel);
        Kept = await register.KeptAsync(One.Code, cancel);
    }
}
