using MigrantServices.Core.Grievances;
using MigrantServices.Core.Grievances.Inquiry;
using MigrantServices.Core.Reference;

namespace MigrantServices.Portal.Web;

/// <summary>Writes the letter by which a case is sent on to another body: in Korean, and with nothing in it but what was chosen.</summary>
public sealed class ReferralWriter(TextCatalog texts)
{
    private const string Korean = "ko";

    public string Write(Grievance about, ReferOn form, ReferralPieces pieces, string handler)
    {
        string?[] parts =
        [
            Text("letter.referral.head", about.Reference, Text($"{Lists.ReferralBodies}.{form.Body}")),
            form.Words!.Trim(),
            form.Sent.Contains("facts") ? Facts(about) : null,
            Piece("account", pieces.Account),
            Piece("hope", pieces.Hope),
            Piece("name", pieces.Name),
            Piece("contact", pieces.Contact),
            Text("letter.referral.foot", handler),
        ];
        return string.Join("\n\n", parts.OfType<string>());
    }

    private string Facts(Grievance about) => Text(
        "letter.referral.facts",
        about.HappenedOn is { } day ? day.ForPeople(Korean) : Text("precision.unknown"),
        about.Municipality is { } place ? Text($"{Lists.Municipalities}.{place}") : Text("letter.referral.elsewhere"),
        Names(Lists.Grounds, about.Grounds),
        Names(Lists.Sectors, about.Sectors),
        about.RespondentKind is { } kind ? Text($"{Lists.RespondentKinds}.{kind}") : Text($"{Lists.RespondentKinds}.unknown"));

    private string Names(string list, IEnumerable<string> codes) => string.Join(", ", codes.Select(code => Text($"{list}.{code}")));

    private string? Piece(string item, string? words) => words is null ? null : $"[{Text("referral-item." + item)}]\n{words}";

    private string Text(string key, params object[] named) => texts.In(Korean, key, named);
}
