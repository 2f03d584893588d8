namespace MigrantServices.Core.Documents.Sealing;

/// <summary>The keys, kept outside the database, that close the keys of the files.</summary>
public interface IFileKeys
{
    /// <summary>The key that closes new files.</summary>
    string CurrentKeyId { get; }

    /// <summary>32 bytes, for this purpose alone.</summary>
    byte[] KeyFor(string keyId);
}
