using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Storage;
using MigrantServices.Portal.Pages.MyCase;
using MigrantServices.Portal.Web.Forms;

namespace MigrantServices.Portal.Pages.MyChild;

/// <summary>Takes a parent's reply with its files as they arrive.</summary>
public sealed class ReplyModel(PortalDb db, FamilyReplyDesk desk, FamilyReader reader, IValidator<WriteMessage> rules, UploadReader uploads)
    : ReplyPage<ChildConfirmation>(db, ChildConfirmation.Service, rules, uploads)
{
    public override bool IsAsked => May(ChildConfirmation.AnswerSupplement);

    public override bool MayWrite => IsAsked || May(ChildConfirmation.Reply);

    protected override IQueryable<ChildConfirmation> Cases => Db.ChildConfirmations.VisibleTo(Actor, ChildConfirmation.Service);

    protected override ReplyOnItsWay Begin() => desk.Begin(Case, Actor);

    protected override Task<ShownMessage?> QuestionAsync(CancellationToken cancel) => reader.RequestAsync(Case, cancel);
}
