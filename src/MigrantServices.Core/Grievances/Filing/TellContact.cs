using System.Text.Json.Serialization;
using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Notices;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Filing;

/// <summary>Sixth page of the form: with a name or without, and how it is safe to reach the person.</summary>
public sealed record TellContact
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
    public string? NoticesTo => Notices is null or NoticeHours.Never ? null
        : !string.IsNullOrWhiteSpace(NoticeAddress) ? NoticeAddress
        : Way == ContactWay.Email ? Contact
        : null;

    public string? Language { get; set; }

    /// <summary>Null when the person did not say.</summary>
    public bool? WantsInterpreter { get; set; }

    [FreeText]
    public string? InterpreterNote { get; set; }

    public sealed class Rules : AbstractValidator<TellContact>
    {
        public Rules(ReferenceBook book, NotificationGround ground, TimeProvider time)
        {
            var today = Seoul.DateOf(time.GetUtcNow());
            RuleFor(f => f.WithName).NotNull().WithMessage("rule.choose-one");
            RuleFor(f => f.WithName).NotEqual(true).When(_ => ground.For(Grievance.Prefix) is null).WithMessage("rule.no-ground");
            RuleFor(f => f.Name).NotEmpty().When(f => f.WithName == true).WithMessage("rule.name-missing");
            RuleFor(f => f.Way).Must(w => w is not null && Enum.IsDefined(w.Value)).WithMessage("rule.choose-one");
            RuleFor(f => f.Contact).NotEmpty().When(f => f.Way is not (null or ContactWay.PortalOnly)).WithMessage("rule.contact-missing");
            RuleFor(f => f.Contact).Must(LooksLikeEmail).When(f => f.Way == ContactWay.Email && !string.IsNullOrWhiteSpace(f.Contact)).WithMessage("rule.no-email");
            RuleFor(f => f.Contact).Must(LooksLikeTelephone)
                .When(f => f.Way is ContactWay.Phone or ContactWay.TextMessage && !string.IsNullOrWhiteSpace(f.Contact)).WithMessage("rule.no-telephone");
            RuleFor(f => f.Notices).Must(h => h is null || Enum.IsDefined(h.Value)).WithMessage("rule.choose-one");
            RuleFor(f => f.NoticesTo).Must(ChooseNotices.LooksRight).When(f => f.Notices is not (null or NoticeHours.Never))
                .OverridePropertyName(nameof(NoticeAddress)).WithMessage("rule.no-email");
            RuleFor(f => f.Language).Must(l => book.Has(Lists.Languages, l, today)).WithMessage("rule.choose-one");
            foreach (var name in new[] { nameof(Name), nameof(SecondName), nameof(ThirdName) })
            {
                RuleFor(f => Named(f, name)).MaximumLength(CasePerson.NameMaxLength).OverridePropertyName(name)
                    .WithMessage("rule.too-long").WithState(_ => CasePerson.NameMaxLength);
            }

            RuleFor(f => f.Contact).MaximumLength(CasePerson.ContactMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.ContactMaxLength);
            RuleFor(f => f.ContactNote).MaximumLength(CasePerson.NoteMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.NoteMaxLength);
            RuleFor(f => f.InterpreterNote).MaximumLength(CasePerson.NoteMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.NoteMaxLength);
        }

        private static string? Named(TellContact form, string name) => name switch
        {
            nameof(Name) => form.Name,
            nameof(SecondName) => form.SecondName,
            _ => form.ThirdName,
        };

        private static bool LooksLikeEmail(string? text) => text!.Trim() is var t && t.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < t.Length - 1 && !t.Contains(' ', StringComparison.Ordinal);

        private static bool LooksLikeTelephone(string? text) => text!.Count(char.IsDigit) is >= 7 and <= 20;
    }
}
