using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Inquiry;

/// <summary>What a body answered to a case that was sent on to it.</summary>
public sealed record RecordReferralReply
{
    public ReferralReply? Reply { get; set; }

    public DateOnly? RepliedOn { get; set; }

    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<RecordReferralReply>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.Reply).Must(reply => reply is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");
            RuleFor(f => f.RepliedOn).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.RepliedOn).Must(day => day is null || day <= Seoul.DateOf(time.GetUtcNow())).WithMessage("rule.date-in-future");
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(Referral.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => Referral.WordsMaxLength);
        }
    }
}
