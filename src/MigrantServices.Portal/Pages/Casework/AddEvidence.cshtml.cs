using FluentValidation;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Puts files into a case that the office itself has found or been given, with what they are. The person does not see them.</summary>
public sealed class AddEvidenceModel : LetterPage<KeepRecord>
{
    private readonly InquiryDesk _desk;

    public AddEvidenceModel(PortalDb db, InquiryDesk desk, IValidator<KeepRecord> rules, UploadReader uploads, FileStore store)
        : base(db, Grievance.AddEvidence, rules, uploads, store) => _desk = desk;

    protected override FileOwner OwnerOf(Guid messageId) => FileOwner.Case(Case.Id);

    protected override void Prepare() => Form.Deed = Grievance.AddEvidence.Code;

    protected override Task SendAsync(Guid messageId, CancellationToken cancel) => _desk.KeepAsync(Case, Form, Actor, cancel);
}
