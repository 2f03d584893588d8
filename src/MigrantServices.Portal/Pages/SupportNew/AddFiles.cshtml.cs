using FluentValidation;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>Takes which papers are given, and files as they arrive.</summary>
public sealed class AddFilesModel(FilingForm<ApplyForSupport> form, DraftFiles files, IValidator<TellSupportPapers> rules, NeededPapers papers)
    : AddFilesPage<ApplyForSupport, TellSupportPapers>(form, files, rules, SupportSteps.Order, SupportSteps.Files), IPapersForm
{
    public NeededPapers Papers => papers;

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        await papers.ReadAsync(cancel);
    }

    protected override void Put(ApplyForSupport answers, TellSupportPapers words) => answers.Papers = words;
}
