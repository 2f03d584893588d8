using FluentValidation;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.Reference;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>A page of a parent's application that asks who somebody is: while no ground against notification is on record, it asks nothing and keeps nothing.</summary>
public abstract class ChildFilingPage<T>(FilingForm<ApplyForChild> form, IValidator<T> rules, ChildDoor door, string step)
    : FilingPage<ApplyForChild, T>(form, rules, ChildSteps.Order, step)
    where T : class, new()
{
    /// <summary>Why the officer who reads it need not tell immigration.</summary>
    public ReferenceItem? Ground => door.Ground;

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Ground is null)
        {
            context.Result = RedirectToPage("Start");
            return Task.CompletedTask;
        }

        return base.OnPageHandlerExecutionAsync(context, next);
    }
}
