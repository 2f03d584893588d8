using FluentValidation;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.RefugeeSupport.Applications.Filing;

/// <summary>An application for support, page by page; a draft holds it however incomplete it is.</summary>
public sealed record ApplyForSupport
{
    public TellProgrammes Programmes { get; set; } = new();

    public TellHousehold Household { get; set; } = new();

    public TellNeed Need { get; set; } = new();

    public TellSupportPapers Papers { get; set; } = new();

    public TellSupportReach Reach { get; set; } = new();

    /// <summary>The earlier application of the same household, from which it was begun; null for a first one.</summary>
    public Guid? Earlier { get; set; }

    public sealed class Rules : AbstractValidator<ApplyForSupport>
    {
        public Rules(ReferenceBook book, SupportDoor door, EmbassyGuard embassies, TimeProvider time)
        {
            RuleFor(f => f.Programmes).SetValidator(new TellProgrammes.Rules(door));
            RuleFor(f => f.Household).SetValidator(new TellHousehold.Rules(book, time));
            RuleFor(f => f.Need).SetValidator(new TellNeed.Rules(time));
            RuleFor(f => f.Papers).SetValidator(new TellSupportPapers.Rules(book, time));
            RuleFor(f => f.Reach).SetValidator(new TellSupportReach.Rules(book, embassies, time));
            RuleFor(f => f.Programmes.Chosen).Must((f, _) => door.Conflict(f) is null).WithMessage("rule.programmes-overlap");
        }
    }
}
