using MigrantServices.Core.Calendar;
using MigrantServices.Core.ChildConfirmations.Papers;
using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Portal.Startup;

/// <summary>The key files, kept outside the database. In Development they are made where there are none; elsewhere they must be there.</summary>
public static class Keys
{
    private const string Rotate = "rotate-signing-key";
    private const string RenewVault = "renew-vault-keys";

    private static DateOnly Today => Seoul.DateOf(TimeProvider.System.GetUtcNow());

    /// <summary>The keys of the identity vault: a ring of its own, and the folder with one key for each person.</summary>
    public static VaultKeys LoadVault(IConfiguration settings, IHostEnvironment environment)
    {
        var (file, folder) = (settings["Keys:VaultFile"], settings["Keys:VaultFolder"]);
        if (environment.IsDevelopment())
        {
            var home = Path.Combine(Home.Folder(environment), "keys");
            return VaultKeys.LoadOrCreate(file is { Length: > 0 } ? file : Path.Combine(home, "vault.json"), folder is { Length: > 0 } ? folder : Path.Combine(home, "people"));
        }

        return file is { Length: > 0 } && folder is { Length: > 0 }
            ? VaultKeys.Load(file, folder)
            : throw new KeysMissingException("There are no keys for the identity vault: set Keys__VaultFile to the path of its key file and Keys__VaultFolder to the folder of people's keys.");
    }

    public static KeyRing Load(IConfiguration settings, IHostEnvironment environment)
    {
        var named = Named(settings, "Keys:File");
        if (environment.IsDevelopment())
        {
            return KeyRing.LoadOrCreate(named ?? Path.Combine(Home.Folder(environment), "keys", "keys.json"));
        }

        return KeyRing.Load(named ?? throw new KeysMissingException("There are no keys: set Keys__File to the path of the key file."));
    }

    /// <summary>The keys under which the codes on cards and documents are signed.</summary>
    public static SigningKeys LoadSigning(IConfiguration settings, IHostEnvironment environment)
    {
        var named = Named(settings, "Keys:SigningFile");
        return environment.IsDevelopment()
            ? SigningKeys.LoadOrCreate(named ?? Path.Combine(Home.Folder(environment), "keys", "signing.json"), Today)
            : SigningKeys.Load(named ?? throw new KeysMissingException("There are no signing keys: set Keys__SigningFile to the path of their file."));
    }

    /// <summary>Makes the file of the signing keys, or puts a new key into it, where that is what the program was asked to do.</summary>
    public static async Task<bool> RotatesAsync(string[] args, IConfiguration settings)
    {
        if (args is not [Rotate, ..])
        {
            return false;
        }

        var path = Named(settings, "Keys:SigningFile") ?? throw new KeysMissingException($"Set Keys__SigningFile to the path of the file, then run '{Rotate}' again.");
        await Console.Out.WriteLineAsync($"New papers are signed under the key {SigningKeys.Rotate(path, Today)} once every portal has been started again.");
        return true;
    }

    /// <summary>Seals every person's key under the newest key of the vault's ring, where that is what the program was asked to do. The portal may go on working meanwhile.</summary>
    public static async Task<bool> RenewsVaultAsync(string[] args, IConfiguration settings, IHostEnvironment environment)
    {
        if (args is not [RenewVault, ..])
        {
            return false;
        }

        var renewed = await LoadVault(settings, environment).RenewAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync($"Keys of people that were sealed anew: {renewed}. The older key of the ring is needed no more, except for backups of the folder.");
        return true;
    }

    private static string? Named(IConfiguration settings, string name) => settings[name] is { Length: > 0 } file ? file : null;
}
