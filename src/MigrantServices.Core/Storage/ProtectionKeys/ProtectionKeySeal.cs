using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.Storage.ProtectionKeys;

/// <summary>Seals a shared key before it goes into the database.</summary>
public sealed class ProtectionKeySealer(KeyRing keys) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var result = new byte[ProtectionKeySeal.NonceBytes + text.Length + ProtectionKeySeal.TagBytes];
        var nonce = result.AsSpan(0, ProtectionKeySeal.NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = ProtectionKeySeal.Cipher(keys, keys.CurrentKeyId);
        cipher.Encrypt(nonce, text, result.AsSpan(ProtectionKeySeal.NonceBytes, text.Length), result.AsSpan(^ProtectionKeySeal.TagBytes));
        return new(
            new XElement(ProtectionKeySeal.Element, new XAttribute(ProtectionKeySeal.KeyId, keys.CurrentKeyId), Convert.ToBase64String(result)),
            typeof(ProtectionKeyOpener));
    }
}

/// <summary>Opens a shared key again. The framework makes it by its name in the stored element, so the name stays.</summary>
public sealed class ProtectionKeyOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var sealedKey = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        var text = new byte[sealedKey.Length - ProtectionKeySeal.NonceBytes - ProtectionKeySeal.TagBytes];
        using var cipher = ProtectionKeySeal.Cipher(services.GetRequiredService<KeyRing>(), (string)encryptedElement.Attribute(ProtectionKeySeal.KeyId)!);
        cipher.Decrypt(
            sealedKey[..ProtectionKeySeal.NonceBytes],
            sealedKey.Slice(ProtectionKeySeal.NonceBytes, text.Length),
            sealedKey[^ProtectionKeySeal.TagBytes..],
            text);
        return XElement.Parse(Encoding.UTF8.GetString(text));
    }
}

/// <summary>What sealing and opening share.</summary>
internal static class ProtectionKeySeal
{
    public const string Element = "sealedKey";
    public const string KeyId = "keyId";
    public const int NonceBytes = 12;
    public const int TagBytes = 16;

    public static AesGcm Cipher(KeyRing keys, string keyId) => new(keys.Derive(keyId, "data-protection"), TagBytes);
}
