using FluentValidation;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>Files kept beside the draft, and what the person hopes for.</summary>
public sealed class FilesModel(FilingForm<FileGrievance> form, IValidator<TellHope> rules, DraftFiles files, TextCatalog texts)
    : FilesPage<FileGrievance, TellHope>(form, rules, files, texts, FilingSteps.Order, FilingSteps.Files, "Form.Hope")
{
    protected override TellHope Part(FileGrievance answers) => answers.Hope;

    protected override void Put(FileGrievance answers, TellHope part) => answers.Hope = part;
}
