using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Documents;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Pages.Casework;

/// <summary>Writes to the person.</summary>
public sealed class WriteModel(PortalDb db, GrievanceDesk desk, IValidator<WriteLetter> rules, UploadReader uploads, FileStore store)
    : LetterPage<WriteLetter>(db, Grievance.Write, rules, uploads, store)
{
    protected override Task SendAsync(Guid messageId, CancellationToken cancel) => desk.WriteAsync(Case, messageId, Form, Actor, cancel);
}
