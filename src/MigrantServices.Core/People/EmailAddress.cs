using System.Net.Mail;
using System.Text;

namespace MigrantServices.Core.People;

/// <summary>An address as colleagues type it, and as it is compared.</summary>
public static class EmailAddress
{
    public const int MaxLength = 254;

    /// <summary>Without spaces around it, in one Unicode form, in capitals.</summary>
    public static string Normal(string email) => Trimmed(email).ToUpperInvariant();

    public static string Trimmed(string email) => WellFormed(email).Trim().Normalize(NormalizationForm.FormC);

    public static bool LooksRight(string? email) =>
        email is not null && MailAddress.TryCreate(email.Trim(), out var address) && address.Address == email.Trim();

    // half a surrogate pair cannot be normalised, a null byte cannot be asked for; no address holds either
    private static string WellFormed(string email) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(email)).Replace("\0", "", StringComparison.Ordinal);
}
