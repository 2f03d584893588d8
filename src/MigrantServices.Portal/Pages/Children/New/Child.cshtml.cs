using FluentValidation;
using MigrantServices.Core.ChildConfirmations;
using MigrantServices.Core.ChildConfirmations.Filing;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Reference;
using MigrantServices.Portal.Web;
using MigrantServices.Portal.Web.Filing;

namespace MigrantServices.Portal.Pages.Children.New;

/// <summary>Who the child is, and for a young child how the parent agrees.</summary>
public sealed class ChildModel(FilingForm<ApplyForChild> form, IValidator<TellChild> rules, ChildDoor door, CodeChoices choices)
    : ChildFilingPage<TellChild>(form, rules, door, ChildSteps.Child)
{
    public IReadOnlyList<Choice> Sexes => choices.Named("child.sex", ChildIdentity.Sexes);

    public IReadOnlyList<Choice> ConsentWays => choices.Of(Lists.ConsentWays);

    protected override TellChild Part(ApplyForChild answers) => answers.About;

    protected override void Put(ApplyForChild answers, TellChild part) => answers.About = part;
}
