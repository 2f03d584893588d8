namespace MigrantServices.Core.Storage.Outbox;

/// <summary>Something to be done soon after a deed was stored, such as telling a colleague. It is stored together with the deed.</summary>
public sealed class OutboxJob
{
    public const int KindMaxLength = 100;
    public const int DedupeKeyMaxLength = 200;
    public const int LastErrorMaxLength = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Names the handler that does it.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON. It refers to cases and people by their ids and holds nothing about them.</summary>
    public required string Payload { get; init; }

    /// <summary>Two jobs cannot have the same; null when repeating does no harm.</summary>
    public string? DedupeKey { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>A code only, because what went wrong may quote a person.</summary>
    public string? LastError { get; set; }

    public DateTimeOffset? DoneAt { get; set; }
}
