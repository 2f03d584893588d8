using System.Text.Json;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances.Linking;
using MigrantServices.Core.Grievances.Patterns;

namespace MigrantServices.Core.Reference;

/// <summary>Why a change cannot be: asked when it is proposed, and again when it is approved.</summary>
public sealed class ChangeCheck(ReferenceBook book)
{
    public Refusal? WhyNot(ReferenceChange change, DateOnly today) =>
        ByList(change)
        ?? (change.EffectiveOn <= today ? new Refusal("reference.not-in-the-future") : null)
        ?? (change.Until < change.EffectiveOn ? new Refusal("reference.end-before-start") : null)
        ?? (change.Article is { } article && !book.Has(Lists.Articles, article, change.EffectiveOn) ? new Refusal("reference.unknown-article") : null)
        ?? OfContents(change)
        ?? (change.Kind == ChangeKind.Add ? OfNew(change) : OfKnown(change));

    // what an entry names of other lists must be there
    private Refusal? OfContents(ReferenceChange change)
    {
        var (details, list) = (EntryDetails.Of(change.Details), ChangeableList.Find(change.List)!);
        return details.Services?.Any(code => !HasService(list.Shape, code, change.EffectiveOn)) == true ? new("reference.unknown-service")
            : PlaceOf(list, change, details) is { } city && !book.Has(Lists.Municipalities, city, change.EffectiveOn) ? new("reference.unknown-city")
            : details.Use is { } use && !book.Has(Lists.CardUses, use, change.EffectiveOn) ? new("reference.unknown-use")
            : change.Details is not null && list.HasPhase && !CityPhases.All.Contains(details.Phase) ? new("reference.unknown-phase")
            : list.Shape == EntryShape.Criterion && change.Details is not null && !book.Has(Lists.Articles, details.Article, change.EffectiveOn) ? new("reference.unknown-article")
            : list.Shape == EntryShape.Grade && change.Details is not null ? OfGrade(change, details)
            : null;
    }

    private bool HasService(EntryShape shape, string code, DateOnly day) => shape switch
    {
        EntryShape.Centre => ProposeChange.ServicesOfCentres.Contains(code),
        EntryShape.Ground => ServiceCatalog.All.Any(kind => kind.Prefix == code),
        _ => book.Has(Lists.ChildServices, code, day),
    };

    private static string? PlaceOf(ChangeableList list, ReferenceChange change, EntryDetails details) => list.IsOfPlaces && change.Kind == ChangeKind.Add ? change.Code : details.Municipality;

    // two grades that ask for the same would leave open which one it is, and the lowest is for whoever has nothing
    private Refusal? OfGrade(ReferenceChange change, EntryDetails details) =>
        change.Code == ChangeableList.LowestGrade && details is not { Points: 0, Kinds: 0 } ? new("reference.lowest-grade")
        : book.Items(change.List, change.EffectiveOn).Any(other => other.Code != change.Code && EntryDetails.Of(other.Details) is var asks && asks.Points == details.Points && asks.Kinds == details.Kinds) ? new("reference.grade-taken")
        : null;

    private static Refusal? ByList(ReferenceChange change) => ChangeableList.Find(change.List) switch
    {
        null => new("reference.not-changeable"),
        var list when list.Allows(change.Kind) => null,
        { ClosedBy: not null } => new("reference.closed-list"),
        _ => new("reference.not-allowed"),
    };

    private Refusal? OfNew(ReferenceChange change)
    {
        var details = EntryDetails.Of(change.Details);
        return book.All(change.List).Any(item => item.Code == change.Code && !(ChangeableList.Find(change.List)!.IsOfPlaces && item.ValidTo < change.EffectiveOn)) ? new("reference.code-taken")
            : details.Outcome is { } outcome && !book.Has(Lists.Outcomes, outcome, change.EffectiveOn) ? new("reference.unknown-outcome")
            : details.Law is { } law && !Laws().Contains(law) ? new("reference.unknown-law")
            : null;
    }

    private Refusal? OfKnown(ReferenceChange change)
    {
        var entries = book.All(change.List).Where(item => item.Code == change.Code).ToList();
        if (entries.Exists(item => item.ValidFrom == change.EffectiveOn))
        {
            return new(change.Kind == ChangeKind.End ? "reference.end-before-start" : "reference.day-taken");
        }

        if (book.Find(change.List, change.Code, change.EffectiveOn) is not { } now)
        {
            return new(entries.Exists(item => item.ValidFrom > change.EffectiveOn) ? "reference.end-before-start" : "reference.not-in-force");
        }

        return change.Kind == ChangeKind.End ? OfEnd(change, entries)
            : ChangeableList.Find(change.List)!.HasTerm && entries.Exists(item => item.ValidFrom > change.EffectiveOn) ? new("reference.changes-later")
            : OfReplacement(change, now);
    }

    private Refusal? OfEnd(ReferenceChange change, List<ReferenceItem> entries) =>
        ChangeableList.Find(change.List)!.Needed.Contains(change.Code) ? new("reference.needed")
        : entries.Exists(item => item.ValidFrom > change.EffectiveOn) ? new("reference.changes-later")
        : ChangeableList.Find(change.List)!.KeepsOne && !book.Items(change.List, change.EffectiveOn).Any(item => item.Code != change.Code) ? new("reference.last-entry")
        : change.List == Lists.Outcomes && HasReasons(change.Code, change.EffectiveOn) ? new("reference.outcome-has-reasons")
        : change.List == Lists.Articles && IsCited(change.Code) ? new("reference.article-cited")
        : null;

    /// <summary>Whether a line of a table rests on an article: while it does, the article can read otherwise and not end.</summary>
    private static bool IsCited(string article) => ServiceCatalog.All.Any(service =>
        service.Beginnings.Any(line => line.Article == article) || service.Lifecycle.Any(line => line.Article == article));

    private static Refusal? OfReplacement(ReferenceChange change, ReferenceItem now)
    {
        if (ChangeableList.Find(change.List)!.Shape == EntryShape.Period)
        {
            var (before, after) = (EntryDetails.Of(now.Details), EntryDetails.Of(change.Details));
            if (after.Length is not (> 0 and <= PeriodUnits.LongestLength))
            {
                return new("reference.no-length");
            }

            if (change.List == Lists.RepeatLimits && after.Length < RepeatLimits.Fewest)
            {
                return new("reference.too-few-alike", RepeatLimits.Fewest);
            }

            if (change.List == Lists.PatternLimits && after.Unit == PeriodUnits.Cases && after.Length < PatternLimits.Fewest)
            {
                return new("reference.too-few-cases", PatternLimits.Fewest);
            }

            if (!PeriodUnits.Of(change.Code, before.Unit!).Contains(after.Unit))
            {
                return new("reference.unit-not-allowed");
            }
        }

        // whether a sentence reads otherwise only the texts know
        var isSameTerm = !ChangeableList.Find(change.List)!.HasTerm || change.Until == now.ValidTo;
        return isSameTerm && change.Texts.Count == 0 && change.Source == now.Source && IsSame(change.Details!, now.Details) ? new("reference.nothing-changes") : null;
    }

    /// <summary>Whether an outcome has reasons that hold on a day or will later.</summary>
    public bool HasReasons(string outcome, DateOnly day) => book.All(Lists.OutcomeReasons)
        .Any(item => (item.ValidTo is null || item.ValidTo >= day) && EntryDetails.Of(item.Details).Outcome == outcome);

    /// <summary>The laws whose articles the list of articles names.</summary>
    public IEnumerable<string> Laws() => book.All(Lists.Articles).Select(item => EntryDetails.Of(item.Details).Law!).Distinct(StringComparer.Ordinal);

    private static bool IsSame(string one, string other) =>
        JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(one), JsonSerializer.Deserialize<JsonElement>(other));
}
