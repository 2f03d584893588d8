using FluentValidation;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>The papers that the chosen programmes ask for, each once, and those that are not needed any more because they were given before.</summary>
public sealed class FilesModel(FilingForm<ApplyForSupport> form, IValidator<TellSupportPapers> rules, DraftFiles files, TextCatalog texts, NeededPapers papers)
    : FilesPage<ApplyForSupport, TellSupportPapers>(form, rules, files, texts, SupportSteps.Order, SupportSteps.Files, "Form.Note"), IPapersForm
{
    public NeededPapers Papers => papers;

    public override async Task ShowAsync(CancellationToken cancel)
    {
        await base.ShowAsync(cancel);
        await papers.ReadAsync(cancel);
    }

    protected override TellSupportPapers Part(ApplyForSupport answers) => answers.Papers;

    protected override void Put(ApplyForSupport answers, TellSupportPapers part) => answers.Papers = part;
}

/// <summary>A page that shows the form of papers.</summary>
public interface IPapersForm : IFilesForm<TellSupportPapers>
{
    NeededPapers Papers { get; }
}
