using FluentValidation;
using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Core.Reference;

/// <content>What the lists for the confirmation of children hold.</content>
public sealed partial record ProposeChange
{
    /// <summary>More than any evidence could count.</summary>
    public const int MostPoints = 1000;

    public string? Phase { get; set; }

    /// <summary>From when to when a line is answered, as "09:00".</summary>
    public string? Opens { get; set; }

    public string? Closes { get; set; }

    /// <summary>Of a letter or of the papers.</summary>
    public int? Version { get; set; }

    public int? Points { get; set; }

    /// <summary>The sort of evidence.</summary>
    public string? Sort { get; set; }

    /// <summary>How many sorts of evidence a grade asks for.</summary>
    public int? Kinds { get; set; }

    public bool ConfirmedInWriting { get; set; }

    /// <summary>For whom a ground holds; none chosen means everybody.</summary>
    public List<string> Readers { get; set; } = [];

    /// <summary>The article that asks for a criterion.</summary>
    public string? AskedBy { get; set; }

    /// <summary>The services for whose cases entrusted centres may work.</summary>
    public static IEnumerable<string> ServicesOfCentres => ServiceCatalog.All.Where(kind => kind.Lifecycle.Any(line => (line.Who & Role.CentreWorker) != Role.None)).Select(kind => kind.Prefix);

    private string? ChildDetailsAfter(string? now) => Shape switch
    {
        EntryShape.City when ChangeableList.Find(List)!.HasPhase => new EntryDetails { Phase = Phase }.ToJson(),
        EntryShape.CityLine => new EntryDetails { Phone = Phone?.Trim(), Opens = Opens, Closes = Closes }.ToJson(),
        EntryShape.Version => new EntryDetails { Version = Version }.ToJson(),
        EntryShape.DayOff => new EntryDetails { Municipality = Municipality }.ToJson(),
        // whoever works there has rights in that city: another city is another centre
        EntryShape.Centre => new EntryDetails { Municipality = IsNew ? Municipality : EntryDetails.Of(now).Municipality, Services = [.. Services.Distinct()] }.ToJson(),
        EntryShape.Ground => new EntryDetails
        {
            Services = [.. Services.Distinct()],
            ConfirmedInWriting = ConfirmedInWriting,
            Readers = CaseReaders.All.All(Readers.Contains) || Readers.Count == 0 ? null : [.. CaseReaders.All.Where(Readers.Contains)],
            Municipality = string.IsNullOrEmpty(Municipality) ? null : Municipality,
        }.ToJson(),
        EntryShape.Evidence => new EntryDetails { Points = Points, Kind = Sort }.ToJson(),
        EntryShape.Grade => new EntryDetails { Points = Points, Kinds = Kinds }.ToJson(),
        EntryShape.Criterion => new EntryDetails { Article = AskedBy }.ToJson(),
        _ => null,
    };

    public sealed partial class Rules
    {
        private void OfChildren()
        {
            RuleFor(f => f.Phase).Must(CityPhases.All.Contains!).When(f => f.Kind != ChangeKind.End && ChangeableList.Find(f.List)?.HasPhase == true).WithMessage("rule.choose-one");
            RuleFor(f => f.Municipality).NotEmpty().When(f => f is { IsNew: true, Shape: EntryShape.Centre }).WithMessage("rule.choose-one");
            RuleFor(f => f.Version).Must((form, version) => version >= 1 && version <= Templates.Made.GetValueOrDefault(form.Code ?? ""))
                .When(f => f.Shape == EntryShape.Version).WithMessage("reference.rule.version").WithState(form => Templates.Made.GetValueOrDefault(form.Code ?? ""));
            When(f => f.Shape == EntryShape.CityLine && f.Kind != ChangeKind.End, () =>
            {
                RuleFor(f => f.Opens).Must(IsHour).WithMessage("reference.rule.hour");
                RuleFor(f => f.Closes).Must(IsHour).WithMessage("reference.rule.hour");
                RuleFor(f => f.Closes).Must((form, closes) => string.CompareOrdinal(closes, form.Opens) > 0).When(f => IsHour(f.Opens) && IsHour(f.Closes)).WithMessage("reference.rule.closes-first");
            });
            RuleFor(f => f.Services).Must(chosen => chosen.Count > 0 && chosen.TrueForAll(ServicesOfCentres.Contains)).When(f => f.Shape == EntryShape.Centre && f.Kind != ChangeKind.End).WithMessage("rule.choose-some");
            RuleFor(f => f.Services).Must(chosen => chosen.Count > 0 && chosen.TrueForAll(prefix => ServiceCatalog.All.Any(kind => kind.Prefix == prefix)))
                .When(f => f.Shape == EntryShape.Ground && f.Kind != ChangeKind.End).WithMessage("rule.choose-some");
            RuleFor(f => f.Readers).Must(chosen => chosen.TrueForAll(CaseReaders.All.Contains)).When(f => f.Shape == EntryShape.Ground).WithMessage("rule.choose-some");
            RuleFor(f => f.Points).NotNull().When(f => f.Shape is EntryShape.Evidence or EntryShape.Grade && f.Kind != ChangeKind.End).WithMessage("reference.rule.points").WithState(_ => MostPoints);
            RuleFor(f => f.Points).InclusiveBetween(0, MostPoints).When(f => f.Shape == EntryShape.Grade).WithMessage("reference.rule.points").WithState(_ => MostPoints);
            RuleFor(f => f.Points).InclusiveBetween(1, MostPoints).When(f => f.Shape == EntryShape.Evidence).WithMessage("reference.rule.points").WithState(_ => MostPoints);
            RuleFor(f => f.Sort).Must(EvidenceSorts.All.Contains!).When(f => f.Shape == EntryShape.Evidence && f.Kind != ChangeKind.End).WithMessage("rule.choose-one");
            RuleFor(f => f.Kinds).NotNull().When(f => f.Shape == EntryShape.Grade && f.Kind != ChangeKind.End).WithMessage("reference.rule.sorts").WithState(_ => EvidenceSorts.All.Count);
            RuleFor(f => f.Kinds).InclusiveBetween(0, EvidenceSorts.All.Count).When(f => f.Shape == EntryShape.Grade).WithMessage("reference.rule.sorts").WithState(_ => EvidenceSorts.All.Count);
            RuleFor(f => f.AskedBy).NotEmpty().When(f => f.Shape == EntryShape.Criterion && f.Kind != ChangeKind.End).WithMessage("rule.choose-one");
        }

        private static bool IsHour(string? text) => text is { Length: 5 } && TimeOnly.TryParseExact(text, "HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);
    }
}
