using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;

namespace MigrantServices.Portal.Web.Filing;

/// <summary>A page that shows every answer of a form before it is sent.</summary>
public interface IAnswersPage
{
    IReadOnlyList<AnswersShown.Section> Sections { get; }

    /// <summary>Fields without an answer, or with one that is not right, so that nothing can be sent yet.</summary>
    IReadOnlySet<string> Missing { get; }
}

/// <summary>Everything that was answered, to look at before it is sent; and the sending, which files once however often it is pressed.</summary>
public abstract class CheckPage<T>(FilingForm<T> form, IValidator<T> rules) : PortalPage, IAnswersPage
    where T : class, new()
{
    public IReadOnlyList<AnswersShown.Section> Sections { get; private set; } = [];

    public bool IsComplete => Missing.Count == 0;

    public IReadOnlySet<string> Missing { get; private set; } = new HashSet<string>();

    protected FilingForm<T> Form => form;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await form.OpenAsync(cancel);
        return form.Key is null ? LocalRedirect(form.Kind.Address()) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var held = form.InHand is { } key ? await HoldAsync(key, cancel) : null;
        if (held is { Draft.SentAs: null })
        {
            form.Take(held.Key, held.Answers);
            if (!await PassesAsync(rules, held.Answers, "Form"))
            {
                return Page();
            }

            await SendAsync(held, cancel);
        }

        // Sent already and pressed again: the receipt tells so.
        return RedirectToPage("Sent");
    }

    public override async Task ShowAsync(CancellationToken cancel)
    {
        if (form.Key is null)
        {
            // shown again although no handler ran: the form's token was refused
            await form.OpenAsync(cancel);
        }

        Missing = (await rules.ValidateAsync(form.Answers, cancel)).Errors.Select(error => error.PropertyName).ToHashSet(StringComparer.Ordinal);
        Sections = await SectionsAsync(cancel);
    }

    protected abstract Task<HeldDraft<T>?> HoldAsync(DraftKey key, CancellationToken cancel);

    protected abstract Task SendAsync(HeldDraft<T> held, CancellationToken cancel);

    protected abstract Task<IReadOnlyList<AnswersShown.Section>> SectionsAsync(CancellationToken cancel);
}
