using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Duplicates;
using MigrantServices.Core.Grievances.Duplicates;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.ChildCasework;

/// <summary>Cases that may be of the same child, and what somebody says of each. Nothing here tells who either child is.</summary>
public sealed class DuplicatesModel(PortalDb db, ChildPairRegister register, ChildPairDesk desk, CodeChoices choices, IValidator<JudgePair> rules)
    : CasePage<ChildConfirmation>(db, ChildConfirmation.Service, ChildConfirmation.JudgePair)
{
    [BindProperty]
    public JudgePair Form { get; set; } = new();

    public IReadOnlyList<ChildPairView> Pairs { get; private set; } = [];

    public CodeChoices Choices => choices;

    public IReadOnlyList<Choice> Verdicts => choices.Of<PairVerdict>("children.verdict");

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        await desk.JudgeAsync(Case, Form, Actor, cancel);
        return RedirectToPage(new { Reference });
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        Pairs = await register.ReadAsync(Case, Actor, cancel);
    }
}
