using FluentValidation;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.People;

/// <summary>A colleague to be invited, with the first right they get.</summary>
public sealed record InviteColleague
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>The language of their screens: ko or en.</summary>
    public string Language { get; set; } = "ko";

    public GiveRight Right { get; set; } = new();

    public sealed class Rules : AbstractValidator<InviteColleague>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Name).NotEmpty().WithMessage("people.rule.name")
                .MaximumLength(PortalUser.NameMaxLength).WithMessage("rule.too-long").WithState(_ => PortalUser.NameMaxLength);
            RuleFor(f => f.Email).Must(EmailAddress.LooksRight).WithMessage("people.rule.email")
                .MaximumLength(EmailAddress.MaxLength).WithMessage("rule.too-long").WithState(_ => EmailAddress.MaxLength);
            RuleFor(f => f.Language).Must(PortalUser.Languages.Contains).WithMessage("people.rule.language");
            RuleFor(f => f.Right).SetValidator(new GiveRight.Rules(book, time));
        }
    }
}
