namespace MigrantServices.Core.Storage;

/// <summary>The hand-written SQL that migrations run, by file name; a change is a new file with a higher version.</summary>
internal static class SqlFile
{
    public static string Read(string name)
    {
        using var stream = typeof(SqlFile).Assembly.GetManifestResourceStream($"MigrantServices.Core.Storage.Sql.{name}.sql")
            ?? throw new InvalidOperationException($"{name}.sql is not embedded in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
