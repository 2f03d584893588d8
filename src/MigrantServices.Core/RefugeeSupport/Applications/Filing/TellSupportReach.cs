using System.Text.Json.Serialization;
using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Notices;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.RefugeeSupport.Applications.Filing;

/// <summary>How it is safe to reach the person, whom they trust, and with whom they would rather speak. An address of an embassy is refused.</summary>
public sealed record TellSupportReach : IReachable
{
    public ContactWay? Way { get; set; }

    [FreeText]
    public string? Contact { get; set; }

    [FreeText]
    public string? ContactNote { get; set; }

    public NoticeHours? Notices { get; set; }

    [FreeText]
    public string? NoticeAddress { get; set; }

    public string? Language { get; set; }

    /// <summary>Null when the person did not say.</summary>
    public bool? WantsInterpreter { get; set; }

    [FreeText]
    public string? InterpreterNote { get; set; }

    /// <summary>A woman or a man as officer and interpreter; null where it does not matter to them.</summary>
    public OfficerWish? Officer { get; set; }

    [FreeText]
    public string? TrustedName { get; set; }

    [FreeText]
    public string? TrustedContact { get; set; }

    /// <summary>Null when they want no mail.</summary>
    [JsonIgnore]
    public string? NoticesTo => Reach.NoticesTo(this);

    public sealed class Rules : AbstractValidator<TellSupportReach>
    {
        public Rules(ReferenceBook book, EmbassyGuard embassies, TimeProvider time)
        {
            this.AddReachRules(book, time);
            RuleFor(f => f.Contact).Must(address => !embassies.Refuses(address)).WithMessage("rule.embassy");
            RuleFor(f => f.ContactNote).Must(address => !embassies.Refuses(address)).WithMessage("rule.embassy");
            RuleFor(f => f.NoticeAddress).Must(address => !embassies.Refuses(address)).WithMessage("rule.embassy");
            RuleFor(f => f.TrustedContact).Must(address => !embassies.Refuses(address)).WithMessage("rule.embassy");
            RuleFor(f => f.Officer).Must(wish => wish is null || Enum.IsDefined(wish.Value)).WithMessage("rule.choose-one");
            RuleFor(f => f.TrustedName).NotEmpty().When(f => !string.IsNullOrWhiteSpace(f.TrustedContact)).WithMessage("rule.name-missing");
            RuleFor(f => f.TrustedName).MaximumLength(CasePerson.NameMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.NameMaxLength);
            RuleFor(f => f.TrustedContact).MaximumLength(CasePerson.ContactMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.ContactMaxLength);
        }
    }
}

/// <summary>With whom somebody would rather speak.</summary>
public enum OfficerWish
{
    Woman,
    Man,
}
