namespace MigrantServices.Portal.Pages.MyCase;

/// <summary>What somebody was sending when their visit ended: it travels through the page that asks for the code again.</summary>
/// <param name="Address">The page it was meant for; always one of the visitor's own.</param>
public sealed record KeptWords(string Address, string Encoding, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public const string AddressName = "kept-address";
    public const string EncodingName = "kept-encoding";
    public const string Prefix = "kept:";
    public const string Multipart = "multipart/form-data";
    public const string Plain = "application/x-www-form-urlencoded";

    /// <summary>Null when nothing was kept, or when it was meant for another place than a visitor's page.</summary>
    public static KeptWords? From(IFormCollection form, string door)
    {
        var address = form[AddressName].ToString();
        return address.StartsWith(door + "/", StringComparison.Ordinal) && !address.Any(letter => letter == '\\' || char.IsControl(letter))
            ? new(
                address,
                form[EncodingName] == Multipart ? Multipart : Plain,
                [.. form.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal))
                    .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key[Prefix.Length..], value ?? "")))])
            : null;
    }
}
