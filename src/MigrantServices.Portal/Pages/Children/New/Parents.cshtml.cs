using FluentValidation;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.New;

/// <summary>The parents: the one who applies, and the other only if known.</summary>
public sealed class ParentsModel(FilingForm<ApplyForChild> form, IValidator<TellParents> rules, ChildDoor door, CodeChoices choices)
    : ChildFilingPage<TellParents>(form, rules, door, ChildSteps.Parents)
{
    public IReadOnlyList<Choice> Relations => choices.Named("child.kin", [nameof(Kinship.Mother), nameof(Kinship.Father)]);

    protected override TellParents Part(ApplyForChild answers) => answers.Parents;

    protected override void Put(ApplyForChild answers, TellParents part) => answers.Parents = part;
}
