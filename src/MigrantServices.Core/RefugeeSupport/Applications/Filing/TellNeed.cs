using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.RefugeeSupport.Applications.Filing;

/// <summary>From when each help is needed, and what the person wants to say of their situation.</summary>
public sealed record TellNeed
{
    /// <summary>How far ahead help can be asked for, in days.</summary>
    public const int LatestStart = 366;

    public List<TellStart> Starts { get; set; } = [];

    [FreeText]
    public string? Account { get; set; }

    /// <summary>Null for at once.</summary>
    public DateOnly? StartOf(string programme) => Starts.Find(start => start.Programme == programme)?.On;

    public sealed class Rules : AbstractValidator<TellNeed>
    {
        public Rules(TimeProvider time)
        {
            RuleForEach(f => f.Starts).ChildRules(start =>
            {
                start.RuleFor(s => s.On).Must(on => on is null || on >= Today()).WithMessage("rule.start-in-the-past");
                start.RuleFor(s => s.On).Must(on => on is null || on <= Today().AddDays(LatestStart)).WithMessage("rule.start-too-late");
            });
            RuleFor(f => f.Account).MaximumLength(SupportApplication.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => SupportApplication.WordsMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}

/// <summary>From when one programme is needed.</summary>
public sealed record TellStart
{
    public string? Programme { get; set; }

    /// <summary>Null for at once.</summary>
    public DateOnly? On { get; set; }
}
