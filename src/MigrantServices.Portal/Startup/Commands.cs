using MigrantServices.Core.Cases;
using MigrantServices.Core.People;

namespace MigrantServices.Portal.Startup;

/// <summary>What the program can be asked to do: serve pages, make the tables, make the first administrator, or appoint a privacy officer.</summary>
public static class Commands
{
    public static Task<int> RunAsync(WebApplication portal, Database database, string[] args) => args switch
    {
        ["migrate", ..] => MigrateAsync(portal),
        ["create-administrator", ..] => InviteAsync(portal, args, "There is an administrator already, or somebody with this address.",
            (services, email, name, cancel) => services.GetRequiredService<FirstAdministrator>().CreateAsync(email, name, cancel)),
        ["appoint-privacy-officer", ..] => InviteAsync(portal, args, "An administrator cannot be privacy officer as well.",
            (services, email, name, cancel) => services.GetRequiredService<PrivacyOfficerAppointment>().AppointAsync(email, name, cancel)),
        _ => ServeAsync(portal, database),
    };

    private static async Task<int> MigrateAsync(WebApplication portal)
    {
        await Database.MigrateAsync(portal.Services);
        await Console.Out.WriteLineAsync("The tables and the code lists are up to date.");
        return 0;
    }

    private static async Task<int> InviteAsync(
        WebApplication portal, string[] args, string refused, Func<IServiceProvider, string, string, CancellationToken, Task<string>> invite)
    {
        if (Value(args, "--email") is not { } email || Value(args, "--name") is not { } name)
        {
            await Console.Error.WriteLineAsync($"{args[0]} --email ADDRESS --name NAME");
            return 2;
        }

        await Database.MigrateAsync(portal.Services);
        await using var scope = portal.Services.CreateAsyncScope();
        try
        {
            var token = await invite(scope.ServiceProvider, email, name, CancellationToken.None);
            await Console.Out.WriteLineAsync($"Within three days open /office/invitation/{token} and choose a password.");
            return 0;
        }
        catch (RefusedException)
        {
            await Console.Error.WriteLineAsync(refused);
            return 1;
        }
    }

    private static async Task<int> ServeAsync(WebApplication portal, Database database)
    {
        if (portal.Environment.IsDevelopment() || database.IsEmbedded)
        {
            await Database.MigrateAsync(portal.Services);
        }
        else if (await Database.WhyNotReadyAsync(portal.Services) is { } why)
        {
            await Console.Error.WriteLineAsync(why);
            return 1;
        }

        VaultLogin.WarnIfShared(portal, database);
        await Database.OpenReferenceBookAsync(portal.Services);
        await Demo.OfferAsync(portal);
        portal.UsePortal();
        await portal.StartAsync();
        Demo.Announce(portal);
        await portal.Services.GetRequiredService<WarmUp>().RunAsync(portal.Urls, portal.Logger);
        await portal.WaitForShutdownAsync();
        return 0;
    }

    private static string? Value(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
