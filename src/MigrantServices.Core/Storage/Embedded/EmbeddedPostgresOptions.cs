namespace MigrantServices.Core.Storage.Embedded;

/// <summary>Where the portal's private database is kept and which programs run it.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>Holds the cluster, its lock and its password; made when missing.</summary>
    public required string Folder { get; init; }

    /// <summary>Folder with initdb and postgres; null means the environment variable PORTAL_POSTGRES_BIN, then a search.</summary>
    public string? BinDirectory { get; init; }

    /// <summary>node_modules is looked for here and in every folder above.</summary>
    public string SearchRoot { get; init; } = AppContext.BaseDirectory;

    /// <summary>For tests: nothing is made durable, and the folder is removed at the end.</summary>
    public bool IsEphemeral { get; init; }

    /// <summary>Listens on the loopback address with a password instead of on a socket, for systems without sockets in files.</summary>
    public bool UsesTcp { get; init; } = OperatingSystem.IsWindows();
}
