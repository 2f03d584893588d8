using Npgsql;

namespace MigrantServices.Core.Storage;

/// <summary>The two roles with which the portal works in its database; neither can do what the other can, and neither owns a table.</summary>
/// <remarks>Whoever the connection string names is put into the role on each new connection; where it names a user of just that role, nothing is to be done.</remarks>
public static class DatabaseRole
{
    /// <summary>Reads and changes everything but the identity vault.</summary>
    public const string App = "portal_app";

    /// <summary>Reads and changes the identity vault and nothing else.</summary>
    public const string Vault = "portal_vault";

    /// <summary>Connections that work in this role and in no other.</summary>
    public static NpgsqlDataSource Source(string connectionString, string role)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        if (builder.ConnectionStringBuilder.Username != role)
        {
            builder.UsePhysicalConnectionInitializer(connection => StepInto(connection, role), connection => StepIntoAsync(connection, role));
        }

        return builder.Build();
    }

    private static void StepInto(NpgsqlConnection connection, string role)
    {
        using var command = new NpgsqlCommand($"set role {role}", connection);
        command.ExecuteNonQuery();
    }

    private static async Task StepIntoAsync(NpgsqlConnection connection, string role)
    {
        await using var command = new NpgsqlCommand($"set role {role}", connection);
        await command.ExecuteNonQueryAsync();
    }
}
