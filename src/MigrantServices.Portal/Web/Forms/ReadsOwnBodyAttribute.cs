using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace MigrantServices.Portal.Web.Forms;

/// <summary>Marks a page that takes its body apart itself, such as one that streams files; its token is then the page's own duty.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadsOwnBodyAttribute : Attribute, IResourceFilter
{
    /// <summary>Binding would read the body first, and leave nothing to stream.</summary>
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
