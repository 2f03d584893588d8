using MigrantServices.Core.Privacy;

namespace MigrantServices.Portal.Startup;

/// <summary>The key file. In Development one is made; in Production the settings must name it, outside the database.</summary>
public static class Keys
{
    public static KeyRing Load(IConfiguration settings, IHostEnvironment environment) => settings["Keys:File"] is { Length: > 0 } file
        ? KeyRing.Load(file)
        : environment.IsDevelopment()
            ? KeyRing.LoadOrCreate(Path.Combine(Home.Folder(environment), "keys", "keys.json"))
            : throw new KeysMissingException("There are no keys: set Keys__File to the path of the key file.");
}
