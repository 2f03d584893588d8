using MigrantServices.Core.Cases;

namespace MigrantServices.Portal.Web.Letters;

/// <summary>The sentences of letters, from the same catalogue as those of the pages.</summary>
public sealed class LetterTexts(TextCatalog texts) : ILetterTexts
{
    public bool Has(string language) => Languages.Find(language) is not null;

    public string In(string language, string key, params object?[] arguments) => texts.In(language, key, arguments);

    public string Name(string language, string list, string code, DateOnly day) => texts.On(day, language, $"{list}.{code}");

    public string Day(string language, DateOnly day) => day.ForPeople(language);
}
