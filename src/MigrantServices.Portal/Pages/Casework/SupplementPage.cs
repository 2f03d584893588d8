using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Translations;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>A page that asks the person for something; the letter can be read before it goes out.</summary>
public abstract class SupplementPage(PortalDb db, CaseAction deed, IValidator<AskForSupplement> rules, UploadReader uploads, FileStore store)
    : LetterPage<AskForSupplement>(db, deed, rules, uploads, store)
{
    /// <summary>The letter as it would go out; null until it is asked for.</summary>
    public Letter? Preview { get; private set; }

    public IReadOnlyList<Choice> Kinds => HttpContext.RequestServices.GetRequiredService<CodeChoices>().Of<TranslationKind>("translation-kind");

    /// <summary>Where the form is sent to.</summary>
    public string Address => $"/office/grievances/{Case.Reference}/{DetailsModel.WithForm[Action!]}";

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        if (await WordsAsync(cancel) is { } stopped)
        {
            return stopped;
        }

        Preview = Write();
        return Page();
    }

    protected abstract Letter Write();
}
