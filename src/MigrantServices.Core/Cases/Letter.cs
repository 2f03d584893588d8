using System.Security.Cryptography;
using System.Text;

namespace MigrantServices.Core.Cases;

/// <summary>A letter as it goes out: in Korean, which decides, and in the person's language beside it; from a template in a version. The sent copy never changes.</summary>
/// <param name="Template">The template and its version, such as "extension.1".</param>
/// <param name="InTheirLanguage">Null when their language is Korean.</param>
public sealed record Letter(string Template, string InKorean, string? InTheirLanguage)
{
    /// <summary>The template of a letter that somebody wrote without one.</summary>
    public const string ByHand = "by-hand";

    /// <summary>The same for the same words only: by it a second person approves the letter that they read and no other.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', Template, InKorean, InTheirLanguage))));
}
