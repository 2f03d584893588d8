using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Grievances;
using MigrantServices.Core.Notices;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Cases;

/// <summary>How somebody can be reached safely, and in which language: what every form asks alike.</summary>
public interface IReachable
{
    ContactWay? Way { get; }

    string? Contact { get; }

    string? ContactNote { get; }

    /// <summary>When a mail may tell them that the office wrote; null means no mail, as never does.</summary>
    NoticeHours? Notices { get; }

    /// <summary>Where that mail goes; empty for the address at which they can be reached.</summary>
    string? NoticeAddress { get; }

    string? Language { get; }

    string? InterpreterNote { get; }
}

/// <summary>The rules of how somebody can be reached.</summary>
internal static class Reach
{
    /// <summary>Null when they want no mail.</summary>
    public static string? NoticesTo(IReachable form) => form.Notices is null or NoticeHours.Never ? null
        : !string.IsNullOrWhiteSpace(form.NoticeAddress) ? form.NoticeAddress
        : form.Way == ContactWay.Email ? form.Contact
        : null;

    public static void AddReachRules<T>(this AbstractValidator<T> rules, ReferenceBook book, TimeProvider time)
        where T : IReachable
    {
        rules.RuleFor(f => f.Way).Must(w => w is not null && Enum.IsDefined(w.Value)).WithMessage("rule.choose-one");
        rules.RuleFor(f => f.Contact).NotEmpty().When(f => f.Way is not (null or ContactWay.PortalOnly)).WithMessage("rule.contact-missing");
        rules.RuleFor(f => f.Contact).Must(LooksLikeEmail).When(f => f.Way == ContactWay.Email && !string.IsNullOrWhiteSpace(f.Contact)).WithMessage("rule.no-email");
        rules.RuleFor(f => f.Contact).Must(LooksLikeTelephone)
            .When(f => f.Way is ContactWay.Phone or ContactWay.TextMessage && !string.IsNullOrWhiteSpace(f.Contact)).WithMessage("rule.no-telephone");
        rules.RuleFor(f => f.Notices).Must(h => h is null || Enum.IsDefined(h.Value)).WithMessage("rule.choose-one");
        rules.RuleFor(f => f.NoticeAddress).Must((f, _) => ChooseNotices.LooksRight(NoticesTo(f))).When(f => f.Notices is not (null or NoticeHours.Never))
            .WithMessage("rule.no-email");
        rules.RuleFor(f => f.Language).Must(l => book.Has(Lists.Languages, l, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
        rules.RuleFor(f => f.Contact).MaximumLength(CasePerson.ContactMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.ContactMaxLength);
        rules.RuleFor(f => f.ContactNote).MaximumLength(CasePerson.NoteMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.NoteMaxLength);
        rules.RuleFor(f => f.InterpreterNote).MaximumLength(CasePerson.NoteMaxLength).WithMessage("rule.too-long").WithState(_ => CasePerson.NoteMaxLength);
    }

    private static bool LooksLikeEmail(string? text) => text!.Trim() is var t && t.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < t.Length - 1 && !t.Contains(' ', StringComparison.Ordinal);

    private static bool LooksLikeTelephone(string? text) => text!.Count(char.IsDigit) is >= 7 and <= 20;
}
