using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;

namespace MigrantServices.Testing;

/// <summary>Keys of a test run, in a folder of their own.</summary>
public static class TestKeys
{
    private static readonly string Folder = Directory.CreateTempSubdirectory("portal-test-").FullName;

    public static string VaultFile { get; } = Path.Combine(Folder, "vault.json");

    public static string VaultFolder { get; } = Path.Combine(Folder, "people");

    public static string SigningFile { get; } = MakeSigningKeys();

    public static VaultKeys Vault { get; } = VaultKeys.LoadOrCreate(VaultFile, VaultFolder);

    private static string MakeSigningKeys()
    {
        var file = Path.Combine(Folder, "signing.json");
        SigningKeys.LoadOrCreate(file, new(2026, 11, 1));
        return file;
    }
}
