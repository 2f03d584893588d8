using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.ForThePerson;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Records what the person did by telephone, letter, e-mail or at the counter; one form for all of it, files last.</summary>
public sealed class ForThePersonModel(PortalDb db, HandInDesk desk, IValidator<RecordForPerson> rules, UploadReader uploads, FileStore store)
    : LetterPage<RecordForPerson>(db, Grievance.Reply, rules, uploads, store)
{
    /// <summary>What is recorded; until that is chosen whoever may record anything opens the page.</summary>
    public override CaseAction? Action => Grievance.ForThePerson.FirstOrDefault(Form.Is) ?? Grievance.Reply;

    public IReadOnlyList<CaseAction> Open => [.. HandInDesk.Open(Case, Actor)];

    public IEnumerable<string> Withdrawals => desk.Withdrawals(Case);

    /// <summary>What the office waits for is what mostly comes.</summary>
    public void OnGet()
    {
        Form.Deed = May(Grievance.AnswerSupplement) ? Grievance.AnswerSupplement.Code : null;
        Form.ReceivedOn = Seoul.DateOf(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    protected override FileOwner OwnerOf(Guid messageId) => FileOwner.MessageOfPerson(Case.Id, messageId);

    protected override Task SendAsync(Guid messageId, CancellationToken cancel) => desk.RecordAsync(Case, messageId, Form, Actor, cancel);
}
