using FluentValidation;

namespace MigrantServices.Core.RefugeeSupport.Applications.Filing;

/// <summary>First page of the form: which help is asked for. Nothing that tells who anybody is.</summary>
public sealed record TellProgrammes
{
    /// <summary>Codes of programmes.</summary>
    public List<string> Chosen { get; set; } = [];

    public sealed class Rules : AbstractValidator<TellProgrammes>
    {
        public Rules(SupportDoor door)
        {
            RuleFor(f => f.Chosen).NotEmpty().WithMessage("rule.choose-some");
            RuleFor(f => f.Chosen).Must(chosen => chosen.TrueForAll(code => door.Terms(code) is not null)).When(f => f.Chosen.Count > 0).WithMessage("rule.programme-closed");
        }
    }
}
