using MigrantServices.Core.Privacy;
using MigrantServices.Core.Storage.Embedded;
using MigrantServices.Portal.Startup;

try
{
    var builder = WebApplication.CreateBuilder(args).AddLog();
    if (await Keys.RotatesAsync(args, builder.Configuration) || await Keys.RenewsVaultAsync(args, builder.Configuration, builder.Environment))
    {
        return 0;
    }

    await using var database = await Database.BringUpAsync(builder.Configuration, builder.Environment);
    builder.AddPortal(database, Keys.Load(builder.Configuration, builder.Environment), Keys.LoadVault(builder.Configuration, builder.Environment));
    await using var portal = builder.Build();
    return await Commands.RunAsync(portal, database, args);
}
catch (Exception e) when (e is DatabaseMissingException or KeysMissingException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync("Another program answers at this address already: end it, or choose another with ASPNETCORE_URLS.");
    return 1;
}

/// <summary>Named so that tests can start the portal.</summary>
public partial class Program;
