using FluentValidation;

namespace MigrantServices.Core.People;

/// <summary>A new password, typed twice.</summary>
public sealed record ChoosePassword
{
    public string? Password { get; set; }

    public string? Again { get; set; }

    /// <summary>The colleague's address, which the password must not contain. The page sets it; what a form says here is thrown away.</summary>
    public string Email { get; set; } = "";

    public sealed class Rules : AbstractValidator<ChoosePassword>
    {
        public Rules()
        {
            RuleFor(f => f.Password).Custom((password, check) =>
            {
                if (PasswordRule.WhyNot(password, check.InstanceToValidate.Email) is { } why)
                {
                    check.AddFailure(why);
                }
            });
            RuleFor(f => f.Again).Equal(f => f.Password).WithMessage("account.rule.password-differs");
        }
    }
}
