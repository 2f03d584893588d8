using MigrantServices.Core.Reference;

namespace MigrantServices.Portal.Web;

/// <summary>Says in words what an entry of a code list is and holds.</summary>
public sealed class ReferenceWords(TextCatalog texts)
{
    public string List(string list) => texts["reference.list." + list];

    /// <summary>The entry's name; the code itself where it has none yet.</summary>
    /// <param name="typed">The sentences of a change that is not published.</param>
    public string Name(string list, string code, IReadOnlyList<ReferenceText>? typed = null)
    {
        var key = list == Lists.Periods ? "reference.period." + code
            : list == Lists.CityDaysOff ? $"{Lists.Municipalities}.{code.Split('.')[0]}"
            : ChangeableList.Find(list) is { IsOfPlaces: true } ? $"{Lists.Municipalities}.{code}"
            : $"{list}.{code}";
        return typed?.FirstOrDefault(text => text.Language == System.Globalization.CultureInfo.CurrentUICulture.Name)?.Text
            ?? (texts.Has(key) ? texts[key] : typed is [var first, ..] ? first.Text : code);
    }

    /// <summary>What it holds beside its name; null when nothing.</summary>
    public string? Details(string? json) => EntryDetails.Of(json) switch
    {
        { Length: { } length, Unit: { } unit } => texts["reference.unit." + unit, length],
        { Outcome: { } outcome } => Name(Lists.Outcomes, outcome),
        { Version: { } version } => texts["reference.version", version],
        { Phone: { } phone, Opens: { } opens, Closes: { } closes } => texts["reference.line", phone, opens, closes],
        { Phone: { } phone } => phone,
        { Amount: { } amount } => texts["reference.amount", amount.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)],
        { Items: { } items } details => texts[details.BeforeDecision == true ? "reference.items.before" : "reference.items.after", string.Join(", ", items.Select(item => texts["child-item." + item]))],
        { Phase: { } phase } => texts["reference.phase." + phase],
        { ConfirmedInWriting: { } confirmed } ground => OfGround(ground, confirmed),
        { Points: { } points, Kind: { } sort } => texts["reference.weighs", points, texts["reference.sort." + sort]],
        { Points: { } points, Kinds: { } kinds } => texts["reference.asks", points, kinds],
        { Services: { } services } details => string.Join(", ", services.Select(ServiceName)) + (details.Municipality is { } city ? " · " + Name(Lists.Municipalities, city) : ""),
        { Use: { } use, Municipality: { } place } => $"{Name(Lists.CardUses, use)} · {Name(Lists.Municipalities, place)}",
        { Law: { } law, Article: { } article } details => string.Join(" · ", new[] { $"{law}:{article}", details.Heading }.OfType<string>()),
        { Article: { } asks } => Name(Lists.Articles, asks),
        _ => null,
    };

    private string OfGround(EntryDetails ground, bool isConfirmed) => string.Join(" · ", new[]
    {
        string.Join(", ", ground.Services!.Select(ServiceName)),
        texts[isConfirmed ? "reference.ground.is-confirmed" : "reference.ground.is-not-confirmed"],
        ground.Readers is { } readers ? string.Join(", ", readers.Select(reader => texts["child.reader." + reader])) : null,
        ground.Municipality is { } city ? Name(Lists.Municipalities, city) : null,
    }.OfType<string>());

    // a service of the office, or one to which a child is referred
    private string ServiceName(string code) => texts.Has("people.service." + code) ? texts["people.service." + code] : Name(Lists.ChildServices, code);
}
