using MigrantServices.Core.Storage.Seed.Demo;

namespace MigrantServices.Portal.Startup;

/// <summary>Fictional people and cases for trying the portal out. In Development only, unless the setting Demo says no.</summary>
public static class Demo
{
    public static async Task OfferAsync(WebApplication portal)
    {
        if (!IsOn(portal))
        {
            return;
        }

        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoSeed>().SowAsync(CancellationToken.None);
    }

    /// <summary>Prints the address and, with demonstration data, how to sign in as everybody.</summary>
    public static void Announce(WebApplication portal)
    {
        var output = Console.Out;
        output.WriteLine();
        foreach (var url in portal.Urls)
        {
            output.WriteLine($"  The portal is open:  {url}");
            output.WriteLine($"  For colleagues:      {url}/office");
        }

        if (IsOn(portal))
        {
            output.WriteLine();
            output.WriteLine($"  Demonstration sign-ins (everything is fictional), password for all: {DemoColleagues.Password}");
            foreach (var colleague in DemoColleagues.All)
            {
                output.WriteLine($"    {colleague.Email,-34} {colleague.What}");
            }

            output.WriteLine();
            output.WriteLine($"  Demonstration code of a resident: {DemoSeed.ResidentCode}");
            output.WriteLine($"  Demonstration code of a household that has support: {DemoSeed.HouseholdCode}");
        }

        output.WriteLine();
        output.WriteLine("  Ctrl+C stops the portal and its database.");
        output.Flush();
    }

    private static bool IsOn(WebApplication portal) =>
        portal.Environment.IsDevelopment() && portal.Configuration.GetValue("Demo", defaultValue: true);
}
