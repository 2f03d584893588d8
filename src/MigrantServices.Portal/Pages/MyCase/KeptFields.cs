namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>Kept answers as fields of a form: long ones stand open so that they can be read, the rest travels unseen.</summary>
public sealed record KeptFields(IReadOnlyList<KeyValuePair<string, string>> Fields, string Prefix = "")
{
    private const int WorthShowing = 40;

    public IEnumerable<KeyValuePair<string, string>> Unseen => Fields.Where(kept => !IsShown(kept));

    public IEnumerable<KeyValuePair<string, string>> Shown => Fields.Where(IsShown);

    private static bool IsShown(KeyValuePair<string, string> kept) =>
        kept.Value.Length > WorthShowing || kept.Key.EndsWith(".Body", StringComparison.Ordinal);
}
