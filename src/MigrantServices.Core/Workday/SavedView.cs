using MigrantServices.Core.Cases;
using MigrantServices.Core.Grievances;

namespace MigrantServices.Core.Workday;

/// <summary>A tab of the worklist with its filters, kept under a name. It keeps what is asked, never what was found, and no search words.</summary>
public sealed class SavedView
{
    public const int NameMaxLength = 60;

    /// <summary>So many for one colleague.</summary>
    public const int MostEach = 20;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid OwnerId { get; init; }

    public required string Name { get; set; }

    public required WorklistTab Tab { get; init; }

    public CaseStatus? Status { get; init; }

    public string? Ground { get; init; }

    public string? Sector { get; init; }

    public string? Municipality { get; init; }

    public string? Language { get; init; }

    public Channel? Channel { get; init; }

    public Guid? Handler { get; init; }

    public bool Unread { get; init; }

    /// <summary>Its place among the owner's own, the first being 0.</summary>
    public int Position { get; set; }

    /// <summary>What the owner's worklist opens with.</summary>
    public bool IsDefault { get; set; }

    public bool IsShared { get; private set; }

    /// <summary>Municipalities whose colleagues meet it while it is shared; null means the whole province.</summary>
    public string[]? Places { get; private set; }

    public required DateTimeOffset SavedAt { get; init; }

    public WorklistQuery Query => new()
    {
        Tab = Tab,
        Status = Status,
        Ground = Ground,
        Sector = Sector,
        Municipality = Municipality,
        Language = Language,
        Channel = Channel,
        Colleague = Handler,
        Unread = Unread,
    };

    public static SavedView Of(WorklistQuery query, string name, Guid ownerId, int position, DateTimeOffset now) => new()
    {
        OwnerId = ownerId,
        Name = name.Trim(),
        Tab = query.Tab,
        Status = query.Status,
        Ground = Some(query.Ground),
        Sector = Some(query.Sector),
        Municipality = Some(query.Municipality),
        Language = Some(query.Language),
        Channel = query.Channel,
        Handler = query.Colleague,
        Unread = query.Unread,
        Position = position,
        SavedAt = now,
    };

    /// <summary>Shows it to those who see a place that its owner sees; whose cases it then counts each reader's own rights decide.</summary>
    public void Share(bool isShared, string[]? places) => (IsShared, Places) = (isShared, isShared ? places : null);

    private static string? Some(string? code) => string.IsNullOrWhiteSpace(code) ? null : code;
}
