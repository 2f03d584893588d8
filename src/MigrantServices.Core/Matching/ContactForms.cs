using System.Globalization;
using System.Text;

namespace MigrantServices.Core.Matching;

/// <summary>Telephone numbers and mail addresses in the one form in which they are compared.</summary>
public static class ContactForms
{
    private const int ShortestNumber = 8;
    private const int LongestNumber = 15;

    /// <summary>Digits only, a Korean number as it is dialled inside the country; null when it is none.</summary>
    public static string? Phone(string? contact)
    {
        if (contact is null || contact.Contains('@') || contact.Any(c => char.IsLetter(c)))
        {
            return null;
        }

        var digits = new StringBuilder();
        foreach (var c in contact.Normalize(NormalizationForm.FormKC).Where(char.IsDigit))
        {
            digits.Append((int)CharUnicodeInfo.GetNumericValue(c));
        }

        var number = digits.ToString();
        number = number.StartsWith("0082", StringComparison.Ordinal) ? number[2..] : number;
        number = number.StartsWith("82", StringComparison.Ordinal) && number.Length > ShortestNumber + 2 ? "0" + number[2..].TrimStart('0') : number;
        return number.Length is >= ShortestNumber and <= LongestNumber ? number : null;
    }

    /// <summary>In small letters, without what follows a plus sign; null when it is none.</summary>
    public static string? Email(string? contact)
    {
        var address = contact?.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant() ?? "";
        if (address.Split('@') is not [{ Length: > 0 } name, { Length: > 2 } host] || address.Any(char.IsWhiteSpace) || !host.Contains('.'))
        {
            return null;
        }

        return $"{name.Split('+')[0]}@{host}";
    }
}
