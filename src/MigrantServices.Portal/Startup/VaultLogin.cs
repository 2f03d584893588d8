using Npgsql;

namespace MigrantServices.Portal.Startup;

/// <summary>Says at the start when the identity vault is reached by the same user of the database as everything else: then only the portal itself keeps the two apart.</summary>
public static partial class VaultLogin
{
    public static void WarnIfShared(WebApplication portal, Database database)
    {
        if (!portal.Environment.IsDevelopment() && IsShared(database.ConnectionString, portal.Configuration.GetConnectionString("Vault")))
        {
            SayShared(portal.Logger);
        }
    }

    /// <param name="vault">Null or empty where the vault has no connection of its own.</param>
    public static bool IsShared(string portal, string? vault) => string.IsNullOrEmpty(vault)
        || new NpgsqlConnectionStringBuilder(portal).Username == new NpgsqlConnectionStringBuilder(vault).Username;

    [LoggerMessage(LogLevel.Warning, "The identity vault has no user of its own in the database. Name a user of the role portal_app in ConnectionStrings__Portal and one of portal_vault in ConnectionStrings__Vault: docs/operations.md, \"Roles in the database\".")]
    private static partial void SayShared(ILogger log);
}
