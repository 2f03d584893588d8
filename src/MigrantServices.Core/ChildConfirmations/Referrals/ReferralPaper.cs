using MigrantServices.Core.Calendar;
using MigrantServices.Core.Cases;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Reference;

namespace MigrantServices.Core.ChildConfirmations.Referrals;

/// <summary>Writes what a receiver gets, in Korean: the items that were ticked and nothing else of the child.</summary>
public sealed class ReferralPaper(ILetterTexts texts, OfficeContacts contacts)
{
    private const string Korean = "ko";

    /// <param name="opened">Null where no item comes from the vault.</param>
    /// <param name="number">Of the papers that hold today; null where there are none.</param>
    public string Write(ChildConfirmation about, MakeReferral form, OpenedIdentity? opened, string? number, DateTimeOffset now)
    {
        var line = contacts.LineOf(ChildConfirmation.Prefix, about.Municipality, now);
        var facts = ChildItems.All.Where(form.Items.Contains).Select(item => $"{Say("child-item." + item)}: {Value(item)}");
        return Say(
            "letter.referral.service.1",
            Say($"{Lists.OfficeContacts}.{line.Office}"),
            Say($"{Lists.ServiceReceivers}.{form.Receiver}"),
            about.Reference,
            texts.Day(Korean, Seoul.DateOf(now)),
            Say($"{Lists.ChildServices}.{form.Service}"),
            form.Words!.Trim(),
            string.Join('\n', facts),
            line.Phone);

        // one line each, whatever was typed
        string Value(string item) => OneLine(item switch
        {
            ChildItems.NameOwn => opened?.Child.Name.Own,
            ChildItems.NameLatin => opened?.Child.Name.Latin,
            ChildItems.NameKorean => opened?.Child.Name.Korean,
            ChildItems.Born => opened?.Child.Born is { } born ? BornText(born) : null,
            ChildItems.Age => opened?.Child.Born?.AgeOn(Seoul.DateOf(now)).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ChildItems.Sex => opened is null ? null : Say("child.sex." + opened.Child.Sex),
            ChildItems.Address => opened?.Child.Address,
            ChildItems.City => about.Municipality is { } city ? Say($"{Lists.Municipalities}.{city}") : null,
            ChildItems.Language => System.Globalization.CultureInfo.GetCultureInfo(about.Language).NativeName,
            ChildItems.ParentName => opened is null ? null : string.Join(", ", opened.Parents.Select(parent => parent.Identity.Name.Forms is [var first, ..] ? first : null).OfType<string>()),
            ChildItems.ParentContact => opened is null ? null : string.Join(", ", opened.Parents.Select(parent => parent.Identity.Contact).OfType<string>()),
            _ => number,
        });
    }

    private string BornText(BirthDay born) => born.Precision switch
    {
        DatePrecision.Day => texts.Day(Korean, born.Date),
        DatePrecision.Month => Say("letter.referral.month", born.Date.Year, born.Date.Month),
        _ => Say("letter.referral.year", born.Date.Year),
    };

    // what somebody typed must not begin a new piece of the paper
    private string OneLine(string? value) => string.IsNullOrWhiteSpace(value) ? Say("letter.referral.unknown") : string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Say(string key, params object[] named) => texts.In(Korean, key, named);
}
