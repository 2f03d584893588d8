using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Asks a second and last time for what did not come.</summary>
public sealed class AskSupplementAgainModel(PortalDb db, SupplementDesk desk, IValidator<AskForSupplement> rules, UploadReader uploads, FileStore store)
    : SupplementPage(db, Grievance.AskSupplementAgain, rules, uploads, store)
{
    public DateOnly LatestDay => desk.LatestAgain(Case);

    public void OnGet() => Form.Until = desk.LatestAgain(Case);

    protected override Letter Write() => desk.LetterOf(Case, Form, Actor);

    protected override Task SendAsync(Guid messageId, CancellationToken cancel) => desk.AskAgainAsync(Case, messageId, Form, Actor, cancel);
}
