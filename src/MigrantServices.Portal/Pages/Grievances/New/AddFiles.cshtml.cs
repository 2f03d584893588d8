using FluentValidation;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>Takes what the person hopes for, and files as they arrive.</summary>
public sealed class AddFilesModel(FilingForm<FileGrievance> form, DraftFiles files, IValidator<TellHope> rules)
    : AddFilesPage<FileGrievance, TellHope>(form, files, rules, FilingSteps.Order, FilingSteps.Files)
{
    protected override void Put(FileGrievance answers, TellHope words) => answers.Hope = words;
}
