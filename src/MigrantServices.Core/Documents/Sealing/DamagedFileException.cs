namespace MigrantServices.Core.Documents.Sealing;

/// <summary>A stored file is not what was stored: a piece was changed, lost, moved, or belongs to another file.</summary>
public sealed class DamagedFileException(string message, Exception? inner = null) : IOException(message, inner);
