using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Casework;

/// <summary>A parent, or whoever else represents the child by law, who comes into the child's file at a counter.</summary>
public sealed record TakeParentIn
{
    public Kinship? Relation { get; set; }

    [FreeText]
    public string? Name { get; set; }

    [FreeText]
    public string? LatinName { get; set; }

    [FreeText]
    public string? Nationality { get; set; }

    /// <summary>Where it is safe to reach them; empty for the portal only.</summary>
    [FreeText]
    public string? Contact { get; set; }

    /// <summary>In which they are answered.</summary>
    public string? Language { get; set; }

    /// <summary>What they showed or knew, by which the colleague recognised them.</summary>
    [FreeText]
    public string? Shown { get; set; }

    public bool IsSure { get; set; }

    public ParentIdentity Identity() => new(new(Trimmed(Name), Trimmed(LatinName), null), null, Trimmed(Nationality), Trimmed(Contact));

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed class Rules : AbstractValidator<TakeParentIn>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Relation).Must(r => r is not null && Enum.IsDefined(r.Value)).WithMessage("rule.choose-one");
            RuleFor(f => f.Name).Must((f, _) => !string.IsNullOrWhiteSpace(f.Name) || !string.IsNullOrWhiteSpace(f.LatinName)).WithMessage("rule.name-missing");
            RuleFor(f => f.Name).MaximumLength(PersonName.MaxLength).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.LatinName).MaximumLength(PersonName.MaxLength).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.Nationality).MaximumLength(ParentIdentity.NationalityMaxLength).WithMessage("rule.too-long").WithState(_ => ParentIdentity.NationalityMaxLength);
            RuleFor(f => f.Contact).MaximumLength(Cases.CasePerson.ContactMaxLength).WithMessage("rule.too-long").WithState(_ => Cases.CasePerson.ContactMaxLength);
            RuleFor(f => f.Language).Must(l => book.Has(Lists.Languages, l, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
            RuleFor(f => f.Shown).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Shown).MaximumLength(RenewChildCode.ShownMaxLength).WithMessage("rule.too-long").WithState(_ => RenewChildCode.ShownMaxLength);
            RuleFor(f => f.IsSure).Equal(true).WithMessage("rule.not-sure-who");
        }
    }
}
