using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Asks the person for something without which the office cannot go on; the clock stands still until they answer.</summary>
public sealed class AskSupplementModel(PortalDb db, SupplementDesk desk, IValidator<AskForSupplement> rules, UploadReader uploads, FileStore store)
    : SupplementPage(db, Grievance.AskSupplement, rules, uploads, store)
{
    public void OnGet() => Form.Until = desk.UsualDay(Case);

    protected override Letter Write() => desk.LetterOf(Case, Form, Actor);

    protected override Task SendAsync(Guid messageId, CancellationToken cancel) => desk.AskAsync(Case, messageId, Form, Actor, cancel);
}
