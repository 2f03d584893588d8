using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Inquiry;

/// <summary>Sending a case on: to whom, what of it, why, and the person's consent.</summary>
public sealed record ReferOn
{
    public string? Body { get; set; }

    /// <summary>The least is the facts without a name.</summary>
    public List<string> Sent { get; set; } = ["facts"];

    [FreeText]
    public string? Words { get; set; }

    public DateOnly? ConsentOn { get; set; }

    public ConsentWay? ConsentWay { get; set; }

    /// <summary>The person agreed that their name or contact goes along; asked only where one does.</summary>
    public bool ConsentNames { get; set; }

    /// <summary>Something goes along that says who it is.</summary>
    public bool SaysWho => Sent.Exists(Referral.Identifying.Contains);

    public sealed class Rules : AbstractValidator<ReferOn>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Body).Must(body => book.Has(Lists.ReferralBodies, body, Today())).WithMessage("rule.choose-one");
            RuleFor(f => f.Sent).NotEmpty().WithMessage("rule.choose-some");
            RuleFor(f => f.Sent).Must(sent => sent.TrueForAll(Referral.Items.Contains)).WithMessage("rule.choose-some");
            RuleFor(f => f.Words).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Words).MaximumLength(Referral.WordsMaxLength).WithMessage("rule.too-long").WithState(_ => Referral.WordsMaxLength);
            RuleFor(f => f.ConsentOn).NotNull().WithMessage("deed.refer.rule.consent");
            RuleFor(f => f.ConsentOn).Must(day => day is null || day <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.ConsentNames).Equal(true).When(f => f.SaysWho).WithMessage("deed.refer.rule.names");
            RuleFor(f => f.ConsentWay).Must(way => way is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
