using FluentValidation;

namespace MigrantServices.Core.RefugeeSupport.Money;

/// <summary>How many people a provider can serve at a time in a programme.</summary>
public sealed record SetPlaces
{
    /// <summary>The programme and the provider, with a line between.</summary>
    public string? Room { get; set; }

    public int? Places { get; set; }

    /// <summary>Null for something that was not offered.</summary>
    public (string Programme, string Provider)? Of => Room?.Split('|') is [var programme, var provider] ? (programme, provider) : null;

    public sealed class Rules : AbstractValidator<SetPlaces>
    {
        public Rules()
        {
            RuleFor(f => f.Room).Must((f, _) => f.Of is not null).WithMessage("rule.choose-one");
            RuleFor(f => f.Places).Must(places => places is >= 0 and <= 10_000).WithMessage("budget.rule.places");
        }
    }
}

/// <summary>Who is given a place, where and for which days.</summary>
public sealed record GivePlace
{
    public Guid? RoomId { get; set; }

    public Guid? Member { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public sealed class Rules : AbstractValidator<GivePlace>
    {
        public Rules()
        {
            RuleFor(f => f.RoomId).NotNull().WithMessage("rule.choose-one");
            RuleFor(f => f.Member).NotNull().WithMessage("rule.choose-one");
            RuleFor(f => f.From).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.To).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.To).Must((f, to) => to is null || f.From is null || to >= f.From).WithMessage("rule.days-in-order");
        }
    }
}
