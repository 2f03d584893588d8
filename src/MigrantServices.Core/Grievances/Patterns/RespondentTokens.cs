using System.Security.Cryptography;
using System.Text;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Grievances.Patterns;

/// <summary>Marks the name of whom a grievance is about, under a key that is used for nothing else.</summary>
public sealed class RespondentTokens(KeyRing keys)
{
    private const int TokenBytes = 16;

    private readonly byte[] _key = KeyRing.DeriveFrom(keys.IndexKey, "respondent-patterns");

    /// <summary>None where no name was told.</summary>
    public IEnumerable<RespondentToken> Of(Guid caseId, string? name)
    {
        if (RespondentForms.Of(name) is not { } written)
        {
            yield break;
        }

        var sound = RespondentSkeleton.Of(written);
        yield return Mark(caseId, RespondentForm.Written, written, counts: sound is null);
        if (sound is not null)
        {
            yield return Mark(caseId, RespondentForm.Sound, sound, counts: true);
        }
    }

    private RespondentToken Mark(Guid caseId, RespondentForm form, string text, bool counts)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{form}:{text}"), hash);
        return new() { CaseId = caseId, Form = form, Token = new(hash[..TokenBytes]), Counts = counts };
    }
}
