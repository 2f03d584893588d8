using FluentValidation;

namespace MigrantServices.Core.People;

/// <summary>A new password, typed twice.</summary>
public sealed record ChoosePassword
{
    public string? Password { get; set; }

    public string? Again { get; set; }

    /// <param name="email">The colleague's address, which the password must not contain.</param>
    public sealed class Rules : AbstractValidator<ChoosePassword>
    {
        public Rules(string email)
        {
            RuleFor(f => f.Password).Custom((password, check) =>
            {
                if (PasswordRule.WhyNot(password, email) is { } why)
                {
                    check.AddFailure(why);
                }
            });
            RuleFor(f => f.Again).Equal(f => f.Password).WithMessage("account.rule.password-differs");
        }
    }
}
