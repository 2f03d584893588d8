using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.RefugeeSupport.Entitlement;

/// <summary>What somebody says to see what could help them. It is answered and forgotten: nothing of it is kept anywhere.</summary>
public sealed record AskWhatHelps
{
    /// <summary>For each age band.</summary>
    public const int MostPeople = 9;

    /// <summary>Said instead of a circumstance: there is none.</summary>
    public const string None = "none";

    /// <summary>Said instead of a category.</summary>
    public const string Unknown = "unknown";

    public string[]? Needs { get; set; }

    public int? Adults { get; set; }

    /// <summary>From six to seventeen.</summary>
    public int? Children { get; set; }

    /// <summary>Under six.</summary>
    public int? SmallChildren { get; set; }

    public string[]? Circumstances { get; set; }

    /// <summary>Asked only once a kind of help needs it; null where nothing was said.</summary>
    public string? Category { get; set; }

    /// <summary>When somebody asked for refuge, for the days that the State counts.</summary>
    public DateOnly? AppliedOn { get; set; }

    public int People => (Adults ?? 0) + (Children ?? 0) + (SmallChildren ?? 0);

    public sealed class Rules : AbstractValidator<AskWhatHelps>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Adults).Must((form, _) => form.People > 0).WithMessage("support.rule.people");
            RuleFor(f => f.Adults).InclusiveBetween(0, MostPeople).WithMessage("support.rule.count");
            RuleFor(f => f.Children).InclusiveBetween(0, MostPeople).WithMessage("support.rule.count");
            RuleFor(f => f.SmallChildren).InclusiveBetween(0, MostPeople).WithMessage("support.rule.count");
            RuleFor(f => f.Needs).Must(codes => codes is null || codes.All(code => Has(Lists.SupportNeeds, code))).WithMessage("rule.choose-one");
            RuleFor(f => f.Circumstances).Must(codes => codes is null || codes.All(code => code == None || Has(Lists.SupportCircumstances, code))).WithMessage("rule.choose-one");
            RuleFor(f => f.Category).Must(code => code == Unknown || Has(Lists.SupportCategories, code!)).When(f => !string.IsNullOrEmpty(f.Category)).WithMessage("rule.choose-one");
            RuleFor(f => f.AppliedOn).Must(day => day <= Today() && day.Value.Year >= 1990).When(f => f.AppliedOn is not null).WithMessage("support.rule.applied-on");

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
            bool Has(string list, string code) => book.Has(list, code, Today());
        }
    }
}
