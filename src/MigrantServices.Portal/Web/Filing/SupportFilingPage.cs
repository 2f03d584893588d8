using FluentValidation;
using Microsoft.AspNetCore.Mvc.Filters;
using MigrantServices.Core.Reference;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>A page of an application that asks who somebody is: while it is not on record why it goes to nobody else, it asks nothing and keeps nothing.</summary>
public abstract class SupportFilingPage<T>(FilingForm<ApplyForSupport> form, IValidator<T> rules, SupportDoor door, string step)
    : FilingPage<ApplyForSupport, T>(form, rules, SupportSteps.Order, step)
    where T : class, new()
{
    public ReferenceItem? Ground => door.Ground;

    /// <summary>What the chosen programmes need to know; nothing else is asked.</summary>
    public SupportAsks Asks => door.Asks(Filing.Answers.Programmes.Chosen);

    protected SupportDoor Door => door;

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
