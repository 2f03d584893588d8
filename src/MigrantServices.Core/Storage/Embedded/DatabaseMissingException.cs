namespace MigrantServices.Core.Storage.Embedded;

/// <summary>Says in one sentence why there is no database, and the command that mends it; nothing else needs to be shown.</summary>
public sealed class DatabaseMissingException(string message, Exception? cause = null) : Exception(message, cause);
