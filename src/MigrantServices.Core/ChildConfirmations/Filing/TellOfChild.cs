using System.Text.Json.Serialization;
using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Filing;

/// <summary>A request by anybody who knows of a child (child ordinance, art. 5(3)). Of the child nothing needs to be known but the city.</summary>
public sealed record TellOfChild : IChildForm
{
    /// <summary>What they are to the child, as a code.</summary>
    public string? Relation { get; set; }

    public string? City { get; set; }

    public bool? Waits { get; set; }

    [FreeText]
    public string? Known { get; set; }

    [FreeText]
    public string? ChildName { get; set; }

    /// <summary>The year of birth, as far as they know it.</summary>
    public string? Year { get; set; }

    [FreeText]
    public string? Place { get; set; }

    /// <summary>Null when they did not say.</summary>
    public bool? DangerNow { get; set; }

    [FreeText]
    public string? Name { get; set; }

    [FreeText]
    public string? Contact { get; set; }

    [JsonIgnore]
    public bool InDanger => DangerNow == true;

    public ChildIdentity Child() => new(
        new(ChildName, null, null),
        new DateParts(Year, null, null).Date() is { } first ? new(first, DatePrecision.Year) : null,
        "unknown",
        string.IsNullOrWhiteSpace(Place) ? null : Place.Trim());

    public IReadOnlyList<(Kinship Relation, ParentIdentity Identity)> KnownParents() => [];

    public sealed class Rules : AbstractValidator<TellOfChild>
    {
        public Rules(ReferenceBook book, ChildDoor door, TimeProvider time)
        {
            RuleFor(f => f.Relation).Must(r => book.Has(Lists.RequesterRelations, r, Today())).WithMessage("rule.choose-one");
            RuleFor(f => f.City).Must(c => book.Has(Lists.Municipalities, c, Today())).WithMessage("rule.choose-city");
            RuleFor(f => f.Waits).Equal(true).When(f => !f.InDanger && !string.IsNullOrEmpty(f.City) && !door.TakesPart(f.City)).WithMessage("rule.wait-for-city");
            RuleFor(f => f.Known).NotEmpty().WithMessage("rule.tell-what-you-know");
            RuleFor(f => f.Known).MaximumLength(ChildConfirmation.AccountMaxLength).WithMessage("rule.too-long").WithState(_ => ChildConfirmation.AccountMaxLength);
            RuleFor(f => f.ChildName).MaximumLength(PersonName.MaxLength).WithMessage("rule.too-long").WithState(_ => PersonName.MaxLength);
            RuleFor(f => f.Year).Must((f, y) => string.IsNullOrWhiteSpace(y) || f.Child().Born is not null).WithMessage("rule.no-such-date");
            RuleFor(f => f.Year).Must((f, _) => f.Child().Born is not { } born || born.Date <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.Year).Must((f, _) => f.Child().Born is not { } born || born.IsUnderAgeOn(Today())).WithMessage("rule.child-of-age");
            RuleFor(f => f.Place).MaximumLength(ChildIdentity.AddressMaxLength).WithMessage("rule.too-long").WithState(_ => ChildIdentity.AddressMaxLength);
            RuleFor(f => f.Name).MaximumLength(CasePerson.NameMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.NameMaxLength);
            RuleFor(f => f.Contact).MaximumLength(CasePerson.ContactMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.ContactMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
