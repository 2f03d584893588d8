using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>From when each help is needed. Two that cannot be had at the same time are told apart here, before anything is sent.</summary>
public sealed class NeedModel(FilingForm<ApplyForSupport> form, IValidator<TellNeed> rules, SupportDoor door, SupportWords words, TextCatalog texts)
    : SupportFilingPage<TellNeed>(form, rules, door, SupportSteps.Need)
{
    public bool IsUrgent(string code) => Door.Terms(code)?.Rules.IsUrgent == true;

    public override async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Put(Filing.Answers, Form);
        if (Door.Conflict(Filing.Answers) is { } two)
        {
            ModelState.AddModelError("Form.Starts[0].On", texts["rule.programmes-overlap.which", words.Name(two.One), words.Name(two.Other)]);
        }

        return await base.OnPostAsync(cancel);
    }

    // one line for each programme that is chosen now, with the day that was told before
    protected override TellNeed Part(ApplyForSupport answers) => answers.Need with
    {
        Starts = [.. answers.Programmes.Chosen.Select(code => new TellStart { Programme = code, On = answers.Need.StartOf(code) })],
    };

    protected override void Put(ApplyForSupport answers, TellNeed part) => answers.Need = part;
}
