namespace MigrantServices.Core.Cases;

/// <summary>The wall behind which the sentences of letters are kept: the office's rules know which sentence is due, and not how it reads.</summary>
public interface ILetterTexts
{
    /// <summary>Whether letters can be written in this language.</summary>
    bool Has(string language);

    string In(string language, string key, params object?[] arguments);

    /// <summary>An entry of a code list as it read on a day.</summary>
    string Name(string language, string list, string code, DateOnly day) => In(language, $"{list}.{code}");

    /// <summary>A day as people read it in this language.</summary>
    string Day(string language, DateOnly day);
}
