using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Reference;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>A page of a parent's application that asks who somebody is: while no ground against notification is on record for the province and for the city of the form, it asks nothing and keeps nothing.</summary>
public abstract class ChildFilingPage<T>(FilingForm<ApplyForChild> form, IValidator<T> rules, ChildDoor door, string step)
    : FilingPage<ApplyForChild, T>(form, rules, ChildSteps.Order, step)
    where T : class, new()
{
    /// <summary>Why the officer who reads it need not tell immigration.</summary>
    public ReferenceItem? Ground => door.Ground;

    protected override IActionResult? Instead() =>
        Ground is null ? RedirectToPage("Start")
        : Filing.Answers.City is { } city && !door.HasGroundIn(city) ? RedirectToPage("Where")
        : null;
}
