using MigrantServices.Core.People;

namespace MigrantServices.Core.Privacy;

/// <summary>Who looked at or changed whose case, when, from where and how (Safe art. 8). Rows can be added and never changed.</summary>
public sealed class AccessRecord
{
    public const int PlaceMaxLength = 45;
    public const int WordsMaxLength = 300;
    public const int DetailMaxLength = 160;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTimeOffset At { get; init; }

    /// <summary>The colleague; null when the portal itself or the holder of a code did it.</summary>
    public Guid? UserId { get; init; }

    public required Role Role { get; init; }

    /// <summary>The network address of the colleague's machine. Residents' addresses are never kept.</summary>
    public string? Place { get; init; }

    public required AccessDeed Deed { get; init; }

    /// <summary>The one case it was about.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The cases that a list or a search showed.</summary>
    public Guid[]? CaseIds { get; init; }

    /// <summary>The action, the file or the kind of search, as a code.</summary>
    public string? Detail { get; init; }

    /// <summary>For whom and why something was handed out, in the colleague's words; null for everything else.</summary>
    public string? Words { get; init; }
}

/// <summary>What was done with a case.</summary>
public enum AccessDeed
{
    List,
    Search,
    View,
    Change,
    Download,
    Print,
    Export,

    /// <summary>It was sealed, looked up or named that the person is known to another service.</summary>
    Elsewhere,
}
