using System.Text.Json.Serialization;
using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Notices;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Filing;

/// <summary>Sixth page of the form: with a name or without, and how it is safe to reach the person.</summary>
public sealed record TellContact : IReachable
{
    /// <summary>True with a name, false without; null until the person has chosen.</summary>
    public bool? WithName { get; set; }

    [FreeText]
    public string? Name { get; set; }

    [FreeText]
    public string? SecondName { get; set; }

    [FreeText]
    public string? ThirdName { get; set; }

    public ContactWay? Way { get; set; }

    [FreeText]
    public string? Contact { get; set; }

    [FreeText]
    public string? ContactNote { get; set; }

    /// <summary>When a mail may tell them that the office wrote; null means no mail, as never does.</summary>
    public NoticeHours? Notices { get; set; }

    /// <summary>Where that mail goes; empty for the address at which they can be reached.</summary>
    [FreeText]
    public string? NoticeAddress { get; set; }

    /// <summary>Null when they want no mail.</summary>
    [JsonIgnore]
    public string? NoticesTo => Reach.NoticesTo(this);

    public string? Language { get; set; }

    /// <summary>Null when the person did not say.</summary>
    public bool? WantsInterpreter { get; set; }

    [FreeText]
    public string? InterpreterNote { get; set; }

    public sealed class Rules : AbstractValidator<TellContact>
    {
        public Rules(ReferenceBook book, NotificationGround ground, TimeProvider time)
        {
            RuleFor(f => f.WithName).NotNull().WithMessage("rule.choose-one");
            RuleFor(f => f.WithName).NotEqual(true).When(_ => ground.For(Grievance.Prefix) is null).WithMessage("rule.no-ground");
            RuleFor(f => f.Name).NotEmpty().When(f => f.WithName == true).WithMessage("rule.name-missing");
            foreach (var name in new[] { nameof(Name), nameof(SecondName), nameof(ThirdName) })
            {
                RuleFor(f => Named(f, name)).MaximumLength(CasePerson.NameMaxLength).OverridePropertyName(name)
                    .WithMessage("rule.too-long").WithState(_ => CasePerson.NameMaxLength);
            }

            this.AddReachRules(book, time);
        }

        private static string? Named(TellContact form, string name) => name switch
        {
            nameof(Name) => form.Name,
            nameof(SecondName) => form.SecondName,
            _ => form.ThirdName,
        };
    }
}
