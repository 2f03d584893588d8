using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>Takes a reply with its files as they arrive.</summary>
public sealed class ReplyModel(PortalDb db, ReplyDesk desk, FilerReader reader, IValidator<WriteMessage> rules, UploadReader uploads)
    : ReplyPage<Grievance>(db, Grievance.Service, rules, uploads)
{
    public override bool IsAsked => May(Grievance.AnswerSupplement);

    public override bool MayWrite => IsAsked || May(Grievance.Reply);

    protected override IQueryable<Grievance> Cases => Db.Grievances.VisibleTo(Actor, Grievance.Service);

    protected override ReplyOnItsWay Begin() => desk.Begin(Case, Actor);

    protected override Task<ShownMessage?> QuestionAsync(CancellationToken cancel) => reader.RequestAsync(Case.Id, cancel);
}
