namespace MigrantServices.Core.Storage.Outbox;

/// <summary>Lines in which jobs wait beside each other: who is slow in one holds up nobody in the other.</summary>
public enum OutboxLane
{
    /// <summary>What needs nobody but the portal and its neighbours.</summary>
    House,

    /// <summary>What waits for a mail server.</summary>
    Mail,
}
