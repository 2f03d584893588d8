using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>Which help is asked for: one application for all of it.</summary>
public sealed class ProgrammesModel(FilingForm<ApplyForSupport> form, IValidator<TellProgrammes> rules, SupportDoor door, SupportWords words)
    : SupportFilingPage<TellProgrammes>(form, rules, door, SupportSteps.Programmes)
{
    /// <summary>What can be asked for today.</summary>
    public IReadOnlyList<Choice> Open => [.. Door.Open.Select(terms => new Choice(terms.ProgrammeCode, words.Name(terms.ProgrammeCode), words.About(terms.ProgrammeCode)))];

    /// <summary>What was chosen where help is looked for comes ticked; nothing is kept before it is sent from here.</summary>
    public IActionResult OnPostChosen()
    {
        Form.Chosen = [.. Filing.Answers.Programmes.Chosen.Union(Form.Chosen).Where(code => Door.Terms(code) is not null)];
        ModelState.Clear();
        return Page();
    }

    protected override TellProgrammes Part(ApplyForSupport answers) => answers.Programmes;

    protected override void Put(ApplyForSupport answers, TellProgrammes part) => answers.Programmes = part;
}
