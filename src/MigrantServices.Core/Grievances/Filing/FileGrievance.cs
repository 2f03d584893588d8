using FluentValidation;

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
        public Rules(
            IValidator<TellStory> story,
            IValidator<TellWhenWhere> whenWhere,
            IValidator<TellGrounds> grounds,
            IValidator<TellRespondent> respondent,
            TellRules rest)
        {
            RuleFor(f => f.Story).SetValidator(story);
            RuleFor(f => f.WhenWhere).SetValidator(whenWhere);
            RuleFor(f => f.Grounds).SetValidator(grounds);
            RuleFor(f => f.Respondent).SetValidator(respondent);
            RuleFor(f => f.Hope).SetValidator(rest.Hope);
            RuleFor(f => f.Contact).SetValidator(rest.Contact);
        }
    }

    /// <summary>The rules of the form's last pages.</summary>
    public sealed record TellRules(IValidator<TellHope> Hope, IValidator<TellContact> Contact);
}
