using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.ChildConfirmations.Filing;

/// <summary>The parents: one is enough; days of birth and nationality only if they are known and wished (child ordinance, art. 6).</summary>
public sealed record TellParents
{
    /// <summary>What the parent who applies is to the child.</summary>
    public Kinship? Relation { get; set; }

    [FreeText]
    public string? Name { get; set; }

    [FreeText]
    public string? LatinName { get; set; }

    public string? Year { get; set; }

    public string? Month { get; set; }

    public string? Day { get; set; }

    [FreeText]
    public string? Nationality { get; set; }

    [FreeText]
    public string? OtherName { get; set; }

    [FreeText]
    public string? OtherLatinName { get; set; }

    public string? OtherYear { get; set; }

    public string? OtherMonth { get; set; }

    public string? OtherDay { get; set; }

    [FreeText]
    public string? OtherNationality { get; set; }

    private DateParts Parts => new(Year, Month, Day);

    private DateParts OtherParts => new(OtherYear, OtherMonth, OtherDay);

    /// <summary>Those who are known: the one who applies first.</summary>
    /// <param name="contact">Where it is safe to reach the one who applies.</param>
    public IReadOnlyList<(Kinship Relation, ParentIdentity Identity)> Known(string? contact)
    {
        var known = new List<(Kinship, ParentIdentity)>();
        var mine = Relation ?? Kinship.Mother;
        Add(mine, new(Name, LatinName, null), Parts, Nationality, contact);
        Add(mine == Kinship.Mother ? Kinship.Father : Kinship.Mother, new(OtherName, OtherLatinName, null), OtherParts, OtherNationality, null);
        return known;

        // a parent of whom nothing is known is not kept at all
        void Add(Kinship relation, PersonName name, DateParts parts, string? nationality, string? reach)
        {
            var born = parts.Date() is { } date ? new BirthDay(date, parts.Precision) : null;
            if (name.Forms.Count > 0 || born is not null || !string.IsNullOrWhiteSpace(nationality))
            {
                known.Add((relation, new(name, born, NullIfBlank(nationality), NullIfBlank(reach))));
            }
        }
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>For the parent who applies.</summary>
    public sealed class Rules : AbstractValidator<TellParents>
    {
        public Rules(TimeProvider time)
        {
            Include(new AsKnown(time));
            RuleFor(f => f.Relation).Must(r => r is Kinship.Mother or Kinship.Father).WithMessage("rule.choose-one");
            RuleFor(f => f.Name).Must((f, _) => !string.IsNullOrWhiteSpace(f.Name) || !string.IsNullOrWhiteSpace(f.LatinName)).WithMessage("rule.parent-name-missing");
        }
    }

    /// <summary>Where nobody of them is at hand.</summary>
    public sealed class AsKnown : AbstractValidator<TellParents>
    {
        private const int EarliestYear = 1900;

        public AsKnown(TimeProvider time)
        {
            RuleFor(f => f.Relation).Must(r => r is null or Kinship.Mother or Kinship.Father).WithMessage("rule.choose-one");
            RuleFor(f => f.Year).Must((f, _) => IsPossible(f.Parts)).WithMessage("rule.no-such-date");
            RuleFor(f => f.Year).Must((f, _) => HasCome(f.Parts)).WithMessage("rule.date-in-future");
            RuleFor(f => f.Month).Must((f, _) => !f.Parts.LacksMonth).WithMessage("rule.month-missing");
            RuleFor(f => f.OtherYear).Must((f, _) => IsPossible(f.OtherParts)).WithMessage("rule.no-such-date");
            RuleFor(f => f.OtherYear).Must((f, _) => HasCome(f.OtherParts)).WithMessage("rule.date-in-future");
            RuleFor(f => f.OtherMonth).Must((f, _) => !f.OtherParts.LacksMonth).WithMessage("rule.month-missing");
            RuleFor(f => f.Name).MaximumLength(PersonName.MaxLength).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.LatinName).MaximumLength(PersonName.MaxLength).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.OtherName).MaximumLength(PersonName.MaxLength).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.OtherLatinName).MaximumLength(PersonName.MaxLength).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.Nationality).MaximumLength(ParentIdentity.NationalityMaxLength).WithMessage("rule.too-long").WithState(_ => ParentIdentity.NationalityMaxLength);
            RuleFor(f => f.OtherNationality).MaximumLength(ParentIdentity.NationalityMaxLength).WithMessage("rule.too-long").WithState(_ => ParentIdentity.NationalityMaxLength);

            bool HasCome(DateParts parts) => parts.Date() is not { } date || date <= Seoul.DateOf(time.GetUtcNow());
        }

        private static bool IsPossible(DateParts parts) => parts.IsBlank || parts.Date() is { Year: >= EarliestYear };
    }
}
