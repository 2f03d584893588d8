namespace MigrantServices.Core.People;

/// <summary>Which passwords the portal takes: long ones that are not the address and not the first a guesser tries. No signs or capitals are demanded.</summary>
public static class PasswordRule
{
    public const int MinLength = 12;
    public const int MaxLength = 200;

    private const int FewestDifferentLetters = 5;

    private static readonly string[] TriedFirst =
    [
        "password", "passw0rd", "qwerty", "qwer1234", "asdfgh", "1q2w3e", "123456", "abc123", "abcdef", "letmein", "iloveyou", "welcome",
        "administrator", "gyeonggi", "migrant", "비밀번호", "경기도",
    ];

    /// <summary>The key of the sentence that says why not; null when the password is good.</summary>
    public static string? WhyNot(string? password, string email)
    {
        if (password is null || password.Length < MinLength)
        {
            return "account.rule.password-short";
        }

        if (password.Length > MaxLength)
        {
            return "account.rule.password-long";
        }

        var name = email.Split('@')[0];
        if (name.Length >= 3 && password.Contains(name, StringComparison.OrdinalIgnoreCase))
        {
            return "account.rule.password-like-email";
        }

        return IsTriedFirst(password) ? "account.rule.password-common" : null;
    }

    /// <summary>A well-known word with little around it, or the same few signs again and again.</summary>
    private static bool IsTriedFirst(string password)
    {
        var rest = password.ToLowerInvariant();
        if (rest.Distinct().Count() < FewestDifferentLetters)
        {
            return true;
        }

        foreach (var word in TriedFirst)
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }

        return rest.Length < password.Length && rest.Length <= MinLength / 2;
    }
}
