using MigrantServices.Core.Cases;
using MigrantServices.Core.Reference;

namespace MigrantServices.Portal.Web;

/// <summary>Writes the office's letters from their templates: in Korean, and beside it in the person's language.</summary>
/// <remarks>A changed template gets a new number; letters that were sent keep the words they had.</remarks>
public sealed class LetterWriter(TextCatalog texts)
{
    private const string Korean = "ko";

    /// <summary>Says why the office takes more time, and until when (CPDec art. 21); with handler, contact and remedies (Act art. 27).</summary>
    public Letter Extension(ServiceCase about, ExtendDeadline form, DateOnly due, string handler) => Write(about, "extension.1", language =>
    [
        about.Reference,
        texts.In(language, $"{Lists.ExtensionReasons}.{form.Reason}"),
        about.DueOn!.Value.ForPeople(language),
        due.ForPeople(language),
        (language == Korean ? form.Explanation : form.InTheirLanguage ?? form.Explanation) is { Length: > 0 } words ? "\n\n" + words.Trim() : "",
        handler,
    ]);

    private Letter Write(ServiceCase about, string template, Func<string, object[]> named)
    {
        return new(template, In(Korean), about.Language == Korean || Languages.Find(about.Language) is null ? null : In(about.Language));

        string In(string language) => texts.In(language, "letter." + template, named(language));
    }
}
