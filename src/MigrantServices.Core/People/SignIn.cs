using FluentValidation;

namespace MigrantServices.Core.People;

/// <summary>What a colleague types to sign in.</summary>
public sealed record SignIn
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    public sealed class Rules : AbstractValidator<SignIn>
    {
        public Rules()
        {
            RuleFor(f => f.Email).NotEmpty().WithMessage("account.rule.email")
                .MaximumLength(EmailAddress.MaxLength).WithMessage("rule.too-long").WithState(_ => EmailAddress.MaxLength);
            RuleFor(f => f.Password).NotEmpty().WithMessage("account.rule.password")
                .MaximumLength(PasswordRule.MaxLength).WithMessage("account.rule.password-long");
        }
    }
}
