using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Filing;

/// <summary>First page of the form: where the child lives, and whether it is in danger. Nothing that tells who anybody is.</summary>
public sealed record TellCity
{
    public string? City { get; set; }

    /// <summary>The child is in danger now: then it waits for no city. Null when they did not say.</summary>
    public bool? DangerNow { get; set; }

    /// <summary>Asked only where the city does not take part yet; null until then.</summary>
    public bool? Waits { get; set; }

    public sealed class Rules : AbstractValidator<TellCity>
    {
        public Rules(ReferenceBook book, ChildDoor door, TimeProvider time)
        {
            RuleFor(f => f.City).Must(c => book.Has(Lists.Municipalities, c, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-city");
            RuleFor(f => f.Waits).Equal(true).When(f => !string.IsNullOrEmpty(f.City) && f.DangerNow != true && !door.TakesPart(f.City)).WithMessage("rule.wait-for-city");
        }
    }
}
