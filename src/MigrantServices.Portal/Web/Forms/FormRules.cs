using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MigrantServices.Portal.Web.Forms;

/// <summary>What pages share when a form comes back: its rules' sentences beside the fields, and everything typed.</summary>
public static class FormRules
{
    /// <summary>True when the form keeps its rules; otherwise each broken one stands beside its field in the reader's language.</summary>
    public static async Task<bool> PassesAsync<T>(this PageModel page, IValidator<T> rules, T form, string prefix)
    {
        var texts = page.HttpContext.RequestServices.GetRequiredService<TextCatalog>();
        var result = await rules.ValidateAsync(form, page.HttpContext.RequestAborted);
        foreach (var failure in result.Errors)
        {
            var sentence = failure.CustomState is { } detail ? texts[failure.ErrorMessage, detail] : texts[failure.ErrorMessage];
            page.ModelState.AddModelError(string.Create(CultureInfo.InvariantCulture, $"{prefix}.{failure.PropertyName}"), sentence);
        }

        return page.ModelState.IsValid;
    }

    /// <summary>The same page once more, with this sentence in its summary.</summary>
    public static async Task<IActionResult> AgainAsync(this PageModel page, int status, string sentence)
    {
        page.ModelState.AddModelError("", sentence);
        page.Response.StatusCode = status;
        if (page is IPreparesAgain prepares)
        {
            await prepares.PrepareAsync(page.HttpContext.RequestAborted);
        }

        return page.Page();
    }
}
