using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>A page among the pages of a form.</summary>
public interface IFilingStep
{
    string Step { get; }

    StepOrder Order { get; }
}

/// <summary>A page of the form: shows what was answered, keeps whatever is sent however incomplete, and goes on only when it is right.</summary>
/// <typeparam name="TAnswers">The answers of the whole form.</typeparam>
/// <typeparam name="T">Those of this page.</typeparam>
public abstract class FilingPage<TAnswers, T>(FilingForm<TAnswers> form, IValidator<T> rules, StepOrder order, string step) : PortalPage, IFilingStep
    where TAnswers : class, new()
    where T : class, new()
{
    [BindProperty]
    public T Form { get; set; } = new();

    /// <summary>Set when the person wants to look at the check page again after changing one answer.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Back { get; set; }

    public string Step => step;

    public StepOrder Order => order;

    public FilingForm<TAnswers> Filing => form;

    /// <summary>Where the browser saves what is typed when the page is left. Null before the person has sent a first page: until then nothing stays on the device.</summary>
    public string? Autosave => form.Key is null ? null : "?handler=Later";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await form.OpenAsync(HttpContext.RequestAborted);
        if (Instead() is { } other)
        {
            context.Result = other;
            return;
        }

        if (HttpMethods.IsGet(Request.Method))
        {
            Form = Part(form.Answers);
        }

        await next();
    }

    public virtual IActionResult OnGet() => Page();

    /// <summary>Where somebody goes instead who may not answer this page as their form stands; null when they may.</summary>
    protected virtual IActionResult? Instead() => null;

    public virtual async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Put(form.Answers, Form);
        var passes = await PassesAsync();
        await form.SaveAsync(cancel);
        return passes ? RedirectToPage(Back ? order.Pages[^1] : order.After(step)) : Page();
    }

    /// <summary>Keeps what is there, complete or not, and says how to come back to it.</summary>
    public async Task<IActionResult> OnPostLaterAsync(CancellationToken cancel)
    {
        Put(form.Answers, Form);
        await form.SaveAsync(cancel);

        // what was hidden or cleaned is said before the person goes
        return ModelState.IsValid ? RedirectToPage("Later") : Page();
    }

    /// <summary>Puts every broken rule of this page beside its field.</summary>
    protected Task<bool> PassesAsync() => PassesAsync(rules, Form, nameof(Form));

    protected abstract T Part(TAnswers answers);

    protected abstract void Put(TAnswers answers, T part);
}
