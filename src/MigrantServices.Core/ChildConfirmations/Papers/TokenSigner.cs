using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>Makes the tokens of new papers, signed under the current key (JWS compact, ES256).</summary>
public sealed class TokenSigner(SigningKeys keys, TokenHasher hasher, TokenChecker checker)
{
    /// <summary>No two are alike.</summary>
    public NewToken Sign()
    {
        var payload = CardToken.NewPayload();
        var signed = $"{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(CardToken.Header(keys.CurrentKeyId)))}.{Base64Url.EncodeToString(payload)}";
        var signature = keys.Sign(Encoding.ASCII.GetBytes(signed));
        P256.Lower(signature.AsSpan(CardToken.SignatureBytes / 2));
        var text = $"{signed}.{Base64Url.EncodeToString(signature)}";
        // the register does not ask about signatures, and nobody with a phone should be the first who does
        return checker.IsGenuine(text) ? new(text, hasher.Of(text), keys.CurrentKeyId)
            : throw new CryptographicException("The signing key does not fit its public half: nothing is printed under it.");
    }
}

/// <param name="Text">For the QR code.</param>
/// <param name="Hash">For the register.</param>
public sealed record NewToken(string Text, byte[] Hash, string KeyId);
