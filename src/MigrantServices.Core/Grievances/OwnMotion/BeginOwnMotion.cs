using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Filing;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.OwnMotion;

/// <summary>What the office takes up without a report: from where it knows it, what happened, when and where, why, and who did it.</summary>
public sealed record BeginOwnMotion
{
    /// <summary>A code of the list of sources.</summary>
    public string? Source { get; set; }

    [FreeText]
    public string? Account { get; set; }

    public TellWhenWhere WhenWhere { get; set; } = new();

    public TellGrounds Grounds { get; set; } = new();

    public TellRespondent Respondent { get; set; } = new();

    /// <summary>Whoever begins it says that they have no interest in it.</summary>
    public bool Affirms { get; set; }

    /// <summary>Made when the page was opened, so that sending twice begins once.</summary>
    public Guid Token { get; set; }

    /// <summary>The same as the form of a grievance, told by nobody.</summary>
    public FileGrievance AsGrievance() => new()
    {
        Story = new() { Teller = Teller.Office, Account = Account, Language = "ko" },
        WhenWhere = WhenWhere,
        Grounds = Grounds,
        Respondent = Respondent,
        Contact = new() { WithName = false, Way = ContactWay.PortalOnly, Language = "ko" },
    };

    public sealed class Rules : AbstractValidator<BeginOwnMotion>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Source).Must(source => book.Has(Lists.OwnMotionSources, source, Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
            RuleFor(f => f.Account).NotEmpty().WithMessage("rule.tell-what-happened");
            RuleFor(f => f.Account).MaximumLength(Grievance.AccountMaxLength).WithMessage("rule.too-long").WithState(_ => Grievance.AccountMaxLength);
            RuleFor(f => f.WhenWhere).SetValidator(new TellWhenWhere.Rules(book, time));
            RuleFor(f => f.Grounds).SetValidator(new TellGrounds.Rules(book, time));
            RuleFor(f => f.Respondent).SetValidator(new TellRespondent.Rules(book, time));
            RuleFor(f => f.Token).NotEqual(Guid.Empty).WithMessage("rule.form-expired");
        }
    }
}
