using MigrantServices.Core.Calendar;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.Cases;

/// <summary>What every letter of the office has around its words: title, office, number and day above, who answers for it below; in Korean and beside it in the person's language.</summary>
public sealed class LetterFrame(ILetterTexts texts, OfficeContacts contacts)
{
    private const string Korean = "ko";

    /// <param name="handler">The colleague who answers for it; null for the office.</param>
    /// <param name="named">What the template names, in a language.</param>
    /// <param name="below">What stands below its words, in a language; null for nothing.</param>
    public Letter Write(ServiceCase about, string template, DateTimeOffset now, string? handler, Func<string, object[]> named, Func<string, string>? below = null)
    {
        return new(template, In(Korean), about.Language == Korean || !texts.Has(about.Language) ? null : In(about.Language));

        string In(string language)
        {
            var line = contacts.LineOf(about.Kind.Prefix, about.Municipality, now);
            var section = texts.In(language, $"{Lists.OfficeContacts}.{line.Office}");
            return texts.In(
                language,
                "letter.frame.1",
                texts.In(language, $"letter.{template}.title"),
                section,
                about.Reference,
                texts.Day(language, Seoul.DateOf(now)),
                texts.In(language, "letter." + template, named(language)).Trim() + (below is null ? "" : "\n\n" + below(language)),
                Contact(language, section, line, handler));
        }
    }

    // a city that has a line of its own is named with it, and with its hours
    private string Contact(string language, string section, OfficeLine line, string? handler)
    {
        var office = line.City is { } city ? texts.In(language, $"{Lists.Municipalities}.{city}") : section;
        var said = handler is null ? texts.In(language, "letter.contact-office.1", office, line.Phone) : texts.In(language, "letter.contact.1", office, handler, line.Phone);
        return line is { Opens: { } opens, Closes: { } closes } ? said + " " + texts.In(language, "letter.line-hours.1", opens, closes) : said;
    }

    /// <summary>A frame in one language never holds words in another: without a translation it says where the words stand and who reads them out.</summary>
    public string Words(string service, string language, string inKorean, string? inTheirLanguage, DateTimeOffset now, string? city = null) =>
        language == Korean ? inKorean.Trim()
        : string.IsNullOrWhiteSpace(inTheirLanguage) ? texts.In(language, "letter.words-in-korean.1", contacts.LineOf(service, city, now).Phone)
        : inTheirLanguage.Trim();

    /// <summary>What can be done against a refusal, a line each: the way, the last day that is in time for everybody, and the article. The day of the letter does not count (Civil Act, art. 157).</summary>
    public string Appeals(string language, DateTimeOffset now) => string.Join('\n', contacts.Appeals(now).Select(appeal => "- " + texts.In(
        language,
        "letter.appeal.1",
        texts.In(language, $"{Lists.Appeals}.{appeal.Code}"),
        texts.Day(language, Seoul.DateOf(now).AddDays(appeal.Days)),
        texts.In(language, $"{Lists.Articles}.{appeal.Article}"))));

    /// <summary>Where else the person can turn, a line each.</summary>
    /// <param name="bodiesOnly">Leaves out what is no body that can be called, where the letter names those ways itself.</param>
    public string Remedies(string language, DateTimeOffset now, bool bodiesOnly = false) =>
        Lines(language, Lists.Remedies, contacts.Remedies(now).Where(remedy => !bodiesOnly || remedy.Phone is not null));

    /// <summary>What help there is for somebody who has come of age, a line each.</summary>
    public string HelpThatGoesOn(string language, DateTimeOffset now) => Lines(language, Lists.MajorityHelp, contacts.HelpAfterMajority(now));

    private string Lines(string language, string list, IEnumerable<(string Code, string? Phone)> entries) => string.Join('\n', entries.Select(entry =>
    {
        var name = texts.In(language, $"{list}.{entry.Code}");
        return "- " + (entry.Phone is null ? name : texts.In(language, "letter.remedy-by-phone.1", name, entry.Phone));
    }));
}
