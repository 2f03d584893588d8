using System.Globalization;
using MigrantServices.Core.IdentityVault;

namespace MigrantServices.Core.ChildConfirmations;

/// <summary>The first letters of a child's names: enough to tell two cases on a desk apart, and not who the child is.</summary>
public static class Initials
{
    /// <summary>Stands where no name is known.</summary>
    public const string Unknown = "?";

    /// <summary>Of the Latin form where there is one, else of the child's own script, else of the Korean form; at most three.</summary>
    public static string Of(PersonName name)
    {
        var form = new[] { name.Latin, name.Own, name.Korean }.FirstOrDefault(one => !string.IsNullOrWhiteSpace(one));
        if (form is null)
        {
            return Unknown;
        }

        var letters = form.Split([' ', '\u00a0', '\u3000', '-', '·', '.'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => char.IsLetter(part, 0))
            .Select(part => StringInfo.GetNextTextElement(part).ToUpperInvariant())
            .Take(3)
            .ToList();
        var initials = letters.Count == 0 ? Unknown : string.Join(' ', letters.Select(letter => letter + "."));
        return initials.Length <= ChildConfirmation.InitialsMaxLength ? initials : letters[0] + ".";
    }
}
