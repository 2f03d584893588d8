using FluentValidation;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.New;

/// <summary>Takes what the parent says about the papers, and files as they arrive.</summary>
public sealed class AddFilesModel(FilingForm<ApplyForChild> form, DraftFiles files, IValidator<TellPapers> rules)
    : AddFilesPage<ApplyForChild, TellPapers>(form, files, rules, ChildSteps.Order, ChildSteps.Files)
{
    protected override void Put(ApplyForChild answers, TellPapers words) => answers.Papers = words;
}
