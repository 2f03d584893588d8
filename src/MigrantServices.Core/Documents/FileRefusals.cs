namespace MigrantServices.Core.Documents;

/// <summary>Every reason for which a file is not taken, and every outcome of its check; each has a sentence in every language.</summary>
public static class FileRefusals
{
    public const string Empty = "files.empty";
    public const string TooLarge = "files.too-large";
    public const string TooMany = "files.too-many";
    /// <summary>Files of unsent forms take up all the room that they may; the form goes without, and files follow by the code.</summary>
    public const string NoRoom = "files.no-room";

    /// <summary>The same, for what came from one network address within a day.</summary>
    public const string EnoughForToday = "files.enough-today";

    public const string KindNotAccepted = "files.kind-not-accepted";

    /// <summary>The beginning says one kind, the rest cannot be read: half a photo, a torn document.</summary>
    public const string Broken = "files.broken";

    /// <summary>A photo of more pixels than any camera takes.</summary>
    public const string ImageTooLarge = "files.image-too-large";

    /// <summary>A document that carries programs.</summary>
    public const string HasMacros = "files.has-macros";

    /// <summary>A document whose inside unfolds to a size, or holds things, that no document needs.</summary>
    public const string UnsafeArchive = "files.unsafe-archive";

    /// <summary>Two kinds of file glued into one.</summary>
    public const string MixedContent = "files.mixed-content";

    public const string Infected = "files.infected";

    /// <summary>The scanner could not look inside: locked with a password, or nested too deep.</summary>
    public const string CannotBeChecked = "files.cannot-be-checked";
}
