using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using MigrantServices.Core.RefugeeSupport.Applications;
using MigrantServices.Core.RefugeeSupport.Applications.Filing;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.SupportNew;

/// <summary>Who lives together and where. Each person has a page of their own; here they are added and taken out.</summary>
public sealed class HouseholdModel(FilingForm<ApplyForSupport> form, IValidator<TellHousehold> rules, SupportDoor door)
    : SupportFilingPage<TellHousehold>(form, rules, door, SupportSteps.Household)
{
    public IReadOnlyList<TellMember> Members => Filing.Answers.Household.Members;

    public async Task<IActionResult> OnPostRemoveAsync(Guid key, CancellationToken cancel)
    {
        var members = Filing.Answers.Household.Members;
        members.RemoveAll(member => member.Key == key);
        if (members.Count > 0 && !members.Exists(member => member.IsApplicant))
        {
            members[0].IsApplicant = true;
        }

        await Filing.SaveAsync(cancel);
        return RedirectToPage(Back ? new { Back } : null);
    }

    protected override TellHousehold Part(ApplyForSupport answers) => answers.Household;

    // the people are on pages of their own and never come with this form
    protected override void Put(ApplyForSupport answers, TellHousehold part)
    {
        part.Members = answers.Household.Members;
        answers.Household = part;
    }
}
