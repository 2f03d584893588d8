using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.Privacy;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Grievances;

/// <summary>A recommendation as it was sent: to whom, what, under which article, when, and how long they have.</summary>
public sealed record MakeRecommendation
{
    [FreeText]
    public string? Addressee { get; set; }

    public string? AddresseeKind { get; set; }

    public RespondentSector? AddresseeSector { get; set; }

    [FreeText]
    public string? Text { get; set; }

    public string? Article { get; set; } = Recommendation.UsualArticle;

    public DateOnly? SentOn { get; set; }

    public MeasuresPeriod? Period { get; set; } = MeasuresPeriod.Centre;

    public sealed class Rules : AbstractValidator<MakeRecommendation>
    {
        public Rules(ReferenceBook book, TimeProvider time)
        {
            RuleFor(f => f.Addressee).NotEmpty().WithMessage("deed.recommend.rule.addressee");
            RuleFor(f => f.Addressee).MaximumLength(Recommendation.AddresseeMaxLength).WithMessage("rule.too-long").WithState(_ => Recommendation.AddresseeMaxLength);
            RuleFor(f => f.AddresseeKind).Must(kind => book.Has(Lists.RespondentKinds, kind, Today())).WithMessage("rule.choose-one");
            RuleFor(f => f.AddresseeSector).Must(sector => sector is RespondentSector.Public or RespondentSector.Private).WithMessage("rule.choose-one");
            RuleFor(f => f.Text).NotEmpty().WithMessage("rule.write-something");
            RuleFor(f => f.Text).MaximumLength(Recommendation.TextMaxLength).WithMessage("rule.too-long").WithState(_ => Recommendation.TextMaxLength);
            RuleFor(f => f.Article).Must(article => book.Has(Lists.Articles, article, Today())).WithMessage("rule.choose-one");
            RuleFor(f => f.SentOn).NotNull().WithMessage("rule.day-missing");
            RuleFor(f => f.SentOn).Must(day => day is null || day <= Today()).WithMessage("rule.date-in-future");
            RuleFor(f => f.Period).Must(period => period is { } one && Enum.IsDefined(one)).WithMessage("rule.choose-one");

            DateOnly Today() => Seoul.DateOf(time.GetUtcNow());
        }
    }
}
