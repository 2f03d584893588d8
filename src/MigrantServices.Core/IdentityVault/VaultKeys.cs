using System.Security.Cryptography;
using System.Text;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Core.IdentityVault;

/// <summary>
/// The keys of the identity vault: one for each person, each in a small file outside of the database, sealed under the vault's own key ring.
/// Once a person's file is destroyed, nothing that was ever sealed for them opens again, also not in a backup of the database.
/// </summary>
/// <remarks>A key's file is: version, length of the ring's key name, its name, nonce (12), the sealed key (32), tag (16); the person is bound into it.</remarks>
public sealed class VaultKeys
{
    private const byte Version = 1;
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const string Purpose = "person-keys";
    private const string Gone = ".gone";

    private readonly KeyRing _ring;
    private readonly string _folder;

    public VaultKeys(KeyRing ring, string folder)
    {
        (_ring, _folder) = (ring, folder);
        MarkKey = KeyRing.DeriveFrom(ring.IndexKey, "vault-marks");
    }

    /// <summary>Under this key what two records have in common becomes marks.</summary>
    internal byte[] MarkKey { get; }

    public static VaultKeys Load(string file, string folder) =>
        Directory.Exists(folder) ? new(KeyRing.Load(file), folder) : throw new KeysMissingException($"The folder {folder} with the keys of the identity vault is missing or cannot be read by this account.");

    /// <summary>Makes the ring and the folder where they are not there yet.</summary>
    public static VaultKeys LoadOrCreate(string file, string folder)
    {
        MakeFolder(folder);
        return new(KeyRing.LoadOrCreate(file), folder);
    }

    /// <summary>A new key for a person who has none.</summary>
    public async Task<byte[]> CreateAsync(Guid person, CancellationToken cancel)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        await WriteAsync(person, key, isNew: true, cancel);
        return key;
    }

    /// <summary>Null when it was destroyed, or never made.</summary>
    public async Task<byte[]?> FindAsync(Guid person, CancellationToken cancel)
    {
        try
        {
            return Unseal(person, await File.ReadAllBytesAsync(PathOf(person), cancel)).Key;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The person's key is overwritten and removed, for good.</summary>
    public void Destroy(Guid person)
    {
        var (path, gone) = (PathOf(person), PathOf(person) + Gone);
        // taken away first, so that nobody reads half of it, and again where keys were being sealed anew at that very moment
        while (File.Exists(path) || File.Exists(gone))
        {
            if (File.Exists(path))
            {
                File.Move(path, gone, overwrite: true);
            }

            using (var file = new FileStream(gone, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            {
                file.Write(RandomNumberGenerator.GetBytes((int)file.Length));
                file.Flush(flushToDisk: true);
            }

            File.Delete(gone);
        }
    }

    /// <summary>Seals every person's key under the ring's newest key. The portal goes on working meanwhile: what is sealed under an older one opens as long as the ring holds it.</summary>
    /// <returns>How many were sealed anew.</returns>
    public async Task<int> RenewAsync(CancellationToken cancel)
    {
        var renewed = 0;
        foreach (var path in Directory.EnumerateFiles(_folder, "*.key", SearchOption.AllDirectories))
        {
            var person = Guid.Parse(Path.GetFileNameWithoutExtension(path));
            try
            {
                var (key, keyId) = Unseal(person, await File.ReadAllBytesAsync(path, cancel));
                if (keyId != _ring.CurrentKeyId)
                {
                    await WriteAsync(person, key, isNew: false, cancel);
                    renewed++;
                }
            }
            catch (FileNotFoundException)
            {
                // destroyed meanwhile: it must not come back
            }
            catch (Exception unreadable) when (unreadable is KeysMissingException or CryptographicException or ArgumentException && !File.Exists(path))
            {
                // destroyed while it was read: what was read is what it was overwritten with
            }
        }

        return renewed;
    }

    /// <exception cref="FileNotFoundException">It is not new, and was destroyed.</exception>
    private async Task WriteAsync(Guid person, byte[] key, bool isNew, CancellationToken cancel)
    {
        var path = PathOf(person);
        MakeFolder(Path.GetDirectoryName(path)!);
        if (isNew && File.Exists(path))
        {
            throw new InvalidOperationException("A person has one key.");
        }

        // written aside and moved, so that a power cut leaves the old key or the new one and never half of one
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        await using (var file = new FileStream(unfinished, OwnerOnly()))
        {
            await file.WriteAsync(Seal(person, key), cancel);
            file.Flush(flushToDisk: true);
        }

        if (isNew)
        {
            File.Move(unfinished, path);
            return;
        }

        try
        {
            // what is not there is not replaced: a key that was destroyed a moment ago stays destroyed
            File.Replace(unfinished, path, destinationBackupFileName: null);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private byte[] Seal(Guid person, byte[] key)
    {
        var keyId = _ring.CurrentKeyId;
        var header = 2 + keyId.Length;
        var result = new byte[header + NonceBytes + KeyBytes + TagBytes];
        (result[0], result[1]) = (Version, (byte)keyId.Length);
        Encoding.ASCII.GetBytes(keyId, result.AsSpan(2));
        RandomNumberGenerator.Fill(result.AsSpan(header, NonceBytes));
        using var cipher = new AesGcm(_ring.Derive(keyId, Purpose), TagBytes);
        cipher.Encrypt(result.AsSpan(header, NonceBytes), key, result.AsSpan(header + NonceBytes, KeyBytes), result.AsSpan(^TagBytes), person.ToByteArray());
        return result;
    }

    private (byte[] Key, string KeyId) Unseal(Guid person, byte[] sealedKey)
    {
        var header = 2 + sealedKey[1];
        var keyId = Encoding.ASCII.GetString(sealedKey.AsSpan(2, sealedKey[1]));
        var key = new byte[KeyBytes];
        using var cipher = new AesGcm(_ring.Derive(keyId, Purpose), TagBytes);
        cipher.Decrypt(sealedKey.AsSpan(header, NonceBytes), sealedKey.AsSpan(header + NonceBytes, KeyBytes), sealedKey.AsSpan(^TagBytes), key, person.ToByteArray());
        return (key, keyId);
    }

    private string PathOf(Guid person) => Path.Combine(_folder, person.ToString("N")[^2..], $"{person:D}.key");

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
