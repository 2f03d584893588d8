using FluentValidation;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances.Filing;

/// <summary>The whole form, page by page; a draft holds it however incomplete it is.</summary>
public sealed record FileGrievance
{
    public TellStory Story { get; set; } = new();

    public TellWhenWhere WhenWhere { get; set; } = new();

    public TellGrounds Grounds { get; set; } = new();

    public TellRespondent Respondent { get; set; } = new();

    public TellHope Hope { get; set; } = new();

    public TellContact Contact { get; set; } = new();

    public sealed class Rules : AbstractValidator<FileGrievance>
    {
        public Rules(ReferenceBook book, NotificationGround ground, TimeProvider time)
        {
            RuleFor(f => f.Story).SetValidator(new TellStory.Rules());
            RuleFor(f => f.Story.Language).Must(l => l is null || book.Has(Lists.Languages, l, Calendar.Seoul.DateOf(time.GetUtcNow()))).WithMessage("rule.choose-one");
            RuleFor(f => f.WhenWhere).SetValidator(new TellWhenWhere.Rules(book, time));
            RuleFor(f => f.Grounds).SetValidator(new TellGrounds.Rules(book, time));
            RuleFor(f => f.Respondent).SetValidator(new TellRespondent.Rules(book, time));
            RuleFor(f => f.Hope).SetValidator(new TellHope.Rules());
            RuleFor(f => f.Contact).SetValidator(new TellContact.Rules(book, ground, time));
        }
    }
}
