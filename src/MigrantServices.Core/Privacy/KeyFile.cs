using System.Text;
using System.Text.Json;

namespace MigrantServices.Core.Privacy;

/// <summary>The file that holds the keys: made whole or not at all, and closed to every other account of the machine.</summary>
internal static class KeyFile
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
    };

    public static KeyRing Read(string path)
    {
        try
        {
            // the time first: what is written while it is read is read once more
            var writtenAt = File.GetLastWriteTimeUtc(path);
            return KeyRing.Parse(File.ReadAllText(path), path, writtenAt);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new KeysMissingException($"The key file {path} is missing or cannot be read by this account.", unread);
        }
    }

    public static KeyRing ReadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            Create(Path.GetFullPath(path), KeyRing.NewContent());
        }

        return Read(path);
    }

    /// <summary>Makes the file, unless another node was faster.</summary>
    public static void Create(string path, string content)
    {
        MakeFolder(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Write(unfinished, content);
            File.Move(unfinished, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // another node was faster: its keys are everybody's keys
            File.Delete(unfinished);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            throw new KeysMissingException($"The key file {path} cannot be made by this account.", unwritten);
        }
    }

    /// <summary>Puts other content in the place of what is there, whole or not at all.</summary>
    public static void Replace(string path, string content)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        try
        {
            Write(unfinished, content);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            throw new KeysMissingException($"The key file {path} cannot be changed by this account.", unwritten);
        }
    }

    private static void Write(string path, string content)
    {
        using var file = new FileStream(path, OwnerOnly());
        file.Write(Encoding.UTF8.GetBytes(content));
        file.Flush(flushToDisk: true);
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    public sealed record Content(string Current, Dictionary<string, string> Keys, string Index, string Codes);
}
