using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MigrantServices.Core.ChildConfirmations.Papers;

/// <summary>Makes the tokens of new papers, signed under the current key (JWS compact, ES256).</summary>
public sealed class TokenSigner(SigningKeys keys, TokenHasher hasher)
{
    /// <summary>No two are alike.</summary>
    public NewToken Sign()
    {
        var payload = CardToken.NewPayload();
        var signed = $"{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(CardToken.Header(keys.CurrentKeyId)))}.{Base64Url.EncodeToString(payload)}";
        var signature = keys.Sign(Encoding.ASCII.GetBytes(signed));
        P256.Lower(signature.AsSpan(CardToken.SignatureBytes / 2));
        return new($"{signed}.{Base64Url.EncodeToString(signature)}", hasher.Of(payload.AsSpan(1)), keys.CurrentKeyId);
    }
}

/// <param name="Text">For the QR code.</param>
/// <param name="Hash">For the register.</param>
public sealed record NewToken(string Text, byte[] Hash, string KeyId);
