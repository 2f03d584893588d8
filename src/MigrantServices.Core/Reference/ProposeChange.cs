using FluentValidation;
using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations.Referrals;

namespace MigrantServices.Core.Reference;

/// <summary>What an administrator wants to be different in a code list, and from which day on.</summary>
public sealed partial record ProposeChange
{
    public const int HeadingMaxLength = 200;

    /// <summary>More than any month of daycare costs.</summary>
    public const int MostWon = 10_000_000;

    public string? List { get; set; }

    public ChangeKind Kind { get; set; }

    /// <summary>The entry; of a new reason only what follows its outcome, of a new article only its number.</summary>
    public string? Code { get; set; }

    public DateOnly? EffectiveOn { get; set; }

    public DateOnly? Until { get; set; }

    public int? Length { get; set; }

    public string? Unit { get; set; }

    public string? Outcome { get; set; }

    public string? Law { get; set; }

    /// <summary>Of an article that stands there, as it is from then on.</summary>
    public string? Number { get; set; }

    public string? Heading { get; set; }

    public string? Phone { get; set; }

    /// <summary>Won for a month.</summary>
    public int? Amount { get; set; }

    public List<string> Items { get; set; } = [];

    public bool BeforeDecision { get; set; }

    public List<string> Services { get; set; } = [];

    public string? Municipality { get; set; }

    public string? Use { get; set; }

    public string? Source { get; set; }

    public string? Article { get; set; }

    /// <summary>The sentence of a new entry by language.</summary>
    public Dictionary<string, string?> Texts { get; set; } = [];

    private EntryShape? Shape => ChangeableList.Find(List)?.Shape;

    private bool IsNew => Kind == ChangeKind.Add;

    public string FullCode => (IsNew, Shape) switch
    {
        (true, EntryShape.Reason) => $"{Outcome}.{Code?.Trim()}",
        (true, EntryShape.Article) => $"{Law}:{Code?.Trim()}",
        (true, EntryShape.Opening) => $"{Municipality}.{Use}",
        (true, EntryShape.City or EntryShape.CityLine) => Municipality ?? "",
        (true, EntryShape.DayOff) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Municipality}.{EffectiveOn:yyyyMMdd}"),
        _ => Code?.Trim() ?? "",
    };

    /// <summary>The last day of a new entry; null until further notice. A day off is over with its day.</summary>
    public DateOnly? LastDay => Shape == EntryShape.DayOff ? Until ?? EffectiveOn : Until;

    /// <param name="now">What the entry holds before; null for a new one.</param>
    public string? DetailsAfter(string? now) => (Kind, Shape) switch
    {
        (ChangeKind.End, _) => null,
        (_, EntryShape.Period) => new EntryDetails { Length = Length, Unit = Unit }.ToJson(),
        (_, EntryShape.Phone) => new EntryDetails { Phone = string.IsNullOrWhiteSpace(Phone) ? null : Phone.Trim() }.ToJson(),
        (_, EntryShape.Amount) => new EntryDetails { Amount = Amount }.ToJson(),
        (_, EntryShape.Service) => new EntryDetails { Items = [.. ChildItems.All.Where(Items.Contains)], BeforeDecision = BeforeDecision }.ToJson(),
        (_, EntryShape.Receiver) => new EntryDetails { Services = [.. Services.Distinct()], Municipality = string.IsNullOrEmpty(Municipality) ? null : Municipality }.ToJson(),
        (ChangeKind.Add, EntryShape.Opening) => new EntryDetails { Municipality = Municipality, Use = Use }.ToJson(),
        (ChangeKind.Add, EntryShape.Reason) => new EntryDetails { Outcome = Outcome }.ToJson(),
        (ChangeKind.Add, EntryShape.Article) => new EntryDetails { Law = Law, Article = Code?.Trim(), Heading = Heading?.Trim() }.ToJson(),
        (ChangeKind.Replace, EntryShape.Article) => (EntryDetails.Of(now) with { Article = Number?.Trim(), Heading = Heading?.Trim() }).ToJson(),
        _ => ChildDetailsAfter(now) ?? now ?? "{}",
    };

    /// <summary>A place is chosen and not typed.</summary>
    private bool IsChosen => IsNew && ChangeableList.Find(List)?.IsChosen == true;

    public sealed partial class Rules : AbstractValidator<ProposeChange>
    {
        public Rules(TimeProvider time)
        {
            RuleFor(f => f.EffectiveOn).NotNull().WithMessage("reference.rule.day");
            RuleFor(f => f.EffectiveOn).Must(day => day > Seoul.DateOf(time.GetUtcNow())).When(f => f.EffectiveOn is not null).WithMessage("reference.rule.day-future");
            RuleFor(f => f.EffectiveOn).Must(day => day!.Value.Year <= HolidayCalendar.LastYear).When(f => f.EffectiveOn is not null).WithMessage("reference.rule.day");
            RuleFor(f => f.Until).Must((form, until) => until >= form.EffectiveOn).When(f => f is { Until: not null, EffectiveOn: not null }).WithMessage("reference.rule.end-before-start");
            RuleFor(f => f.Source).NotEmpty().WithMessage("reference.rule.source")
                .MaximumLength(ReferenceItem.SourceMaxLength).WithMessage("rule.too-long").WithState(_ => ReferenceItem.SourceMaxLength);
            RuleFor(f => f.Code).Matches("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$").When(f => f.IsNew && !f.IsChosen).WithMessage("reference.rule.code");
            RuleFor(f => f.Code).NotEmpty().When(f => !f.IsChosen).WithMessage("reference.rule.code");
            RuleFor(f => f.Code).Must((form, _) => form.FullCode.Length <= (ChangeableList.Find(form.List)?.LongestCode ?? ReferenceItem.CodeMaxLength)).WithMessage("reference.rule.code");
            When(f => f is { Kind: ChangeKind.Replace, Shape: EntryShape.Period }, () =>
            {
                RuleFor(f => f.Length).NotNull().WithMessage("reference.rule.length");
                RuleFor(f => f.Length).InclusiveBetween(1, PeriodUnits.LongestLength).WithMessage("reference.rule.length");
                RuleFor(f => f.Unit).Must(PeriodUnits.All.Contains!).WithMessage("reference.rule.unit");
            });
            RuleFor(f => f.Phone).Matches("^[0-9][0-9-]{1,19}$").When(f => f.Shape is EntryShape.Phone or EntryShape.CityLine && !string.IsNullOrEmpty(f.Phone)).WithMessage("reference.rule.phone");
            RuleFor(f => f.Phone).NotEmpty().When(f => f.List == Lists.OfficeContacts || (f.Shape == EntryShape.CityLine && f.Kind != ChangeKind.End)).WithMessage("reference.rule.phone");
            RuleFor(f => f.Outcome).NotEmpty().When(f => f is { IsNew: true, Shape: EntryShape.Reason }).WithMessage("rule.choose-one");
            RuleFor(f => f.Law).NotEmpty().When(f => f is { IsNew: true, Shape: EntryShape.Article }).WithMessage("rule.choose-one");
            RuleFor(f => f.Amount).NotNull().When(f => f.Shape == EntryShape.Amount && f.Kind != ChangeKind.End).WithMessage("reference.rule.amount");
            RuleFor(f => f.Amount).InclusiveBetween(1, MostWon).When(f => f.Shape == EntryShape.Amount).WithMessage("reference.rule.amount");
            RuleFor(f => f.Items).Must(items => items.Count > 0 && items.TrueForAll(ChildItems.All.Contains)).When(f => f.Shape == EntryShape.Service && f.Kind != ChangeKind.End).WithMessage("rule.choose-some");
            RuleFor(f => f.Services).NotEmpty().When(f => f.Shape == EntryShape.Receiver && f.Kind != ChangeKind.End).WithMessage("rule.choose-some");
            RuleFor(f => f.Municipality).NotEmpty().When(f => f.IsChosen).WithMessage("rule.choose-one");
            RuleFor(f => f.Use).NotEmpty().When(f => f is { IsNew: true, Shape: EntryShape.Opening }).WithMessage("rule.choose-one");
            RuleFor(f => f.Number).Matches("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$").When(f => f is { Kind: ChangeKind.Replace, Shape: EntryShape.Article }).WithMessage("reference.rule.code");
            RuleFor(f => f.Number).NotEmpty().When(f => f is { Kind: ChangeKind.Replace, Shape: EntryShape.Article }).WithMessage("reference.rule.code");
            RuleFor(f => f.Heading).NotEmpty().When(f => f is { Kind: ChangeKind.Add or ChangeKind.Replace, Shape: EntryShape.Article }).WithMessage("reference.rule.heading")
                .MaximumLength(HeadingMaxLength).WithMessage("rule.too-long").WithState(_ => HeadingMaxLength);
            RuleFor(f => f.Texts).Must(texts => texts.Values.All(text => text is null || text.Length <= ReferenceText.TextMaxLength))
                .WithMessage("rule.too-long").WithState(_ => ReferenceText.TextMaxLength);
            OfChildren();
        }
    }
}
