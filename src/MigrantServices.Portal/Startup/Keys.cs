using MigrantServices.Core.IdentityVault;
using MigrantServices.Core.Privacy;

namespace MigrantServices.Portal.Startup;

/// <summary>The key file, kept outside the database. In Development it is made where there is none; elsewhere it must be there.</summary>
public static class Keys
{
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
        var named = settings["Keys:File"] is { Length: > 0 } file ? file : null;
        if (environment.IsDevelopment())
        {
            return KeyRing.LoadOrCreate(named ?? Path.Combine(Home.Folder(environment), "keys", "keys.json"));
        }

        return KeyRing.Load(named ?? throw new KeysMissingException("There are no keys: set Keys__File to the path of the key file."));
    }
}
