namespace MigrantServices.Portal.Startup;

/// <summary>The git-ignored folder in which a copy on one's own machine keeps its database and keys.</summary>
public static class Home
{
    public static string Folder(IHostEnvironment environment)
    {
        for (var folder = new DirectoryInfo(environment.ContentRootPath); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MigrantServices.sln")))
            {
                return Path.Combine(folder.FullName, ".local");
            }
        }

        return Path.Combine(environment.ContentRootPath, ".local");
    }
}
