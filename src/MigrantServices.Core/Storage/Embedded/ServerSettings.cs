using System.Globalization;

namespace MigrantServices.Core.Storage.Embedded;

/// <summary>How the private server is set: reachable from this machine only, and silent about what it holds.</summary>
internal static class ServerSettings
{
    public static string[] For(string? socketFolder, int port, bool isEphemeral)
    {
        List<(string Name, string Value)> settings =
        [
            ("listen_addresses", socketFolder is null ? "127.0.0.1" : ""),
            ("unix_socket_directories", socketFolder ?? ""),
            ("port", port.ToString(CultureInfo.InvariantCulture)),
            ("max_connections", "200"),
            ("timezone", "UTC"),

            // by default one failing insert writes a person's row into the log twice
            ("log_error_verbosity", "terse"),
            ("log_min_error_statement", "panic"),
        ];
        if (isEphemeral)
        {
            settings.AddRange(
            [
                ("fsync", "off"),
                ("synchronous_commit", "off"),
                ("full_page_writes", "off"),
                ("wal_level", "minimal"),
                ("max_wal_senders", "0"),
            ]);
        }

        return [.. settings.SelectMany(setting => new[] { "-c", $"{setting.Name}={setting.Value}" })];
    }
}
