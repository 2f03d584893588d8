// dotnet run --project tools/MigrantServices.Migrations -- add NAME | check | script [FROM]
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using MigrantServices.Core.Storage;

using var db = new PortalDbFactory().CreateDbContext([]);
switch (args)
{
    case ["add", var name]:
        Add(db, name);
        return 0;
    case ["check"]:
        var isPending = db.Database.HasPendingModelChanges();
        Console.WriteLine(isPending ? "The model has changes that no migration holds: add one with 'add NAME'." : "Migrations and model agree.");
        return isPending ? 1 : 0;
    case ["script", .. var from]:
        Console.WriteLine(db.GetService<IMigrator>().GenerateScript(from.FirstOrDefault(), toMigration: null, MigrationsSqlGenerationOptions.Idempotent));
        return 0;
    default:
        Console.Error.WriteLine("add NAME | check | script [FROM]");
        return 2;
}

static void Add(PortalDb db, string name)
{
    var project = Path.Combine(RepositoryRoot(), "src", "MigrantServices.Core");
    var provider = Assembly.Load(db.GetService<IDatabaseProvider>().Name);
    var providerServices = provider.GetCustomAttribute<DesignTimeProviderServicesAttribute>()!.TypeName;
    var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(db);
    ((IDesignTimeServices)Activator.CreateInstance(provider.GetType(providerServices, throwOnError: true)!)!).ConfigureDesignTimeServices(services);

    using var built = services.BuildServiceProvider();
    using var scope = built.CreateScope();
    var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, "MigrantServices.Core", "Storage.Migrations");
    var files = scaffolder.Save(project, migration, Path.Combine(project, "Storage", "Migrations"), dryRun: false);
    foreach (var file in new[] { files.MigrationFile, files.MetadataFile, files.SnapshotFile })
    {
        Tidy(file!);
        Console.WriteLine(file);
    }
}

// the generator writes a byte order mark and, on Windows, other line ends than the repository's
static void Tidy(string file) => File.WriteAllText(file, File.ReadAllText(file).ReplaceLineEndings("\n").TrimEnd() + "\n");

static string RepositoryRoot()
{
    var folder = new DirectoryInfo(AppContext.BaseDirectory);
    while (!File.Exists(Path.Combine(folder.FullName, "MigrantServices.sln")))
    {
        folder = folder.Parent ?? throw new InvalidOperationException("Run this inside the repository.");
    }

    return folder.FullName;
}
