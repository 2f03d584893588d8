using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.Tell;

/// <summary>One page of few questions for anybody who knows of a child. Of the child nothing needs to be known but the city.</summary>
public sealed class StoryModel(FilingForm<TellOfChild> form, IValidator<TellOfChild> rules, ChildDoor door, TextCatalog texts) : PortalPage
{
    [BindProperty]
    public TellOfChild Form { get; set; } = new();

    public ReferenceItem? Ground => door.Ground;

    /// <summary>Who reads it, by the ground that each has; null where a reader has none.</summary>
    public IEnumerable<IGrouping<ReferenceItem?, string>> Grounds => door.GroundsIn(Form.City).GroupBy(one => one.Ground, one => texts["child.reader." + one.Reader]);

    /// <summary>The city that was chosen has none, so nobody's identity is taken for it.</summary>
    public bool IsWithoutGround => !string.IsNullOrEmpty(Form.City) && !door.HasGroundIn(Form.City);

    public bool HasBegun => form.Key is not null;

    /// <summary>The city that was chosen takes no part yet: then the page asks whether it shall be kept until it does.</summary>
    public bool IsElsewhere => !string.IsNullOrEmpty(Form.City) && !door.TakesPart(Form.City) && !Form.InDanger;

    public IReadOnlyList<Choice> YesNo => [new("true", texts["form.yes"]), new("false", texts["form.no"])];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await form.OpenAsync(cancel);
        Form = form.Answers;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Ground is null)
        {
            return RedirectToPage();
        }

        await form.OpenAsync(cancel);
        if (IsWithoutGround)
        {
            return Page();
        }

        if (IsElsewhere && Form.Waits == false)
        {
            await form.DiscardAsync(cancel);
            return RedirectToPage("../New/Elsewhere");
        }

        if (!await PassesAsync(rules, Form, nameof(Form)))
        {
            return Page();
        }

        form.Take(Form);
        await form.SaveAsync(cancel);
        return RedirectToPage("Check");
    }
}
