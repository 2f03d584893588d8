using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Filing;

/// <summary>Who the child is: what the ordinance asks for (child ordinance, art. 6) and nothing more.</summary>
public sealed record TellChild
{
    [FreeText]
    public string? OwnName { get; set; }

    [FreeText]
    public string? LatinName { get; set; }

    [FreeText]
    public string? KoreanName { get; set; }

    public string? Year { get; set; }

    public string? Month { get; set; }

    public string? Day { get; set; }

    public string? Sex { get; set; }

    [FreeText]
    public string? Address { get; set; }

    /// <summary>For a child under fourteen: how the parent agrees, as a code of the lawful ways.</summary>
    public string? Consent { get; set; }

    private DateParts Parts => new(Year, Month, Day);

    public PersonName Name() => new(OwnName, LatinName, KoreanName);

    /// <summary>Null when no date was given or it is impossible.</summary>
    public BirthDay? Born() => Parts.Date() is { } date ? new(date, Parts.Precision) : null;

    public ChildIdentity Identity() =>
        new(Name(), Born(), Sex is { Length: > 0 } sex ? sex : "unknown", string.IsNullOrWhiteSpace(Address) ? null : Address.Trim());

    /// <summary>For a parent, who knows the child.</summary>
    public sealed class Rules : AbstractValidator<TellChild>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            Include(new AsKnown(time));
            RuleFor(f => f.OwnName).Must((f, _) => f.Name().Forms.Count > 0).WithMessage("rule.child-name-missing");
            RuleFor(f => f.Year).Must((f, _) => !f.Parts.IsBlank).WithMessage("rule.birth-missing");
            RuleFor(f => f.Address).NotEmpty().WithMessage("rule.address-missing");
            RuleFor(f => f.Consent).Must(c => book.Has(Lists.ConsentWays, c, Today())).When(f => f.Born()?.AgeOn(Today()) < BirthDay.AgeOfConsent).WithMessage("rule.consent-missing");

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }

    /// <summary>For somebody who has only heard of the child: everything may be left out, and what is there must be possible.</summary>
    public sealed class AsKnown : AbstractValidator<TellChild>
    {
        public AsKnown(TimeProvider time)
        {
            RuleFor(f => f.Year).Must((f, _) => f.Parts.IsBlank || f.Born() is not null).WithMessage("rule.no-such-date");
            RuleFor(f => f.Year).Must((f, _) => f.Born() is not { } born || born.Date <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.Year).Must((f, _) => f.Born() is not { } born || born.IsUnderAgeOn(Today())).WithMessage("rule.child-of-age");
            RuleFor(f => f.Month).Must((f, _) => !f.Parts.LacksMonth).WithMessage("rule.month-missing");
            RuleFor(f => f.Sex).Must(s => string.IsNullOrEmpty(s) || ChildIdentity.Sexes.Contains(s, StringComparer.Ordinal)).WithMessage("rule.choose-one");
            RuleFor(f => f.OwnName).MaximumLength(PersonName.MaxLength).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.LatinName).MaximumLength(PersonName.MaxLength).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.KoreanName).MaximumLength(PersonName.MaxLength).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.Address).MaximumLength(ChildIdentity.AddressMaxLength).WithMessage("rule.too-long").WithState(_ => ChildIdentity.AddressMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
