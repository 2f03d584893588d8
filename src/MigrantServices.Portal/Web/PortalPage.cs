using FluentValidation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MigrantServices.Core.People;

namespace MigrantServices.Portal.Web;

/// <summary>What every page shares: who asks, the rules of its form, and what it needs to be shown.</summary>
public abstract class PortalPage : PageModel
{
    /// <summary>Whoever signed in or came with a code; pages that anybody may open do not ask for it.</summary>
    public Actor Actor => HttpContext.Actor() ?? throw new InvalidOperationException("This page is open to strangers.");

    /// <summary>Reads what the page shows. Runs whenever the page is rendered: first time, after a mistake, after a refusal.</summary>
    public virtual Task ShowAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Puts every broken rule beside its field, in the reader's language.</summary>
    protected async Task<bool> PassesAsync<T>(IValidator<T> rules, T form, string prefix)
    {
        var texts = HttpContext.RequestServices.GetRequiredService<TextCatalog>();
        var result = await rules.ValidateAsync(ContextOf(form), HttpContext.RequestAborted);
        foreach (var failure in result.Errors)
        {
            var key = $"{prefix}.{failure.PropertyName}";
            if (ModelState.GetFieldValidationState(key) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
            {
                ModelState.AddModelError(key, failure.CustomState is { } detail ? texts[failure.ErrorMessage, detail] : texts[failure.ErrorMessage]);
            }
        }

        return ModelState.IsValid;
    }

    /// <summary>The same for one of several forms of a page: what misses in the others is no mistake.</summary>
    protected Task<bool> PassesAloneAsync<T>(T form, string prefix)
    {
        ModelState.Clear();
        return PassesAsync(HttpContext.RequestServices.GetRequiredService<IValidator<T>>(), form, prefix);
    }

    /// <summary>What the rules of a form may know beside the form.</summary>
    protected virtual ValidationContext<T> ContextOf<T>(T form) => new(form);
}
