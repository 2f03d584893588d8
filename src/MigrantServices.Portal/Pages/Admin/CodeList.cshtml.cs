using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;

namespace MigrantServices.Portal.Pages.Admin;

/// <summary>One code list: what holds today and what is to come, the past folded, and where it may be changed.</summary>
public sealed class CodeListModel(ReferenceRegister register, ReferenceWords words) : PortalPage
{
    public ReferenceWords Words => words;

    public ChangeableList Rule { get; private set; } = null!;

    public ILookup<bool, ReferenceItem> Entries => register.Entries(Rule.List);

    public IReadOnlyList<ChangeLine> Changes { get; private set; } = [];

    public IActionResult OnGet(string list)
    {
        Rule = ChangeableList.Find(list)!;
        return Rule is null ? NotFound() : Page();
    }

    public override async Task ShowAsync(CancellationToken cancel) => Changes = await register.ChangesAsync(Rule.List, cancel);
}
