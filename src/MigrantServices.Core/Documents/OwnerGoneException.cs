namespace MigrantServices.Core.Documents;

/// <summary>What a file was handed in with was destroyed while the file was arriving; nothing of it is kept.</summary>
public sealed class OwnerGoneException(Exception cause) : Exception("The file's owner is gone.", cause);
