using System.Globalization;
using FluentValidation;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Grievances.New;

/// <summary>For whom somebody tells it, and what happened, in the language of the page: nothing about who they are.</summary>
public sealed class StoryModel(FilingForm<FileGrievance> form, IValidator<TellStory> rules) : FilingPage<FileGrievance, TellStory>(form, rules, FilingSteps.Order, FilingSteps.Story)
{
    protected override TellStory Part(FileGrievance answers) => answers.Story;

    protected override void Put(FileGrievance answers, TellStory part) => answers.Story = part with { Language = CultureInfo.CurrentUICulture.Name };
}
