using MigrantServices.Core.Privacy;

namespace MigrantServices.Portal.Startup;

/// <summary>The key file, kept outside the database. In Development it is made where there is none; elsewhere it must be there.</summary>
public static class Keys
{
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
