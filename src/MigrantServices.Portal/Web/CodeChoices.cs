using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;

namespace MigrantServices.Portal.Web;

/// <summary>The entries of today's code lists as choices in the reader's language.</summary>
public sealed class CodeChoices(ReferenceBook book, TextCatalog texts, TimeProvider time)
{
    public IReadOnlyList<Choice> Of(string list) =>
        [.. book.Items(list, Seoul.DateOf(time.GetUtcNow())).Select(item => new Choice(item.Code, texts[item.TextKey]))];

    /// <summary>The entries from which one is chosen for a case that was received then.</summary>
    public IReadOnlyList<Choice> Of(string list, DateTimeOffset receivedAt) =>
        [.. book.Items(list, DayOf(list, receivedAt)).Select(item => new Choice(item.Code, texts.On(DayOf(list, receivedAt), item.TextKey)))];

    /// <summary>The choices of an enumeration whose names have sentences under a prefix.</summary>
    public IReadOnlyList<Choice> Of<TEnum>(string prefix)
        where TEnum : struct, Enum =>
        [.. Enum.GetNames<TEnum>().Select(name => new Choice(name, texts[$"{prefix}.{name}"]))];

    /// <summary>Choices whose sentences stand under a prefix.</summary>
    public IReadOnlyList<Choice> Named(string prefix, IEnumerable<string> codes) => [.. codes.Select(code => new Choice(code, texts[$"{prefix}.{code}"]))];

    /// <summary>A reason of an outcome, the outcome first.</summary>
    public string Reason(string code) => $"{Name(Lists.Outcomes, code.Split('.')[0])}: {Name(Lists.OutcomeReasons, code)}";

    /// <summary>The same as it reads in a case that was received then.</summary>
    public string Name(string list, string code, DateTimeOffset receivedAt) => texts.Has($"{list}.{code}") ? texts.On(DayOf(list, receivedAt), $"{list}.{code}") : code;

    private DateOnly DayOf(string list, DateTimeOffset receivedAt) => book.DayOf(list, receivedAt, time.GetUtcNow());

    /// <summary>What a code of a list is called; the code itself where the list no longer knows it.</summary>
    public string Name(string list, string code) => texts.Has($"{list}.{code}") ? texts[$"{list}.{code}"] : code;
}
