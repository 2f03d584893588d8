using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.New;

/// <summary>In which city the child lives. Where that city takes no part yet, nothing is kept until the family agrees to wait.</summary>
public sealed class WhereModel(FilingForm<ApplyForChild> form, IValidator<TellCity> rules, ChildDoor door, TextCatalog texts)
    : FilingPage<ApplyForChild, TellCity>(form, rules, ChildSteps.Order, ChildSteps.Where)
{
    /// <summary>The city that was chosen takes no part yet: then the page asks whether they want to wait. A child in danger waits for no city.</summary>
    public bool IsElsewhere => !string.IsNullOrEmpty(Form.City) && !door.TakesPart(Form.City) && Form.DangerNow != true;

    public IReadOnlyList<Choice> YesNo => [new("true", texts["form.yes"]), new("false", texts["form.no"])];

    public bool HasGround => door.Ground is not null;

    /// <summary>The city that was chosen has none, so nobody's identity is asked for it.</summary>
    public bool IsWithoutGround => !string.IsNullOrEmpty(Form.City) && !door.HasGroundIn(Form.City);

    /// <summary>The day on which that city begins to take part; null while none is laid down.</summary>
    public DateOnly? BeginsOn => door.BeginsOn(Form.City);

    public override IActionResult OnGet() => HasGround ? Page() : RedirectToPage("Start");

    public override async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!HasGround)
        {
            return RedirectToPage("Start");
        }

        if (IsWithoutGround)
        {
            return Page();
        }

        if (IsElsewhere && Form.Waits == false)
        {
            await Filing.DiscardAsync(cancel);
            return RedirectToPage("Elsewhere");
        }

        return IsElsewhere && Form.Waits != true && !await PassesAsync() ? Page() : await base.OnPostAsync(cancel);
    }

    protected override TellCity Part(ApplyForChild answers) => answers.Place;

    // without their consent not even a draft holds where they live
    protected override void Put(ApplyForChild answers, TellCity part) => answers.Place = IsElsewhere && part.Waits != true ? answers.Place : part;
}
