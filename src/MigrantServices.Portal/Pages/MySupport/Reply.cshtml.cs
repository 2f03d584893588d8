using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Pages.MyCase;
using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Pages.MySupport;

/// <summary>Takes the reply of the person with its files as they arrive.</summary>
public sealed class ReplyModel(PortalDb db, ApplicantDesk desk, FilerReader reader, IValidator<WriteMessage> rules, UploadReader uploads)
    : ReplyPage<SupportApplication>(db, SupportApplication.Service, rules, uploads)
{
    public override bool IsAsked => May(SupportApplication.AnswerSupplement);

    public override bool MayWrite => IsAsked || May(SupportApplication.Reply);

    protected override IQueryable<SupportApplication> Cases => Db.SupportApplications.VisibleTo(Actor, SupportApplication.Service);

    protected override ReplyOnItsWay Begin() => desk.BeginReply(Case, Actor);

    protected override Task<ShownMessage?> QuestionAsync(CancellationToken cancel) => reader.RequestAsync(Case.Id, cancel);
}
