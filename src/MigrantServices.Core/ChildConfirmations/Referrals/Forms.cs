using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.People;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>That the family agreed to one receiver being told, with what shows it.</summary>
public sealed record RecordServiceConsent
{
    public string? Receiver { get; set; }

    public string? Way { get; set; }

    public DateOnly? On { get; set; }

    [FreeText]
    public string? Evidence { get; set; }

    public sealed class Rules : AbstractValidator<RecordServiceConsent>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Receiver).Must(code => book.Has(Lists.ServiceReceivers, code, Today())).WithMessage("rule.choose-one");
            RuleFor(f => f.Way).Must(code => book.Has(Lists.ConsentWays, code, Today())).WithMessage("rule.choose-one");
            RuleFor(f => f.On).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.On).Must(day => day is null || day <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.Evidence).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Evidence).MaximumLength(ServiceConsent.EvidenceMaxLength).WithMessage("rule.too-long").WithState(_ => ServiceConsent.EvidenceMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}

/// <summary>A referral as a colleague prepares it: each item is ticked, none by itself.</summary>
public sealed record MakeReferral
{
    public string? Service { get; set; }

    public string? Receiver { get; set; }

    public List<string> Items { get; set; } = [];

    /// <summary>What the receiver is asked for, in Korean.</summary>
    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<MakeReferral>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Service).Must(code => book.Has(Lists.ChildServices, code, Today())).WithMessage("rule.choose-one");
            RuleFor(f => f.Receiver).Must((form, code) => book.Serves(code, form.Service, Today())).WithMessage("rule.choose-one");
            RuleFor(f => f.Items).Must((form, items) => items.Count > 0 && items.TrueForAll(item => book.ItemsOf(form.Service, Today()).Contains(item))).WithMessage("rule.choose-some");
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(ServiceReferral.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => ServiceReferral.WordsMaxLength);

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}

/// <summary>Sends the words that were read, to an address where there is one.</summary>
public sealed record SendReferralOn
{
    public string? Fingerprint { get; set; }

    public string? Email { get; set; }

    public sealed class Rules : AbstractValidator<SendReferralOn>
    {
        public Rules() => RuleFor(f => f.Email).Must(address => string.IsNullOrWhiteSpace(address) || EmailAddress.LooksRight(address)).WithMessage("rule.no-email");
    }
}

/// <summary>What a receiver answers by the link.</summary>
public sealed record AnswerAsReceiver
{
    public ReceiverAnswer? Answer { get; set; }

    public DateOnly? From { get; set; }

    [FreeText]
    public string? Words { get; set; }

    public sealed class Rules : AbstractValidator<AnswerAsReceiver>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.Answer).Must(answer => answer is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");
            RuleFor(f => f.From).NotNull().When(f => f.Answer == ReceiverAnswer.PlaceOffered).WithMessage("rule.day-missing");
            RuleFor(f => f.From).Must(day => day >= Seoul.DateOf(time.GetUtcNow())).When(f => f is { Answer: ReceiverAnswer.PlaceOffered, From: not null }).WithMessage("rule.day-to-come");
            RuleFor(f => f.Words).NotEmpty().When(f => f.Answer == ReceiverAnswer.MoreNeeded).WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(ServiceReferral.AnswerMaxLength).WithMessage("rule.too-long").WithState(_ => ServiceReferral.AnswerMaxLength);
        }
    }
}
