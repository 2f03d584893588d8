using FluentValidation;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.New;

/// <summary>Papers kept beside the draft, and what the parent says about them. None is needed.</summary>
public sealed class FilesModel(FilingForm<ApplyForChild> form, IValidator<TellPapers> rules, DraftFiles files, TextCatalog texts)
    : FilesPage<ApplyForChild, TellPapers>(form, rules, files, texts, ChildSteps.Order, ChildSteps.Files, "Form.Note")
{
    protected override TellPapers Part(ApplyForChild answers) => answers.Papers;

    protected override void Put(ApplyForChild answers, TellPapers part) => answers.Papers = part;
}
